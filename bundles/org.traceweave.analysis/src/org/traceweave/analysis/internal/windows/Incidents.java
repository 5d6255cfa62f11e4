package org.traceweave.analysis.internal.windows;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.Phase;
import org.traceweave.model.Scheme;
import org.traceweave.model.SignIn;

/** Makes incidents of failed sign-ins and connections: their times corrected, and what can be joined to them. */
final class Incidents {

    private static final Pattern ALERT = Pattern.compile("(?i)\\balert\\b\\D{0,12}(\\d{1,3})\\b");
    /** A password or ticket can have failed these, whatever the scheme that was used last. */
    private static final Set<Phase> CREDENTIALS = EnumSet.of(Phase.DISCOVERY, Phase.WEB_TICKET, Phase.PROVISIONING, Phase.OFFER, Phase.CREDENTIALS);

    private final HostClocks clocks;
    private final ClientLogs clients;

    Incidents(HostClocks clocks, ClientLogs clients) {
        this.clocks = clocks;
        this.clients = clients;
    }

    Incident of(SignIn signIn) {
        Optional<String> clock = signIn.hosts().stream().findFirst();
        long correction = clock.isPresent() ? clocks.correction(clock) : clients.correction(signIn.messages());
        boolean credentials = CREDENTIALS.contains(signIn.phase()) || signIn.scheme() == Scheme.NTLM || signIn.scheme() == Scheme.KERBEROS;
        String client = signIn.user() + "|" + signIn.endpointId().or(() -> signIn.clientAddress().map(Names::withoutPort)).orElse("");
        return new Incident(signIn.id(), client, signIn.start() - correction, signIn.end() - correction, clock, signIn.hosts(),
                clients.machines(signIn), Optional.of(signIn.user()), signIn.clientAddress(), signIn.certificates(), signIn.callIds(),
                alert(signIn.reason()), signIn.hresult(), credentials, signIn.messages());
    }

    Incident of(FailedConnection connection) {
        Optional<String> clock = Optional.of(connection.host());
        long correction = clocks.correction(clock);
        return new Incident(connection.id(), Names.withoutPort(connection.peer()), connection.start() - correction, connection.end() - correction,
                clock, List.of(connection.host()), clients.machines(connection.evidence()), Optional.empty(), Optional.of(connection.peer()),
                List.of(), List.of(), connection.alert(), connection.hresult(), false, connection.evidence());
    }

    private static OptionalInt alert(Optional<String> reason) {
        Matcher found = ALERT.matcher(reason.orElse(""));
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }
}
