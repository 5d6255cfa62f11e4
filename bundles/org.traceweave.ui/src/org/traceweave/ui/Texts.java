package org.traceweave.ui;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one bundle that a user sees, from {@code texts.properties} beside the class that asks. A text holds named places:
 * {@code {count} of {total} records}. Safe for use by several threads.
 */
public final class Texts {

    private final ResourceBundle bundle;

    /** The texts beside {@code owner}. */
    public Texts(Class<?> owner) {
        bundle = ResourceBundle.getBundle(owner.getPackageName() + ".texts", Locale.ROOT, owner.getClassLoader());
    }

    /**
     * A text with its places filled.
     *
     * @param named names of places and their values in turn; whole numbers are written with separators
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String get(String key, Object... named) {
        String text = bundle.getString(key);
        for (int i = 0; i + 1 < named.length; i += 2) {
            text = text.replace("{" + named[i] + "}", shown(named[i + 1]));
        }
        return text;
    }

    /** Whether there is a text of that key, for words that have a nicer form only sometimes. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    private static String shown(Object value) {
        return value instanceof Long || value instanceof Integer ? String.format(Locale.ROOT, "%,d", value) : value.toString();
    }
}
