package org.traceweave.readers.windows;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.EventMessages;
import org.traceweave.readers.windows.internal.KerberosErrors;
import org.traceweave.readers.windows.internal.UserNames;

/**
 * Decodes what Kerberos, NTLM, Netlogon and the Local Security Authority log of authentications that failed for the machine's reasons: wrong
 * service name, clock, unreachable domain controller, policy. Refused logons of people are {@link LogonEvents}'. Errors that every Kerberos
 * exchange begins with (pre-authentication required) are none.
 */
public final class SecurityPackageEvents implements EventDecoder {

    /** Provider names, of newer and older builds, and what they are. */
    private static final Map<String, String> SOURCES = Map.of("Microsoft-Windows-Security-Kerberos", "kerberos", "Kerberos", "kerberos",
            "Microsoft-Windows-Kerberos-Key-Distribution-Center", "kdc", "KDC", "kdc", "Microsoft-Windows-NTLM", "ntlm",
            "NETLOGON", "netlogon", "Netlogon", "netlogon", "LsaSrv", "lsasrv", "LSASRV", "lsasrv", "LSA (LsaSrv)", "lsasrv");
    private static final int KERBEROS_ERROR = 3;

    @Override
    public String id() {
        return "security-packages";
    }

    @Override
    public boolean handles(String provider, int eventId) {
        String source = SOURCES.get(provider);
        return source != null && EventMessages.securityPackage(source, eventId) != null;
    }

    @Override
    public Optional<EventFailure> decode(WindowsEvent event) {
        String source = SOURCES.get(event.provider());
        String sentence = source == null ? null : EventMessages.securityPackage(source, event.eventId());
        OptionalLong code = code(event);
        boolean kerberosError = "kerberos".equals(source) && event.eventId() == KERBEROS_ERROR;
        if (sentence == null || kerberosError && KerberosErrors.isOrdinary(code.orElse(0))) {
            return Optional.empty();
        }
        Optional<String> why = kerberosError ? code.stream().boxed().findFirst().map(KerberosErrors::reason) : reason(event, code);
        Optional<String> target = first(event, "TargetName", "Target", "Server", "ServerName", "SPN");
        String about = Stream.of(target.map(name -> " (" + name + ")"), why.map(text -> ": " + text)).flatMap(Optional::stream)
                .collect(Collectors.joining());
        EventIdentities names = EventIdentities.NONE;
        for (String user : Stream.of("LogonSession", "ClientName", "UserName", "User").map(event::value).flatMap(Optional::stream)
                .map(name -> UserNames.identity(name, event.value("ClientRealm").or(() -> event.value("DomainName")).orElse(null)))
                .filter(java.util.Objects::nonNull).toList()) {
            names = names.withUser(user);
        }
        String end = about.endsWith(".") ? "" : ".";
        return Optional.of(EventFailure.of(WindowsFailureKind.LOGON, event, sentence + about + end).process(first(event, "ProcessName", "Program"))
                .code(kerberosError ? OptionalLong.empty() : code).target(target.map(SecurityPackageEvents::hostOf)).names(names).build());
    }

    private static OptionalLong code(WindowsEvent event) {
        return first(event, "ErrorCode", "Status", "Error").map(HResult::parse).orElse(OptionalLong.empty());
    }

    /** The code in words, or else what the event says itself. */
    private static Optional<String> reason(WindowsEvent event, OptionalLong code) {
        if (code.isPresent() && code.getAsLong() != 0) {
            return Optional.of(HResult.of(code.getAsLong()).map(known -> known.name() + ": " + known.text())
                    .orElseGet(() -> HResult.word(code.getAsLong())));
        }
        return first(event, "Error", "ErrorMessage", "ErrorText").or(() -> event.renderedMessage().map(text -> text.strip().lines().findFirst().orElse("")));
    }

    /** The host of a service principal name: {@code sip/fe01.contoso.local@CONTOSO} gives {@code fe01.contoso.local}. */
    private static String hostOf(String principal) {
        String realmless = principal.indexOf('@') > 0 ? principal.substring(0, principal.indexOf('@')) : principal;
        String[] parts = realmless.split("/");
        return parts.length > 1 ? parts[1] : realmless;
    }

    private static Optional<String> first(WindowsEvent event, String... names) {
        return Stream.of(names).map(event::value).flatMap(Optional::stream).map(String::strip).findFirst();
    }
}
