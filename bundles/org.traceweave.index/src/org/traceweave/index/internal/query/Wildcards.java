package org.traceweave.index.internal.query;

import java.util.ArrayList;
import java.util.List;

/** Words with {@code *} and {@code ?}, where a backslash takes a sign its meaning. */
final class Wildcards {

    private Wildcards() {
    }

    static boolean has(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '\\') {
                i++;
            } else if (word.charAt(i) == '*' || word.charAt(i) == '?') {
                return true;
            }
        }
        return false;
    }

    /** The word as it is meant, without the backslashes. */
    static String plain(String word) {
        if (word.indexOf('\\') < 0) {
            return word;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == '\\' && i + 1 < word.length() && "*?\\".indexOf(word.charAt(i + 1)) >= 0) {
                i++;
            }
            plain.append(word.charAt(i));
        }
        return plain.toString();
    }

    /** The pieces of a pattern between signs that are in no term. */
    static List<String> pieces(String pattern, String joints) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= pattern.length(); i++) {
            boolean in = i < pattern.length()
                    && (Character.isLetterOrDigit(pattern.charAt(i)) || pattern.charAt(i) == '*' || pattern.charAt(i) == '?' || joints.indexOf(pattern.charAt(i)) >= 0);
            if (!in) {
                if (i > begin) {
                    pieces.add(pattern.substring(begin, i));
                }
                begin = i + 1;
            }
        }
        return pieces;
    }
}
