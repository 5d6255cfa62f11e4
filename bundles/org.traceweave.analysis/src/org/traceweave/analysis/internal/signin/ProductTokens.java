package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The products and versions that a {@code User-Agent} or {@code Server} header names: {@code UCCAPI/16.0.4266.1001 OC/16.0.4266.1001 (Skype
 * for Business)}, {@code RTC/6.0}; or, as some phones write it, {@code Yealink SIP-T46S 66.9.0.42}.
 */
final class ProductTokens {

    /** A name and the version beside it, both as written. */
    record Product(String name, String version) {
    }

    private static final Pattern COMMENT = Pattern.compile("\\([^)]*\\)?");
    private static final Pattern WITH_SLASH = Pattern.compile("([^\\s/]+)/(\\d[\\w.-]*)");
    private static final Pattern AFTER_WORDS = Pattern.compile("(\\S.*?)\\s+[vV]?(\\d+(?:\\.\\d+){2,}\\w*)(?:\\s|$)");

    private ProductTokens() {
    }

    static List<Product> of(String header) {
        String words = COMMENT.matcher(header).replaceAll(" ");
        List<Product> found = new ArrayList<>(2);
        Matcher token = WITH_SLASH.matcher(words);
        while (token.find()) {
            found.add(new Product(token.group(1), token.group(2)));
        }
        Matcher named = AFTER_WORDS.matcher(words);
        if (found.isEmpty() && named.find()) {
            found.add(new Product(named.group(1), named.group(2)));
        }
        return found;
    }
}
