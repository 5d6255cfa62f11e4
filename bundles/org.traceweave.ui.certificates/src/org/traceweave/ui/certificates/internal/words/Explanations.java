package org.traceweave.ui.certificates.internal.words;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.ui.Texts;

/** Says in words why a lint rule is there and what mends it, what a field or extension is for, and what a usage allows. Any thread. */
public final class Explanations {

    private static final Texts TEXTS = new Texts(Explanations.class);
    private static final Pattern RFC = Pattern.compile("RFC (\\d+)(?: section ([\\d.]+))?");
    private static final Pattern ARTICLE = Pattern.compile("KB(\\d{6,7})");
    private static final String BASELINE = "https://cabforum.org/working-groups/server/baseline-requirements/documents/";

    private Explanations() {
    }

    /** Why a rule is there. */
    public static Optional<String> why(String lint) {
        return text("lint." + lint + ".why");
    }

    /** What mends what the rule complains of. */
    public static Optional<String> fix(String lint) {
        return text("lint." + lint + ".fix");
    }

    /** What a field (by its name) or an extension (by its OID) is for. */
    public static Optional<String> field(String nameOrOid) {
        return text("explain." + nameOrOid);
    }

    /** What an extended key usage allows: {@code be a server (serverAuth)}; the OID itself where it is not known. */
    public static String extendedUsage(String oid) {
        return text("eku." + oid).orElse(oid);
    }

    /** What a key usage allows; its name where there are no other words. */
    public static String usage(String name) {
        return text("usage." + name).map(words -> words + " (" + name + ")").orElse(name);
    }

    /** Where the source of a rule can be read, if it names something that has an address. */
    public static Optional<String> address(String source) {
        Matcher rfc = RFC.matcher(source);
        if (rfc.find()) {
            String section = rfc.group(2) == null ? "" : "#section-" + rfc.group(2);
            return Optional.of("https://www.rfc-editor.org/rfc/rfc" + rfc.group(1) + section);
        }
        Matcher article = ARTICLE.matcher(source);
        if (article.find()) {
            return Optional.of("https://support.microsoft.com/help/" + article.group(1));
        }
        return source.contains("CA/Browser Forum") ? Optional.of(BASELINE) : Optional.empty();
    }

    private static Optional<String> text(String key) {
        return TEXTS.has(key) ? Optional.of(TEXTS.get(key)) : Optional.empty();
    }
}
