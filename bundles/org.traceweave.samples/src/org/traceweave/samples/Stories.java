package org.traceweave.samples;

import java.util.List;
import java.util.Optional;
import org.traceweave.samples.internal.story.StoryBook;

/** The stories there are. The first is the default. */
public final class Stories {

    private static final List<Story> ALL = StoryBook.stories();

    private Stories() {
    }

    public static List<Story> all() {
        return ALL;
    }

    public static Story first() {
        return ALL.get(0);
    }

    public static Optional<Story> find(String id) {
        return ALL.stream().filter(story -> story.id().equals(id)).findFirst();
    }
}
