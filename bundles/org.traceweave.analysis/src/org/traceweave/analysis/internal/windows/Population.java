package org.traceweave.analysis.internal.windows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;

/**
 * All sign-ins of a case together, good ones too: which hosts are servers, who carried which certificate, which address belongs to which
 * client, and when sign-ins at a host succeeded. Against them it is seen whether an event has to do with failing at all.
 */
final class Population {

    /** When a sign-in at a host lasted, true times. */
    record Stay(long start, long end, boolean failed) {
    }

    private static final String MANY = "\0";

    private final Set<String> servers = new HashSet<>();
    private final Set<String> users = new HashSet<>();
    private final Map<String, String> userOfCertificate = new HashMap<>();
    private final Map<String, String> userOfAddress = new HashMap<>();
    private final Map<String, String> userOfLocalPart = new HashMap<>();
    private final Map<String, List<Evidence>> firstCarried = new HashMap<>();
    private final Map<String, Set<String>> servedBy = new HashMap<>();
    private final Map<String, List<Stay>> stays = new HashMap<>();
    private final Map<String, List<Long>> successes = new HashMap<>();

    Population(List<SignIn> signIns, HostClocks clocks) {
        for (SignIn signIn : signIns) {
            servers.addAll(signIn.hosts());
            users.add(signIn.user());
            userOfLocalPart.merge(Names.bareUser(signIn.user()), signIn.user(), (one, other) -> one.equals(other) ? one : MANY);
            signIn.clientAddress().map(Names::withoutPort).ifPresent(address -> userOfAddress.putIfAbsent(address, signIn.user()));
            for (String sha1 : signIn.certificates()) {
                userOfCertificate.merge(sha1, signIn.user(), (one, other) -> one.equals(other) ? one : MANY);
                firstCarried.putIfAbsent(sha1, signIn.messages());
            }
        }
        for (SignIn signIn : signIns) {
            stay(signIn, clocks);
        }
        stays.values().forEach(list -> list.sort(Comparator.comparingLong(Stay::start)));
    }

    private void stay(SignIn signIn, HostClocks clocks) {
        boolean succeeded = signIn.outcome() == Outcome.SUCCEEDED;
        long correction = clocks.correction(signIn.hosts().stream().findFirst());
        for (String host : signIn.hosts()) {
            for (String sha1 : signIn.certificates()) {
                if (isShared(sha1)) {
                    servedBy.computeIfAbsent(host, absent -> new LinkedHashSet<>()).add(sha1);
                    if (succeeded) {
                        successes.computeIfAbsent(host + "/" + sha1, absent -> new ArrayList<>()).add(signIn.end() - correction);
                    }
                }
            }
            boolean failed = signIn.isFailure();
            if (signIn.kind() == SignInKind.SIGN_IN && (succeeded || failed)) {
                stays.computeIfAbsent(host, absent -> new ArrayList<>()).add(new Stay(signIn.start() - correction, signIn.end() - correction, failed));
            }
        }
    }

    boolean isServer(String host) {
        return servers.contains(host);
    }

    /** Whether sign-ins of several users carried the certificate: a server's, or an authority's. */
    boolean isShared(String sha1) {
        return MANY.equals(userOfCertificate.get(sha1));
    }

    /** Whether there are several users to tell apart. */
    boolean hasSeveralUsers() {
        return users.size() > 1;
    }

    /** Whether an address is known as that of another user's client. */
    boolean isAddressOfOther(String address, String user) {
        String owner = userOfAddress.get(address);
        return owner != null && !owner.equals(user);
    }

    boolean isClientAddress(String address) {
        return userOfAddress.containsKey(address);
    }

    /** Whether a bare account name can only be this user. */
    boolean isOnlyOneNamed(String user) {
        return user.equals(userOfLocalPart.get(Names.bareUser(user)));
    }

    /** Messages of a sign-in that carried the certificate. */
    List<Evidence> carriedIn(String sha1) {
        return firstCarried.getOrDefault(sha1, List.of());
    }

    /** The certificates that a host showed to several users. */
    Set<String> served(String host) {
        return servedBy.getOrDefault(host, Set.of());
    }

    /** Whether a sign-in at that host with that certificate succeeded between two true times. */
    boolean succeeded(String host, String sha1, long from, long to) {
        return successes.getOrDefault(host + "/" + sha1, List.of()).stream().anyMatch(end -> end >= from && end <= to);
    }

    /** The sign-ins at a host that succeeded or failed, by start. */
    List<Stay> stays(String host) {
        return stays.getOrDefault(host, List.of());
    }
}
