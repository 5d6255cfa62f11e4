package org.traceweave.readers.sip;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blots out secrets in text that is printed, shown or copied: private keys, passwords, NTLM responses, bearer and web tickets,
 * cookies. What surrounds them stays, so that the text can still be read.
 */
public final class Masking {

    /** What stands in a secret's place. */
    public static final String MASK = "\u2022\u2022\u2022";

    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "(-----BEGIN [A-Z0-9 ]{0,24}PRIVATE KEY-----).*?(-----END [A-Z0-9 ]{0,24}PRIVATE KEY-----|\\z)", Pattern.DOTALL);
    private static final Pattern NTLM_AUTHENTICATE = Pattern.compile("TlRMTVNTUAAD[A-Za-z0-9+/]+={0,2}");
    private static final Pattern HTTP_CREDENTIALS = Pattern.compile(
            "(?i)(\\bAuthorization\\s*:\\s*(?:Bearer|Basic|Digest)\\s+)[^\\r\\n]+");
    private static final Pattern TICKET = Pattern.compile(
            "(?i)(\\b(?:X-MS-WebTicket|Cookie|Set-Cookie)\\s*:\\s*(?:opaque=)?)[^\\r\\n]+");
    private static final Pattern BEARER = Pattern.compile("(?i)(\\bBearer\\s+)[A-Za-z0-9._~+/-]{16,}=*");
    // a web ticket is worth nothing without its signature
    private static final Pattern SECRET_ELEMENT = Pattern.compile(
            "(?i)(<(?:[A-Za-z0-9]+:)?(?:Password|Pwd|BinarySecret|SignatureValue)\\b[^>]*>)[^<]+(</)");
    private static final Pattern NEGOTIATE = Pattern.compile("(?i)(\\bAuthorization\\s*:\\s*(?:Negotiate|NTLM)\\s+)([A-Za-z0-9+/]+={0,2})");
    private static final Pattern PASSWORD_PAIR = Pattern.compile(
            "(?i)(\\b(?:password|passwd|pwd|client_secret|access_token|refresh_token)\"?\\s*[=:]\\s*)(\"[^\"\\r\\n]*\"|[^\\s\"&;,<>]+)");

    private Masking() {
    }

    /** The text with its secrets blotted out; the same string if it holds none. */
    public static String mask(String text) {
        String masked = text;
        if (masked.contains("PRIVATE KEY-----")) {
            masked = PRIVATE_KEY.matcher(masked).replaceAll("$1" + MASK + "$2");
        }
        if (masked.contains("TlRMTVNTUAAD")) {
            masked = NTLM_AUTHENTICATE.matcher(masked).replaceAll(Masking::authenticate);
        }
        masked = HTTP_CREDENTIALS.matcher(masked).replaceAll("$1" + MASK);
        masked = TICKET.matcher(masked).replaceAll("$1" + MASK);
        masked = BEARER.matcher(masked).replaceAll("$1" + MASK);
        masked = NEGOTIATE.matcher(masked).replaceAll(Masking::negotiate);
        masked = SECRET_ELEMENT.matcher(masked).replaceAll("$1" + MASK + "$2");
        return PASSWORD_PAIR.matcher(masked).replaceAll("$1" + MASK);
    }

    /** An NTLM authenticate message keeps who and where, and loses its responses. */
    private static String authenticate(MatchResult match) {
        return Matcher.quoteReplacement(NtlmToken.parseBase64(match.group()).map(NtlmToken::masked).orElse(MASK));
    }

    /** NTLM inside SPNEGO stands at no fixed place of the base64, so all of it goes. */
    private static String negotiate(MatchResult match) {
        boolean secret = !match.group(2).startsWith("TlRMTVNTUA")
                && NtlmToken.parseBase64(match.group(2)).filter(token -> token.type() == 3).isPresent();
        return Matcher.quoteReplacement(match.group(1) + (secret ? MASK : match.group(2)));
    }
}
