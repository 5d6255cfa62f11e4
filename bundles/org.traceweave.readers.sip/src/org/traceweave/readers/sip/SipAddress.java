package org.traceweave.readers.sip;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The value of From, To or Contact: a URI with its parameters and those of the header. Parameter names are in lower case; a parameter
 * without a value is there with an empty one.
 */
public record SipAddress(String display, String uri, Map<String, String> uriParameters, Map<String, String> parameters) {

    public SipAddress {
        uriParameters = Map.copyOf(uriParameters);
        parameters = Map.copyOf(parameters);
    }

    /** The address as fields of records name users: in lower case, without scheme and URI parameters. */
    public String address() {
        String bare = uri;
        int colon = bare.indexOf(':');
        if (colon > 0 && colon <= 4 && bare.substring(0, colon).chars().allMatch(Character::isLetter)) {
            bare = bare.substring(colon + 1);
        }
        return bare.toLowerCase(Locale.ROOT);
    }

    /** Host (and port) of the URI. */
    public String host() {
        String bare = address();
        return bare.substring(bare.indexOf('@') + 1);
    }

    public Optional<String> tag() {
        return Optional.ofNullable(parameters.get("tag"));
    }

    /** The endpoint id, which tells one user's devices apart. */
    public Optional<String> epid() {
        return Optional.ofNullable(parameters.get("epid"));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Reads {@code "Name" <sip:user@host;x=y>;tag=1} or {@code sip:user@host;tag=1}. Never fails: what is not there is empty. */
    public static SipAddress parse(String value) {
        int open = value.indexOf('<');
        int close = open < 0 ? -1 : value.indexOf('>', open);
        String display = "";
        String uri;
        String rest;
        Map<String, String> uriParameters = Map.of();
        if (close > 0) {
            display = Parameters.unquote(value.substring(0, open).strip());
            String inner = value.substring(open + 1, close).strip();
            int semicolon = inner.indexOf(';');
            uri = semicolon < 0 ? inner : inner.substring(0, semicolon);
            uriParameters = semicolon < 0 ? Map.of() : Parameters.parse(inner.substring(semicolon + 1), ';');
            rest = value.substring(close + 1);
        } else {
            int semicolon = value.indexOf(';');
            uri = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
            rest = semicolon < 0 ? "" : value.substring(semicolon);
        }
        int first = rest.indexOf(';');
        Map<String, String> parameters = first < 0 ? Map.of() : Parameters.parse(rest.substring(first + 1), ';');
        return new SipAddress(display, uri, uriParameters, parameters);
    }
}
