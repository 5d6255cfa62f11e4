package org.traceweave.readers.windows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.UserNames;

/** Decodes logon events of the Security log: who, from where, and why it was refused. */
public final class LogonEvents implements EventDecoder {

    public static final String PROVIDER = "Microsoft-Windows-Security-Auditing";

    private static final Set<Integer> IDS = Set.of(4624, 4625, 4648, 4768, 4769, 4771, 4776);
    private static final Set<Integer> SUCCESSES = Set.of(4624, 4648);
    private static final Set<Integer> KERBEROS = Set.of(4768, 4769, 4771);
    /** RFC 4120, 7.5.9. */
    private static final Map<Long, String> KERBEROS_ERRORS = Map.ofEntries(
            Map.entry(0x6L, "KDC_ERR_C_PRINCIPAL_UNKNOWN: the account does not exist"),
            Map.entry(0x7L, "KDC_ERR_S_PRINCIPAL_UNKNOWN: the service principal name is not known"),
            Map.entry(0x8L, "KDC_ERR_PRINCIPAL_NOT_UNIQUE: several accounts share the name"),
            Map.entry(0xcL, "KDC_ERR_POLICY: a policy or restriction forbids the logon"),
            Map.entry(0xdL, "KDC_ERR_BADOPTION: the option cannot be granted"),
            Map.entry(0xeL, "KDC_ERR_ETYPE_NOSUPP: the encryption type is not supported"),
            Map.entry(0x10L, "KDC_ERR_PADATA_TYPE_NOSUPP: the kind of pre-authentication is not supported"),
            Map.entry(0x12L, "KDC_ERR_CLIENT_REVOKED: the account is disabled, locked out or expired"),
            Map.entry(0x17L, "KDC_ERR_KEY_EXPIRED: the password has expired"),
            Map.entry(0x18L, "KDC_ERR_PREAUTH_FAILED: the password is wrong"),
            Map.entry(0x19L, "KDC_ERR_PREAUTH_REQUIRED: pre-authentication is asked for, which is ordinary"),
            Map.entry(0x1bL, "KDC_ERR_MUST_USE_USER2USER: user-to-user authentication is needed"),
            Map.entry(0x1fL, "KRB_AP_ERR_BAD_INTEGRITY: the integrity check failed"),
            Map.entry(0x20L, "KRB_AP_ERR_TKT_EXPIRED: the ticket has expired"),
            Map.entry(0x25L, "KRB_AP_ERR_SKEW: the clocks differ too much"),
            Map.entry(0x29L, "KRB_AP_ERR_MODIFIED: the ticket is for another key"),
            Map.entry(0x3cL, "KRB_ERR_GENERIC"),
            Map.entry(0x44L, "KDC_ERR_WRONG_REALM: the account belongs to another realm"));
    private static final long PREAUTHENTICATION_REQUIRED = 0x19;

    @Override
    public String id() {
        return "logon";
    }

    @Override
    public boolean handles(String provider, int eventId) {
        return IDS.contains(eventId) && !SUCCESSES.contains(eventId) && provider.equals(PROVIDER);
    }

    @Override
    public Optional<EventFailure> decode(WindowsEvent event) {
        return read(event).filter(logon -> !logon.succeeded()).map(logon -> new EventFailure(WindowsFailureKind.LOGON, event,
                logon.processName(), meaning(logon), OptionalInt.empty(), OptionalLong.empty(), hresult(logon), List.of(),
                logon.user(), List.of(), event.value("TargetServerName").or(() -> event.value("ServiceName")), Optional.empty(),
                Optional.empty(), logon.user().stream().toList(), logon.peer(), List.of()));
    }

    /** The logon that the event tells of, successful or not; empty for other events. */
    public static Optional<Logon> read(WindowsEvent event) {
        if (!IDS.contains(event.eventId()) || !event.provider().equals(PROVIDER)) {
            return Optional.empty();
        }
        Optional<String> name = event.value("TargetUserName");
        String domain = event.value("TargetDomainName").orElse(null);
        OptionalLong status = status(event);
        boolean succeeded = switch (event.eventId()) {
            case 4625, 4771 -> false;
            case 4624, 4648 -> true;
            default -> status.orElse(0) == 0 || event.eventId() == 4768 && status.getAsLong() == PREAUTHENTICATION_REQUIRED;
        };
        Optional<String> address = event.value("IpAddress").map(LogonEvents::address).filter(ip -> !ip.equals("-"));
        Optional<String> port = event.value("IpPort").filter(number -> !number.equals("-") && !number.equals("0"));
        return Optional.of(new Logon(event, name.map(user -> UserNames.identity(user, domain)), succeeded, status,
                status.isPresent() && status.getAsLong() != 0 ? Optional.of(reason(event.eventId(), status.getAsLong())) : Optional.empty(),
                logonType(event), event.value("AuthenticationPackageName").or(() -> event.value("PackageName")),
                event.value("WorkstationName").or(() -> event.value("Workstation")).filter(text -> !text.equals("-")),
                address, address.map(ip -> port.map(number -> ip + ":" + number).orElse(ip)),
                event.value("ProcessName").filter(path -> !path.equals("-")).map(path -> path.substring(path.lastIndexOf('\\') + 1))));
    }

    /** IPv4 addresses without the IPv6 prefix that Kerberos events put before them. */
    private static String address(String text) {
        return text.startsWith("::ffff:") ? text.substring("::ffff:".length()) : text;
    }

    /** 4625 gives the precise reason as SubStatus, and a general one as Status. */
    private static OptionalLong status(WindowsEvent event) {
        OptionalLong precise = event.value("SubStatus").map(HResult::parse).orElse(OptionalLong.empty());
        return precise.orElse(0) != 0 ? precise : event.value("Status").map(HResult::parse).orElse(OptionalLong.empty());
    }

    private static OptionalInt logonType(WindowsEvent event) {
        OptionalLong type = event.value("LogonType").map(HResult::parse).orElse(OptionalLong.empty());
        return type.isPresent() ? OptionalInt.of((int) type.getAsLong()) : OptionalInt.empty();
    }

    private static String reason(int eventId, long status) {
        String kerberos = KERBEROS.contains(eventId) ? KERBEROS_ERRORS.get(status) : null;
        return kerberos != null ? kerberos
                : HResult.of(status).map(known -> known.name() + ": " + known.text()).orElseGet(() -> HResult.word(status));
    }

    private static Optional<String> hresult(Logon logon) {
        boolean kerberos = KERBEROS.contains(logon.event().eventId());
        return logon.status().isPresent() && !kerberos ? Optional.of(HResult.word(logon.status().getAsLong())) : Optional.empty();
    }

    private static String meaning(Logon logon) {
        String who = logon.user().or(() -> logon.event().value("TargetUserName")).orElse("An unknown account");
        String from = logon.peer().or(logon::workstation).map(peer -> " from " + peer).orElse("");
        String why = logon.reason().map(reason -> ": " + (reason.endsWith(".") ? reason : reason + ".")).orElse(".");
        String what = KERBEROS.contains(logon.event().eventId()) ? " was refused a Kerberos ticket" : " was refused a logon";
        return who + what + from + why;
    }
}
