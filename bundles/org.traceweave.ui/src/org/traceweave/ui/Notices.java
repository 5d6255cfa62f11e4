package org.traceweave.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sentences the user should read: what could not be imported, opened or found. The latest last. UI thread only. */
public final class Notices {

    private static final int MOST = 200;

    private final List<String> sentences = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Adds a sentence unless it is the one said last. */
    public void add(String sentence) {
        if (sentences.isEmpty() || !sentences.getLast().equals(sentence)) {
            sentences.add(sentence);
            if (sentences.size() > MOST) {
                sentences.removeFirst();
            }
            changed();
        }
    }

    public List<String> all() {
        return List.copyOf(sentences);
    }

    public void clear() {
        if (!sentences.isEmpty()) {
            sentences.clear();
            changed();
        }
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
