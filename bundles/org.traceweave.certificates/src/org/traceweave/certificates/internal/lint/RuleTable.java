package org.traceweave.certificates.internal.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.LintRule;
import org.traceweave.model.LintLevel;

/** The rules with their sources and the dates from which they hold. */
public final class RuleTable {

    /** SHA-1 certificates are refused from here on: Chrome 56. */
    static final LocalDate SHA1_REFUSED = LocalDate.of(2017, 1, 25);
    /** MD5 is refused from here on: Microsoft advisory 2862973, distributed automatically. */
    static final LocalDate MD5_REFUSED = LocalDate.of(2014, 2, 11);

    public static final List<LintRule> ALL = List.of(
            rule("L01", "SIG-SHA1-LEAF", LintLevel.ERROR, "CA/Browser Forum BR 7.1.3, ballot 118; Chrome 56 and 57", LocalDate.of(2016, 1, 1)),
            rule("L02", "SIG-SHA1-INTERMEDIATE", LintLevel.ERROR, "CA/Browser Forum BR 7.1.3, ballot 118; Microsoft KB4010323", LocalDate.of(2016, 1, 1)),
            rule("L03", "SIG-SHA1-ROOT", LintLevel.INFO, "a root is trusted for being in the store, not for its signature", null),
            rule("L04", "SIG-MD5-MD2", LintLevel.ERROR, "Microsoft security advisory 2862973", MD5_REFUSED),
            rule("L05", "SIG-PSS", LintLevel.ERROR, "Lync Server 2013 certificate infrastructure requirements", null),
            rule("L06", "KEY-RSA-SMALL", LintLevel.ERROR, "Microsoft KB2661254; CA/Browser Forum BR 6.1.5", null),
            rule("L07", "KEY-RSA-ODD", LintLevel.ERROR, "CA/Browser Forum BR 6.1.6", null),
            rule("L08", "KEY-EC", LintLevel.WARNING, "RFC 5480 section 2.1.1; CA/Browser Forum BR 6.1.5", null),
            rule("L09", "KEY-PQC", LintLevel.INFO, "Skype for Business and Windows before 11 24H2 cannot use it", null),
            rule("L10", "EKU-SERVERAUTH-MISSING", LintLevel.ERROR, "Lync Server 2013 certificate infrastructure requirements", null),
            rule("L11", "EKU-ABSENT", LintLevel.INFO, "RFC 5280 section 4.2.1.12", null),
            rule("L12", "EKU-CHAIN", LintLevel.ERROR, "Windows chain engine: usages of CA certificates restrict those below", null),
            rule("L13", "SAN-ABSENT", LintLevel.ERROR, "RFC 9525; Chrome 58", null),
            rule("L14", "NAME-MISMATCH", LintLevel.ERROR, "RFC 9525 section 6; CERT_E_CN_NO_MATCH", null),
            rule("L15", "SFB-SAN-SET", LintLevel.WARNING, "Skype for Business certificate requirements: pool and server name, sip.<domain>", null),
            rule("L16", "CN-NOT-IN-SAN", LintLevel.WARNING, "CA/Browser Forum BR 7.1.4.3", null),
            rule("L17", "SAN-BADNAME", LintLevel.WARNING, "RFC 5280 section 4.2.1.6; CA/Browser Forum BR 7.1.4.2.1", null),
            rule("L18", "NOT-YET/EXPIRED", LintLevel.ERROR, "RFC 5280 section 4.1.2.5; CERT_E_EXPIRED", null),
            rule("L19", "EXPIRES-SOON", LintLevel.WARNING, "good practice", null),
            rule("L20", "VALIDITY-LONG", LintLevel.WARNING, "CA/Browser Forum BR 6.3.2, ballot SC-081v3", LocalDate.of(2018, 3, 1)),
            rule("L21", "NESTING", LintLevel.INFO, "the chain breaks when the issuer expires", null),
            rule("L22", "CDP-ABSENT", LintLevel.WARNING, "Lync Server 2013 certificate infrastructure requirements", null),
            rule("L23", "CDP-LDAP-ONLY", LintLevel.WARNING, "a workgroup device cannot read the directory", null),
            rule("L24", "CDP-HTTPS", LintLevel.WARNING, "RFC 5280 section 8", null),
            rule("L25", "AIA-ABSENT", LintLevel.INFO, "RFC 5280 section 4.2.2.1", null),
            rule("L26", "CHAIN-INCOMPLETE", LintLevel.ERROR, "RFC 5246 section 7.4.2; CERT_TRUST_IS_PARTIAL_CHAIN", null),
            rule("L27", "CHAIN-ORDER", LintLevel.WARNING, "RFC 5246 section 7.4.2", null),
            rule("L28", "ROOT-SENT", LintLevel.INFO, "RFC 5246 section 7.4.2", null),
            rule("L29", "CA-BC", LintLevel.ERROR, "RFC 5280 section 4.2.1.9, RFC 3280", LocalDate.of(2002, 4, 1)),
            rule("L30", "CA-KU", LintLevel.ERROR, "RFC 5280 section 4.2.1.3", null),
            rule("L31", "KU-LEAF", LintLevel.WARNING, "RFC 5246 section 7.4.2", null),
            rule("L32", "AKI-SKI", LintLevel.ERROR, "RFC 5280 section 4.2.1.1", null),
            rule("L33", "SIGNATURE-BAD", LintLevel.ERROR, "RFC 5280 section 6.1.3; TRUST_E_CERT_SIGNATURE", null),
            rule("L34", "EKU-CLIENTAUTH-GONE", LintLevel.WARNING, "Chrome root program: clientAuth leaves public certificates in 2026 and 2027", null),
            rule("L35", "UNKNOWN-CRITICAL", LintLevel.ERROR, "RFC 5280 section 4.2; CERT_E_CRITICAL", null),
            rule("L36", "NAMECONSTRAINTS", LintLevel.ERROR, "RFC 5280 section 4.2.1.10", null),
            rule("L37", "DUP-EXT", LintLevel.ERROR, "RFC 5280 section 4.2", null),
            rule("L38", "SERIAL", LintLevel.WARNING, "RFC 5280 section 4.1.2.2; CA/Browser Forum BR 7.1", null),
            rule("L39", "VERSION", LintLevel.ERROR, "RFC 5280 section 4.1.2.1", null),
            rule("L40", "SIGALG-MISMATCH", LintLevel.ERROR, "RFC 5280 section 4.1.1.2", null),
            rule("L41", "DER", LintLevel.WARNING, "X.690 section 10", null),
            rule("L42", "TIME-FORMAT", LintLevel.WARNING, "RFC 5280 section 4.1.2.5", null),
            rule("L43", "SELF-SIGNED-LEAF", LintLevel.ERROR, "CERT_TRUST_IS_UNTRUSTED_ROOT", null),
            rule("L44", "WRONG-STORE", LintLevel.ERROR, "Microsoft KB2795828: HTTP 403.16, Lync event 32042", null),
            rule("L45", "CLIENTCERT-IDENTITY", LintLevel.WARNING, "MS-OCAUTHWS", null),
            rule("L46", "EMPTY-CLIENT-CERT", LintLevel.WARNING, "RFC 5246 section 7.4.6", null),
            rule("L47", "TLS-VERSION", LintLevel.WARNING, "RFC 8996; RFC 7465", null),
            rule("L48", "REVOKED", LintLevel.ERROR, "CERT_TRUST_IS_REVOKED, IS_OFFLINE_REVOCATION; RFC 6960", null),
            rule("L49", "TEMPLATE", LintLevel.INFO, "MS-WCCE", null),
            rule("L50", "UNTRUSTED-ANCHOR", LintLevel.ERROR, "CERT_TRUST_IS_UNTRUSTED_ROOT; the relying side's list of roots", null),
            rule("L51", "PRIVATE-KEY-IN-LOG", LintLevel.ERROR, "a key in a log is known to all who read it", null));

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

    private static LintRule rule(String id, String name, LintLevel level, String source, @Nullable LocalDate effective) {
        return new LintRule(id, name, level, source, Optional.ofNullable(effective));
    }
}
