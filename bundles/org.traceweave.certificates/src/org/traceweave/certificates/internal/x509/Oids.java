package org.traceweave.certificates.internal.x509;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What object identifiers are called: attributes of names as RFC 4514 and OpenSSL write them, algorithms by their usual name with the hash
 * they use, and everything else (extensions, usages, policies, curves).
 */
public final class Oids {

    private static final Map<String, String> ATTRIBUTES = table("attributes.tsv", 1);
    private static final Map<String, String> ALGORITHMS = table("algorithms.tsv", 1);
    private static final Map<String, String> HASHES = table("algorithms.tsv", 2);
    private static final Map<String, String> OBJECTS = table("objects.tsv", 1);

    private Oids() {
    }

    /** The short name of an attribute type of names. */
    public static Optional<String> attribute(String oid) {
        return Optional.ofNullable(ATTRIBUTES.get(oid));
    }

    /** The usual name of a signature or key algorithm, or the OID itself. */
    public static String algorithm(String oid) {
        return ALGORITHMS.getOrDefault(oid, oid);
    }

    /** The hash a signature algorithm signs with: {@code SHA1}, {@code SHA256}. Algorithms that hash in their own way have none. */
    public static Optional<String> hash(String oid) {
        return Optional.ofNullable(HASHES.get(oid)).filter(hash -> !hash.isEmpty());
    }

    public static Optional<String> object(String oid) {
        return Optional.ofNullable(OBJECTS.get(oid));
    }

    /** The name, or the OID itself. */
    public static String named(String oid) {
        String name = OBJECTS.get(oid);
        if (name == null) {
            name = ALGORITHMS.get(oid);
        }
        return name != null ? name : oid;
    }

    /** {@code serverAuth (1.3.6.1.5.5.7.3.1)}, or the OID alone. */
    public static String explained(String oid) {
        String name = named(oid);
        return name.equals(oid) ? oid : name + " (" + oid + ")";
    }

    private static Map<String, String> table(String file, int column) {
        Map<String, String> table = new HashMap<>();
        InputStream stream = Objects.requireNonNull(Oids.class.getResourceAsStream(file));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                String[] cells = line.split("\t", -1);
                table.put(cells[0], cells[column]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(table);
    }
}
