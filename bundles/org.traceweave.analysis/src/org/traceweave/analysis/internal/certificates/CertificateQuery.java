package org.traceweave.analysis.internal.certificates;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateExtension;

/**
 * The many ways in which people write what identifies a certificate: serial numbers and thumbprints in hex with colons, blanks or dashes as
 * dialogs and tools show them, serial numbers in decimal and with their bytes reversed, dates with dashes.
 */
public final class CertificateQuery {

    private static final Pattern DATES = Pattern.compile("\\b(notBefore|notAfter):(\\[[^\\]]*\\]|\\{[^}]*\\}|\\S+)");
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:T[0-9:.]*Z?)?");
    private static final Pattern NUMBERS = Pattern.compile("\\b(serial|thumbprint|sha256|keyId|authorityKeyId):(?:\"([0-9A-Fa-f :\\-]+)\"|([0-9A-Fa-f]{1,2}(?:[:\\-][0-9A-Fa-f]{2})+))");
    /** Long enough to be meant as one number. */
    private static final Pattern FREE = Pattern.compile("(?<![\\w:.\\-])(?:\"([0-9A-Fa-f]{2}(?:[ :\\-][0-9A-Fa-f]{2}){3,})\"|([0-9A-Fa-f]{2}(?:[:\\-][0-9A-Fa-f]{2}){3,}))(?![\\w:\\-])");

    private CertificateQuery() {
    }

    /** The query as the index has the words. */
    public static String normal(String query) {
        String dates = DATES.matcher(query).replaceAll(match -> Matcher.quoteReplacement(match.group(1) + ":" + DATE.matcher(match.group(2)).replaceAll("$1$2$3")));
        String numbers = NUMBERS.matcher(dates).replaceAll(match -> match.group(1) + ":" + plain(match.group(2) == null ? match.group(3) : match.group(2)));
        return FREE.matcher(numbers).replaceAll(match -> plain(match.group(1) == null ? match.group(2) : match.group(1)));
    }

    private static String plain(String hex) {
        return hex.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
    }

    /** A serial number in hex, also without and with the leading zeros that others write, with its bytes reversed, and in decimal. */
    public static Set<String> serials(String hex) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(hex);
        boolean negative = hex.startsWith("-");
        String digits = negative ? hex.substring(1) : hex;
        if (!digits.matches("[0-9a-f]{1,200}")) {
            return forms;
        }
        String whole = digits.length() % 2 == 0 ? digits : "0" + digits;
        forms.add(whole.replaceFirst("^0(?=.)", ""));
        forms.add("00" + whole);
        StringBuilder reversed = new StringBuilder();
        for (int at = whole.length(); at > 0; at -= 2) {
            reversed.append(whole, at - 2, at);
        }
        forms.add(reversed.toString());
        BigInteger number = new BigInteger(digits, 16);
        forms.add((negative ? number.negate() : number).toString());
        return forms;
    }

    /** The usages by name, as its extension tells them: {@code serverAuth}. */
    public static Set<String> usageNames(Certificate certificate) {
        Set<String> names = new LinkedHashSet<>();
        extension(certificate, "2.5.29.37").ifPresent(text -> {
            for (String usage : text.split(", ")) {
                names.add(usage.replaceFirst(" \\([0-9.]+\\)$", ""));
            }
        });
        return names;
    }

    /** The names and numbers of the template that a Windows CA issued it from. */
    public static Set<String> templates(Certificate certificate) {
        Set<String> names = new LinkedHashSet<>();
        extension(certificate, "1.3.6.1.4.1.311.20.2").ifPresent(text -> names.add(text.replaceFirst("^template ", "")));
        extension(certificate, "1.3.6.1.4.1.311.21.7").ifPresent(text -> names.add(text.replaceFirst("^template ", "").replaceFirst(",.*", "").replaceAll(".*\\(|\\).*", "")));
        return names;
    }

    private static Optional<String> extension(Certificate certificate, String oid) {
        return certificate.extensions().stream().filter(each -> each.oid().equals(oid)).map(CertificateExtension::text)
                .filter(text -> !text.startsWith("undecodable")).findFirst();
    }
}
