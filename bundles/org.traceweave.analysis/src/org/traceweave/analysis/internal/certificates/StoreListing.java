package org.traceweave.analysis.internal.certificates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.certificates.LintContext.Store;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateOrigin;

/**
 * Certificates of Windows stores as commands list them: {@code certutil -store Root}, in any language of Windows, and PowerShell's
 * {@code Get-ChildItem Cert:\LocalMachine\Root}. Both name the store; neither has the bytes of a certificate.
 */
final class StoreListing {

    /** {@code Root "Trusted Root Certification Authorities"}: the store's own name is the same in all languages. */
    private static final Pattern CERTUTIL_STORE = Pattern.compile("^([A-Za-z]{2,30})\\s+\"[^\"]+\"$");
    private static final Pattern CERTUTIL_BLOCK = Pattern.compile("^={8,} .+ \\d+ ={8,}$");
    private static final Pattern CERTUTIL_HASH = Pattern.compile("\\(sha1\\)\\s*:\\s*([0-9A-Fa-f]{2}(?: ?[0-9A-Fa-f]{2}){19})$");
    /** The issuer's name stands before the subject's. */
    private static final Pattern CERTUTIL_NAME = Pattern.compile("^[^:=\"]+:\\s*([A-Za-z0-9.]+=.+)$");
    private static final Pattern POWERSHELL_STORE = Pattern.compile("Certificate::(?:LocalMachine|CurrentUser)\\\\([A-Za-z]+)$");
    private static final Pattern POWERSHELL_ROW = Pattern.compile("^([0-9A-F]{40})\\s+(\\S.*)$");
    /** Parts of a name are parted by commas, but for those in quotes. */
    private static final Pattern NAME_PART = Pattern.compile("\\s*((?:\"(?:[^\"]|\"\")*\"|[^,\"])+)(?:,|$)");

    private final List<Listed> found = new ArrayList<>();
    private Optional<Store> store = Optional.empty();
    private boolean powershell;
    private final List<String> names = new ArrayList<>();

    private StoreListing() {
    }

    /**
     * One certificate of a store.
     *
     * @param sha1 lower-case hex
     * @param issuer empty where the command does not print it
     * @param line the number of the line with the thumbprint, from 0
     */
    record Listed(Store store, String sha1, Optional<String> subject, Optional<String> issuer, int line) {

        /** What the listing tells of it. */
        Certificate facts() {
            return new Certificate(Optional.of(sha1), Optional.empty(), CertificateOrigin.LISTING, subject, issuer, Optional.empty(), OptionalLong.empty(),
                    OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), List.of(), List.of(), List.of(),
                    Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0, List.of());
        }
    }

    /** What a text lists of the stores of trusted roots and of intermediate authorities; nothing if it is no such listing. */
    static List<Listed> read(List<String> lines) {
        StoreListing listing = new StoreListing();
        for (int line = 0; line < lines.size(); line++) {
            listing.line(lines.get(line).strip(), line);
        }
        return listing.found;
    }

    /** The store of that name, in Windows' own words. */
    static Optional<Store> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "root", "authroot" -> Optional.of(Store.ROOT);
            case "ca" -> Optional.of(Store.INTERMEDIATE);
            default -> Optional.empty();
        };
    }

    private void line(String text, int line) {
        Matcher certutil = CERTUTIL_STORE.matcher(text);
        Matcher shell = POWERSHELL_STORE.matcher(text);
        if (certutil.matches() || shell.find()) {
            powershell = !certutil.matches();
            store = named((powershell ? shell : certutil).group(1));
            names.clear();
        } else if (store.isPresent()) {
            listed(text, line);
        }
    }

    private void listed(String text, int line) {
        Matcher row = POWERSHELL_ROW.matcher(text);
        Matcher hash = CERTUTIL_HASH.matcher(text);
        Matcher name = CERTUTIL_NAME.matcher(text);
        if (powershell) {
            if (row.matches() && !row.group(2).endsWith("...")) {
                found.add(new Listed(store.orElseThrow(), row.group(1).toLowerCase(Locale.ROOT), Optional.of(rfc4514(row.group(2))), Optional.empty(), line));
            }
        } else if (CERTUTIL_BLOCK.matcher(text).matches()) {
            names.clear();
        } else if (hash.find()) {
            found.add(new Listed(store.orElseThrow(), hash.group(1).replace(" ", "").toLowerCase(Locale.ROOT), name(1), name(0), line));
            names.clear();
        } else if (name.matches()) {
            names.add(rfc4514(name.group(1)));
        }
    }

    private Optional<String> name(int index) {
        return names.size() < 2 ? Optional.empty() : Optional.of(names.get(index));
    }

    /** {@code O="Contoso, Ltd.", S=Bavaria} as {@code O=Contoso\, Ltd.,ST=Bavaria}. */
    private static String rfc4514(String windows) {
        List<String> parts = new ArrayList<>();
        Matcher part = NAME_PART.matcher(windows);
        while (part.lookingAt()) {
            parts.add(part(part.group(1)));
            part.region(part.end(), windows.length());
        }
        return part.regionStart() < windows.length() ? windows : String.join(",", parts);
    }

    private static String part(String written) {
        int equals = written.indexOf('=');
        String value = equals < 0 ? "" : written.substring(equals + 1).strip();
        if (value.length() < 2 || value.charAt(0) != '"') {
            return written.startsWith("S=") ? "ST=" + value : written.strip();
        }
        String plain = value.substring(1, value.length() - 1).replace("\"\"", "\"").replaceAll("([,+\"\\\\<>;])", "\\\\$1");
        String type = written.substring(0, equals).strip();
        return (type.equals("S") ? "ST" : type) + "=" + plain;
    }
}
