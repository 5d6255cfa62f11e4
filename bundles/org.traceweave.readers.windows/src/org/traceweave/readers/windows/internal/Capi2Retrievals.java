package org.traceweave.readers.windows.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.readers.windows.Capi2Retrieval;
import org.traceweave.readers.windows.Capi2Revocation;
import org.traceweave.readers.windows.EventElement;
import org.traceweave.readers.windows.HResult;

/** Reads what CAPI2's events tell of retrievals and of revocation checks. */
public final class Capi2Retrievals {

    /** Ends of: issuer from cache and network, third-party root from cache and network, object from cache and network. */
    private static final Set<Integer> RETRIEVALS = Set.of(13, 15, 18, 20, 51, 53);
    private static final Set<Integer> FROM_NETWORK = Set.of(15, 20, 53);
    private static final Set<Integer> ISSUERS = Set.of(13, 15);
    private static final Set<Integer> ROOTS = Set.of(18, 20);
    private static final int REVOCATION = 41;
    /** CONTEXT_OID_ constants of wincrypt.h. */
    private static final Map<Integer, String> KINDS = Map.of(1, "issuer", 2, "crl", 3, "trust-list", 4, "issuer", 6, "ocsp");

    private Capi2Retrievals() {
    }

    /** The retrieval that an event tells the end of. */
    public static Optional<Capi2Retrieval> of(int eventId, EventElement root) {
        if (!RETRIEVALS.contains(eventId)) {
            return Optional.empty();
        }
        Optional<String> url = root.child("URL").map(EventElement::text).map(String::strip).filter(text -> !text.isEmpty());
        OptionalLong result = root.child("Result").map(Capi2Elements::value).orElse(OptionalLong.empty());
        return Optional.of(new Capi2Retrieval(FROM_NETWORK.contains(eventId), what(eventId, root, url), url, proxy(root), result));
    }

    private static String what(int eventId, EventElement root, Optional<String> url) {
        if (ISSUERS.contains(eventId)) {
            return "issuer";
        }
        OptionalLong constant = root.child("Object").flatMap(object -> object.attribute("constant")).map(HResult::parse).orElse(OptionalLong.empty());
        String type = root.child("Object").flatMap(object -> object.attribute("type")).orElse("");
        String known = constant.isPresent() ? KINDS.get((int) constant.getAsLong()) : null;
        if (known != null) {
            return known;
        }
        if (type.contains("OCSP")) {
            return "ocsp";
        }
        boolean list = type.contains("CTL") || ROOTS.contains(eventId) || url.filter(text -> text.endsWith(".cab") || text.endsWith(".stl")).isPresent();
        return list ? "trust-list" : "object";
    }

    /** The proxy steps in their order, each with its error. */
    private static Optional<String> proxy(EventElement root) {
        List<String> steps = new ArrayList<>();
        for (EventElement action : root.path("AdditionalInfo").map(info -> info.children("Action")).orElse(List.of())) {
            String name = action.attribute("name").orElse("");
            String step = switch (name) {
                case "NoProxy" -> "no proxy";
                case "ProxyListAndByPassList" -> "proxy " + action.attribute("parameter1").orElse("(not named)");
                case "Call_WinHttpGetProxyForUrl" -> "automatic proxy detection";
                default -> name.contains("Proxy") ? name : "";
            };
            OptionalLong error = action.child("Error").map(Capi2Elements::value).orElse(OptionalLong.empty());
            if (!step.isEmpty()) {
                steps.add(error.orElse(0) == 0 ? step : step + " failed: " + HResult.described(error.getAsLong()));
            }
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", steps.stream().distinct().toList()));
    }

    /** The revocation check that event 41 tells the end of. */
    public static Optional<Capi2Revocation> revocation(int eventId, EventElement root) {
        if (eventId != REVOCATION) {
            return Optional.empty();
        }
        OptionalLong told = root.child("RevocationStatus").flatMap(status -> status.attribute("error")).map(HResult::parseHex).orElse(OptionalLong.empty());
        OptionalLong result = root.child("Result").map(Capi2Elements::value).orElse(OptionalLong.empty());
        return Optional.of(new Capi2Revocation(root.child("Certificate").flatMap(Capi2Elements::thumbprint),
                result.orElse(0) != 0 || told.isEmpty() ? result : told, means(root), url(root)));
    }

    /** The revocation check inside a chain element. */
    static Optional<Capi2Revocation> revocation(EventElement chainElement) {
        return chainElement.child("RevocationInfo").map(told -> new Capi2Revocation(
                chainElement.child("Certificate").flatMap(Capi2Elements::thumbprint),
                told.child("RevocationResult").map(Capi2Elements::value).orElse(OptionalLong.empty()), means(told), url(told)));
    }

    private static Optional<String> means(EventElement owner) {
        Optional<EventElement> list = owner.child("CertificateRevocationList");
        return list.or(() -> owner.child("OCSPResponse")).map(used -> (list.isPresent() ? "the CRL" : "the OCSP answer")
                + used.attribute("location").map(Capi2Retrievals::place).orElse(""));
    }

    private static String place(String location) {
        return switch (location) {
            case "Wire" -> " from the network";
            case "UrlCache" -> " from the cache on disk";
            case "TvoCache" -> " from the cache in memory";
            default -> " from " + location;
        };
    }

    private static Optional<String> url(EventElement owner) {
        return owner.children().stream().map(child -> child.attribute("url")).flatMap(Optional::stream).findFirst();
    }
}
