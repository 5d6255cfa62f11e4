package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.sip.KerberosToken;
import org.traceweave.readers.sip.NtlmToken;

/** What an NTLM or Kerberos token says in clear, in words: names and clocks, never a response or a key. */
public final class TokenWords {

    private static final int VERSION_1_LENGTH = 24;

    private TokenWords() {
    }

    /** Of a negotiation, a challenge or an answer (types 1 to 3, MS-NLMP 2.2.1); empty for other bytes. */
    public static Optional<String> ofNtlm(byte[] bytes) {
        return NtlmToken.parse(bytes).map(token -> switch (token.type()) {
            case 1 -> "NTLM negotiation";
            case 2 -> "NTLM challenge" + token.target().map(target -> " of " + target).orElse("") + clock(token.fileTime());
            default -> "NTLM answer" + version(token) + account(token) + token.workstation().filter(name -> !name.isBlank()).map(name -> " from " + name).orElse("")
                    + clock(token.fileTime());
        });
    }

    /** The machine that an answer (type 3) says it comes from, in upper case. */
    static Optional<String> workstation(byte[] bytes) {
        return NtlmToken.parse(bytes).filter(token -> token.type() == 3).flatMap(NtlmToken::workstation).map(name -> name.strip().toUpperCase(Locale.ROOT))
                .filter(name -> !name.isEmpty());
    }

    /** Version 1 answers have 24 bytes, version 2 ones more (MS-NLMP 2.2.2): a server may take only the latter (LmCompatibilityLevel). */
    private static String version(NtlmToken token) {
        int length = token.ntResponseLength();
        return length == 0 ? "" : length == VERSION_1_LENGTH ? " (version 1)" : " (version 2)";
    }

    private static String account(NtlmToken token) {
        List<String> parts = new ArrayList<>();
        token.domain().filter(name -> !name.isBlank()).ifPresent(parts::add);
        token.user().filter(name -> !name.isBlank()).ifPresent(parts::add);
        return parts.isEmpty() ? ", anonymous" : " of " + String.join("\\", parts);
    }

    private static String clock(OptionalLong fileTime) {
        return fileTime.isEmpty() ? "" : ", clock " + UtcTime.format(fileTime.getAsLong()).replaceFirst("\\.(\\d{3})\\d*Z$", ".$1Z");
    }

    /** Of an AP-REQ: for which service the ticket is, and how it is encrypted (RFC 3961, 4757 and 8009). */
    public static Optional<String> ofKerberos(byte[] bytes) {
        return KerberosToken.parse(bytes).map(token -> "Kerberos ticket" + token.service().map(service -> " for " + service).orElse("")
                + token.realm().map(realm -> " of " + realm).orElse("")
                + (token.encryptionType().isEmpty() ? "" : ", " + encryption(token.encryptionType().getAsInt())));
    }

    private static String encryption(int type) {
        return switch (type) {
            case 1, 3 -> "DES";
            case 17, 19 -> "AES-128";
            case 18, 20 -> "AES-256";
            case 23, 24 -> "RC4";
            default -> "encryption type " + type;
        };
    }
}
