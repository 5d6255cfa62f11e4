package org.traceweave.analysis.internal.signin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.traceweave.analysis.internal.windows.ClientLogs;
import org.traceweave.model.Evidence;
import org.traceweave.model.SoftwareSide;
import org.traceweave.model.SoftwareVersion;
import org.traceweave.model.VersionBasis;

/** Tells which versions ran on both sides of an attempt: by the headers of its own messages, and by what was installed on its machines then. */
final class AttemptVersions {

    private final ClientLogs clientLogs;
    private final HostSoftware software;

    AttemptVersions(ClientLogs clientLogs, HostSoftware software) {
        this.clientLogs = clientLogs;
        this.software = software;
    }

    /** The client's first, then the servers' in the order in which they were met. */
    List<SoftwareVersion> of(Attempt attempt) {
        List<RegisterMessage> messages = attempt.exchanges().stream().flatMap(exchange -> exchange.messages().stream()).toList();
        Set<String> machines = new LinkedHashSet<>(clientLogs.machines(messages.stream().map(RegisterMessage::evidence).toList()));
        messages.forEach(message -> message.workstation().ifPresent(machines::add));
        List<SoftwareVersion> versions = new ArrayList<>();
        messages.stream().filter(message -> message.device().isPresent()).findFirst().ifPresent(
                request -> versions.addAll(client(request.device().orElse(""), machines, request.evidence())));
        installed(machines, SoftwareSide.CLIENT, attempt.start(), versions);
        attempt.exchanges().forEach(exchange -> serverHeader(exchange, versions));
        Set<String> hosts = new LinkedHashSet<>();
        messages.stream().filter(message -> !message.fromClientLog()).forEach(message -> message.host().ifPresent(hosts::add));
        installed(hosts, SoftwareSide.SERVER, attempt.start(), versions);
        return versions;
    }

    /** Of an attempt that ended before SIP. */
    List<SoftwareVersion> of(List<HttpStep> steps) {
        List<SoftwareVersion> versions = new ArrayList<>();
        steps.stream().filter(step -> step.userAgent().isPresent()).findFirst().ifPresent(
                step -> versions.addAll(client(step.userAgent().orElse(""), Set.of(), step.messages().getFirst())));
        Set<String> hosts = new LinkedHashSet<>();
        steps.forEach(step -> step.host().ifPresent(hosts::add));
        installed(hosts, SoftwareSide.SERVER, steps.getFirst().trueTime(), versions);
        return versions;
    }

    private static List<SoftwareVersion> client(String userAgent, Set<String> machines, Evidence evidence) {
        Optional<String> machine = machines.stream().findFirst();
        return ProductTokens.of(userAgent).stream()
                .map(product -> new SoftwareVersion(SoftwareSide.CLIENT, machine, product.name(), product.version(), VersionBasis.USER_AGENT, evidence)).toList();
    }

    /** Servers pass an answer on as it is, so that the first of them to log it is the one that wrote the header. */
    private static void serverHeader(Exchange exchange, List<SoftwareVersion> versions) {
        exchange.messages().stream().filter(message -> message.server().isPresent())
                .min(Comparator.comparing(RegisterMessage::fromClientLog).thenComparingLong(RegisterMessage::trueTime)).ifPresent(answer -> {
                    Optional<String> host = answer.fromClientLog() ? Optional.empty() : answer.host();
                    for (ProductTokens.Product product : ProductTokens.of(answer.server().orElse(""))) {
                        SoftwareVersion version = new SoftwareVersion(SoftwareSide.SERVER, host, product.name(), product.version(), VersionBasis.SERVER_HEADER,
                                answer.evidence());
                        if (versions.stream().noneMatch(known -> same(known, version))) {
                            versions.add(version);
                        }
                    }
                });
    }

    private static boolean same(SoftwareVersion one, SoftwareVersion other) {
        return one.side() == other.side() && one.host().equals(other.host()) && one.product().equals(other.product()) && one.version().equals(other.version());
    }

    private void installed(Set<String> hosts, SoftwareSide side, long time, List<SoftwareVersion> versions) {
        hosts.forEach(host -> versions.addAll(software.at(host, side, time)));
    }
}
