package org.traceweave.probe.internal.net;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.probe.ProbeProxy;

/** One way of authentication that a proxy offers (RFC 9110 section 11.3), and the answer to it. */
record ProxyChallenge(String scheme, Map<String, String> parameters) {

    private static final String SINGLE = "";
    private static final String TOKEN = "([!#$%&'*+.^_`|~\\w-]+)";
    private static final String VALUE = "\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]*))";
    /** A single value instead of parameters, as NTLM and Negotiate have. */
    private static final String TOKEN68 = "(\\s+[\\w+/.~-]+=*(?=\\s*(?:,|$)))";
    private static final Pattern PART = Pattern.compile("\\s*" + TOKEN + "(?:" + VALUE + "|" + TOKEN68 + ")?\\s*(,|$)?");

    /** The challenges of a header; one header may hold several, and parameters of each, all parted by commas. */
    static List<ProxyChallenge> parse(String header) {
        List<ProxyChallenge> challenges = new ArrayList<>();
        Matcher part = PART.matcher(header);
        int at = 0;
        while (at < header.length() && part.find(at) && part.start() == at && part.end() > at) {
            boolean parameter = part.group(2) != null || part.group(3) != null;
            if (parameter && !challenges.isEmpty()) {
                String value = part.group(2) != null ? part.group(2).replaceAll("\\\\(.)", "$1") : part.group(3);
                challenges.getLast().parameters.putIfAbsent(part.group(1).toLowerCase(Locale.ROOT), value);
            } else if (!parameter) {
                challenges.add(new ProxyChallenge(part.group(1), new LinkedHashMap<>()));
                if (part.group(4) != null) {
                    challenges.getLast().parameters.put(SINGLE, part.group(4).strip());
                }
            }
            at = part.end();
        }
        return challenges;
    }

    /** The bytes of the single value, if this is a challenge of NTLM. */
    Optional<byte[]> ntlm() {
        if (!scheme.equalsIgnoreCase("NTLM") || !parameters.containsKey(SINGLE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(parameters.get(SINGLE)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not in Base64, so no challenge
        }
    }

    /** RFC 7617, in UTF-8. */
    Optional<String> basic(ProbeProxy proxy) {
        if (!scheme.equalsIgnoreCase("Basic")) {
            return Optional.empty();
        }
        byte[] pair = userAndPassword(proxy, "");
        String encoded = Base64.getEncoder().encodeToString(pair);
        Arrays.fill(pair, (byte) 0);
        return Optional.of("Basic " + encoded);
    }

    /** RFC 7616 with MD5 or SHA-256; {@code auth-int} alone cannot be answered. */
    Optional<String> digest(ProbeProxy proxy, String uri) {
        Optional<String> algorithm = hashName();
        List<String> qops = List.of(parameters.getOrDefault("qop", "").split("\\s*,\\s*"));
        boolean auth = qops.contains("auth");
        if (!scheme.equalsIgnoreCase("Digest") || algorithm.isEmpty() || !parameters.containsKey("nonce") || parameters.containsKey("qop") && !auth) {
            return Optional.empty();
        }
        String hash = algorithm.get();
        String nonce = parameters.get("nonce");
        String realm = parameters.getOrDefault("realm", "");
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String cnonce = HexFormat.of().formatHex(random);
        byte[] secret = userAndPassword(proxy, realm + ":");
        String first = hex(hash, secret);
        Arrays.fill(secret, (byte) 0);
        if (session()) {
            first = hex(hash, text(first + ":" + nonce + ":" + cnonce));
        }
        String second = hex(hash, text("CONNECT:" + uri));
        String response = hex(hash, text(first + ":" + nonce + (auth ? ":00000001:" + cnonce + ":auth:" : ":") + second));
        return Optional.of("Digest username=" + quoted(proxy.user().orElse("")) + ", realm=" + quoted(realm) + ", nonce=" + quoted(nonce)
                + ", uri=" + quoted(uri) + ", response=" + quoted(response)
                + (parameters.containsKey("algorithm") ? ", algorithm=" + parameters.get("algorithm") : "")
                + (auth || session() ? ", cnonce=" + quoted(cnonce) : "") + (auth ? ", nc=00000001, qop=auth" : "")
                + (parameters.containsKey("opaque") ? ", opaque=" + quoted(parameters.get("opaque")) : ""));
    }

    private boolean session() {
        return parameters.getOrDefault("algorithm", "").toLowerCase(Locale.ROOT).endsWith("-sess");
    }

    private Optional<String> hashName() {
        return switch (parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT)) {
            case "MD5", "MD5-SESS" -> Optional.of("MD5");
            case "SHA-256", "SHA-256-SESS" -> Optional.of("SHA-256");
            default -> Optional.empty();
        };
    }

    /** {@code user:between password}, from the password's characters and without a string of it. */
    private static byte[] userAndPassword(ProbeProxy proxy, String between) {
        char[] password = proxy.password().orElse(new char[0]);
        CharBuffer all = CharBuffer.allocate(proxy.user().orElse("").length() + 1 + between.length() + password.length);
        all.put(proxy.user().orElse("")).put(':').put(between).put(password).flip();
        java.nio.ByteBuffer encoded = StandardCharsets.UTF_8.encode(all);
        Arrays.fill(all.array(), '\0');
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
