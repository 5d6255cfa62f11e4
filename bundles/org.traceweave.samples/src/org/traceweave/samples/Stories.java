package org.traceweave.samples;

import java.util.List;
import java.util.Optional;
import org.traceweave.samples.internal.story.PoolStory;

/** The stories there are. The first is the default. */
public final class Stories {

    private static final List<Story> ALL = List.of(
            story("room-system-sha1", "A meeting-room device rejects a SHA-1 certificate",
                    "Since a cumulative update a Skype Room System no longer signs in, while the same user's desktop client does and the device's "
                            + "Exchange calendar works.",
                    true),
            story("quiet-day", "A day without failures", "The same pool with SHA-256 certificates everywhere; ordinary noise, nothing wrong.", false));

    private Stories() {
    }

    private static Story story(String id, String title, String description, boolean weak) {
        return new Story(id, title, description, (output, bytes, seed, truth) -> new PoolStory(output, weak, bytes, seed, truth).write(id));
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
