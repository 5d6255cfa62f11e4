package org.traceweave.readers.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.traceweave.model.Scheme;

/**
 * A challenge, credentials or authentication info ({@code WWW-Authenticate}, {@code Authorization}, {@code Authentication-Info} and
 * the {@code Proxy-} forms; MS-SIPAE). {@code header}: the header's name as written; parameter names in lower case.
 */
public record AuthenticationHeader(String header, String scheme, Map<String, Parameter> parameters) {

    /** A parameter; {@code offset} and {@code length}: its value without quotes, in bytes from the beginning of the text parsed. */
    public record Parameter(String value, boolean quoted, int offset, int length) {
    }

    public AuthenticationHeader {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The scheme as sign-ins name it; {@link Scheme#NONE} for others, such as Digest. */
    public Scheme signInScheme() {
        return switch (scheme.toUpperCase(Locale.ROOT)) {
            case "TLS-DSK" -> Scheme.TLS_DSK;
            case "NTLM" -> Scheme.NTLM;
            case "KERBEROS" -> Scheme.KERBEROS;
            default -> Scheme.NONE;
        };
    }

    public Optional<String> value(String name) {
        return parameter(name).map(Parameter::value);
    }

    public Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The security token, base64; empty where there is none or (as in NTLM's first step) it is of no length. */
    public Optional<String> gssapiData() {
        return value("gssapi-data").filter(data -> !data.isEmpty());
    }

    /** Whether a {@code gssapi-data} parameter is there, even without a token. */
    public boolean hasGssapiData() {
        return parameters.containsKey("gssapi-data");
    }

    /** Identifies the security association, from the server's first token on. */
    public Optional<String> opaque() {
        return value("opaque");
    }

    public Optional<String> realm() {
        return value("realm");
    }

    public Optional<String> targetName() {
        return value("targetname");
    }

    /** Where a TLS-DSK offer sends the client for its certificate. */
    public Optional<String> stsUri() {
        return value("sts-uri");
    }

    /** The signature of a client's request ({@code response}) or of a server's answer ({@code rspauth}). */
    public Optional<String> signature() {
        return value("response").or(() -> value("rspauth"));
    }

    /**
     * Reads a header's value.
     *
     * @param raw the value as written, folds included
     * @param offset where {@code raw} begins, in bytes from the beginning of the text parsed
     */
    static AuthenticationHeader parse(String header, String raw, int offset) {
        int at = 0;
        while (at < raw.length() && raw.charAt(at) <= ' ') {
            at++;
        }
        int schemeStart = at;
        while (at < raw.length() && raw.charAt(at) > ' ' && raw.charAt(at) != ',' && raw.charAt(at) != '=') {
            at++;
        }
        // "rspauth=..." without a scheme
        boolean scheme = at >= raw.length() || raw.charAt(at) != '=';
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Parameters.Parameter p : Parameters.list(raw, scheme ? at : schemeStart, ',')) {
            parameters.putIfAbsent(p.name(), new Parameter(p.value(), p.quoted(), offset + p.offset(), p.length()));
        }
        return new AuthenticationHeader(header, scheme ? raw.substring(schemeStart, at) : "", parameters);
    }

    static List<AuthenticationHeader> parseAll(List<SipHeader> headers, String latin) {
        List<AuthenticationHeader> all = new ArrayList<>(headers.size());
        for (SipHeader header : headers) {
            all.add(parse(header.name(), latin.substring(header.offset(), header.offset() + header.length()), header.offset()));
        }
        return all;
    }
}
