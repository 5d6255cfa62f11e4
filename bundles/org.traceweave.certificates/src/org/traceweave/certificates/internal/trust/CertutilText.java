package org.traceweave.certificates.internal.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.certificates.TrustEntry;

/**
 * What {@code certutil -store Root} prints: blocks between {@code ================ Certificate 0 ================} lines with serial number, names
 * and the SHA-1 thumbprint, in the language of Windows. Only the separator and {@code (sha1):} are the same in all; the subject is the second name.
 */
final class CertutilText {

    private static final Pattern BLOCK = Pattern.compile("^={8,} .+? \\d+ ={8,}\\s*$", Pattern.MULTILINE);
    private static final Pattern THUMBPRINT = Pattern.compile("\\(sha1\\)\\s*:\\s*([0-9A-Fa-f][0-9A-Fa-f ]{38,60})");
    private static final Pattern SUBJECT = Pattern.compile("^\\s*(?:Subject|Antragsteller|Sujet|Sujeto|Soggetto|Requerente)\\s*:[ \\t]*(.+)$",
            Pattern.MULTILINE);
    private static final int MAX_ENTRIES = 100_000;

    private CertutilText() {
    }

    static boolean is(String text) {
        return BLOCK.matcher(text).find() && THUMBPRINT.matcher(text).find();
    }

    static List<TrustEntry> read(String text) {
        List<TrustEntry> entries = new ArrayList<>();
        Matcher separator = BLOCK.matcher(text);
        int start = -1;
        while (separator.find() && entries.size() < MAX_ENTRIES) {
            if (start >= 0) {
                block(text.substring(start, separator.start())).ifPresent(entries::add);
            }
            start = separator.end();
        }
        if (start >= 0) {
            block(text.substring(start)).ifPresent(entries::add);
        }
        return entries;
    }

    private static Optional<TrustEntry> block(String block) {
        Matcher thumbprint = THUMBPRINT.matcher(block);
        if (!thumbprint.find()) {
            return Optional.empty();
        }
        String hash = thumbprint.group(1).replace(" ", "").toLowerCase(Locale.ROOT);
        Matcher subject = SUBJECT.matcher(block);
        return hash.length() < 40 ? Optional.empty() : Optional.of(new TrustEntry(Optional.empty(), Optional.of(hash.substring(0, 40)),
                subject.find() ? Optional.of(subject.group(1).strip()) : Optional.empty(), Optional.empty()));
    }
}
