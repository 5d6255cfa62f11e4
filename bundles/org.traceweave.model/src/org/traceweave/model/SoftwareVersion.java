package org.traceweave.model;

import java.util.Optional;

/**
 * Which version of a product ran on one side of a sign-in, as far as a trace tells. {@code host}: the server's short name, or the
 * client's machine where it is known; {@code version} as written ({@code 16.0.4266.1001}, {@code 6.0.9319.0}).
 */
public record SoftwareVersion(
        SoftwareSide side,
        Optional<String> host,
        String product,
        String version,
        VersionBasis basis,
        Evidence evidence) {
}
