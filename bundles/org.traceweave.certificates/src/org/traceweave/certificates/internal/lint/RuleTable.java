package org.traceweave.certificates.internal.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.LintRule;

/** The rules with their sources and the dates from which they hold. */
public final class RuleTable {

    /** SHA-1 certificates are refused from here on: Chrome 56. */
    static final LocalDate SHA1_REFUSED = LocalDate.of(2017, 1, 25);
    /** MD5 is refused from here on: Microsoft advisory 2862973, distributed automatically. */
    static final LocalDate MD5_REFUSED = LocalDate.of(2014, 2, 11);

    public static final List<LintRule> ALL = List.of(
            rule("L01", "SIG-SHA1-LEAF", "CA/Browser Forum BR 7.1.3, ballot 118; Chrome 56 and 57", LocalDate.of(2016, 1, 1)),
            rule("L02", "SIG-SHA1-INTERMEDIATE", "CA/Browser Forum BR 7.1.3, ballot 118; Microsoft KB4010323", LocalDate.of(2016, 1, 1)),
            rule("L03", "SIG-SHA1-ROOT", "a root is trusted for being in the store, not for its signature", null),
            rule("L04", "SIG-MD5-MD2", "Microsoft security advisory 2862973", MD5_REFUSED),
            rule("L05", "SIG-PSS", "Lync Server 2013 certificate infrastructure requirements", null),
            rule("L06", "KEY-RSA-SMALL", "Microsoft KB2661254; CA/Browser Forum BR 6.1.5", null),
            rule("L07", "KEY-RSA-ODD", "CA/Browser Forum BR 6.1.6", null),
            rule("L08", "KEY-EC", "RFC 5480 section 2.1.1; CA/Browser Forum BR 6.1.5", null),
            rule("L09", "KEY-PQC", "Skype for Business and Windows before 11 24H2 cannot use it", null),
            rule("L10", "EKU-SERVERAUTH-MISSING", "Lync Server 2013 certificate infrastructure requirements", null),
            rule("L11", "EKU-ABSENT", "RFC 5280 section 4.2.1.12", null),
            rule("L12", "EKU-CHAIN", "Windows chain engine: usages of CA certificates restrict those below", null),
            rule("L13", "SAN-ABSENT", "RFC 9525; Chrome 58", null),
            rule("L14", "NAME-MISMATCH", "RFC 9525 section 6; CERT_E_CN_NO_MATCH", null),
            rule("L15", "SFB-SAN-SET", "Skype for Business certificate requirements: pool and server name, sip.<domain>", null),
            rule("L16", "CN-NOT-IN-SAN", "CA/Browser Forum BR 7.1.4.3", null),
            rule("L17", "SAN-BADNAME", "RFC 5280 section 4.2.1.6; CA/Browser Forum BR 7.1.4.2.1", null),
            rule("L18", "NOT-YET/EXPIRED", "RFC 5280 section 4.1.2.5; CERT_E_EXPIRED", null),
            rule("L19", "EXPIRES-SOON", "good practice", null),
            rule("L20", "VALIDITY-LONG", "CA/Browser Forum BR 6.3.2, ballot SC-081v3", LocalDate.of(2018, 3, 1)),
            rule("L21", "NESTING", "the chain breaks when the issuer expires", null),
            rule("L22", "CDP-ABSENT", "Lync Server 2013 certificate infrastructure requirements", null),
            rule("L23", "CDP-LDAP-ONLY", "a workgroup device cannot read the directory", null),
            rule("L24", "CDP-HTTPS", "RFC 5280 section 8", null),
            rule("L25", "AIA-ABSENT", "RFC 5280 section 4.2.2.1", null),
            rule("L26", "CHAIN-INCOMPLETE", "RFC 5246 section 7.4.2; CERT_TRUST_IS_PARTIAL_CHAIN", null),
            rule("L27", "CHAIN-ORDER", "RFC 5246 section 7.4.2", null),
            rule("L28", "ROOT-SENT", "RFC 5246 section 7.4.2", null),
            rule("L29", "CA-BC", "RFC 5280 section 4.2.1.9, RFC 3280", LocalDate.of(2002, 4, 1)),
            rule("L30", "CA-KU", "RFC 5280 section 4.2.1.3", null),
            rule("L31", "KU-LEAF", "RFC 5246 section 7.4.2", null),
            rule("L32", "AKI-SKI", "RFC 5280 section 4.2.1.1", null),
            rule("L33", "SIGNATURE-BAD", "RFC 5280 section 6.1.3; TRUST_E_CERT_SIGNATURE", null),
            rule("L34", "EKU-CLIENTAUTH-GONE", "Chrome root program: clientAuth leaves public certificates in 2026 and 2027", null),
            rule("L35", "UNKNOWN-CRITICAL", "RFC 5280 section 4.2; CERT_E_CRITICAL", null),
            rule("L36", "NAMECONSTRAINTS", "RFC 5280 section 4.2.1.10", null),
            rule("L37", "DUP-EXT", "RFC 5280 section 4.2", null),
            rule("L38", "SERIAL", "RFC 5280 section 4.1.2.2; CA/Browser Forum BR 7.1", null),
            rule("L39", "VERSION", "RFC 5280 section 4.1.2.1", null),
            rule("L40", "SIGALG-MISMATCH", "RFC 5280 section 4.1.1.2", null),
            rule("L41", "DER", "X.690 section 10", null),
            rule("L42", "TIME-FORMAT", "RFC 5280 section 4.1.2.5", null),
            rule("L43", "SELF-SIGNED-LEAF", "CERT_TRUST_IS_UNTRUSTED_ROOT", null),
            rule("L44", "WRONG-STORE", "Microsoft KB2795828: HTTP 403.16, Lync event 32042", null),
            rule("L45", "CLIENTCERT-IDENTITY", "MS-OCAUTHWS", null),
            rule("L46", "EMPTY-CLIENT-CERT", "RFC 5246 section 7.4.6", null),
            rule("L47", "TLS-VERSION", "RFC 8996; RFC 7465", null),
            rule("L48", "REVOKED", "CERT_TRUST_IS_REVOKED, IS_OFFLINE_REVOCATION; RFC 6960", null),
            rule("L49", "TEMPLATE", "MS-WCCE", null),
            rule("L50", "UNTRUSTED-ANCHOR", "CERT_TRUST_IS_UNTRUSTED_ROOT; the relying side's list of roots", null),
            rule("L51", "PRIVATE-KEY-IN-LOG", "a key in a log is known to all who read it", null));

    private static final Map<String, LintRule> BY_ID = ALL.stream().collect(Collectors.toUnmodifiableMap(LintRule::id, Function.identity()));

    private RuleTable() {
    }

    static LintRule rule(String id) {
        LintRule rule = BY_ID.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no lint rule " + id);
        }
        return rule;
    }

    private static LintRule rule(String id, String name, String source, @Nullable LocalDate effective) {
        return new LintRule(id, name, source, Optional.ofNullable(effective));
    }
}
