package org.traceweave.readers.windows;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.KerberosErrors;
import org.traceweave.readers.windows.internal.UserNames;

/**
 * Decodes logon events of the Security log: who, from where, and why it was refused. 4625 gives a status and a more precise substatus, both
 * NTSTATUS; 4768, 4769 and 4771 Kerberos' own codes; 4776 an NTSTATUS. Successful logons (4624, 4648) are read, and are no failures.
 */
public final class LogonEvents implements EventDecoder {

    public static final String PROVIDER = "Microsoft-Windows-Security-Auditing";

    private static final Set<Integer> IDS = Set.of(4624, 4625, 4648, 4768, 4769, 4771, 4776);
    private static final Set<Integer> SUCCESSES = Set.of(4624, 4648);
    private static final Set<Integer> KERBEROS = Set.of(4768, 4769, 4771);
    private static final int REFUSED = 4625;
    private static final Set<Integer> REMOTE = Set.of(3, 8);
    private static final Map<Integer, String> TYPES = Map.ofEntries(Map.entry(2, "interactive"), Map.entry(3, "network"), Map.entry(4, "batch"),
            Map.entry(5, "service"), Map.entry(7, "unlock"), Map.entry(8, "network, clear text"), Map.entry(9, "new credentials"),
            Map.entry(10, "remote desktop"), Map.entry(11, "cached"), Map.entry(12, "cached remote desktop"), Map.entry(13, "cached unlock"));

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
        return read(event).filter(logon -> !logon.succeeded()).map(logon -> EventFailure.of(WindowsFailureKind.LOGON, event, meaning(logon))
                .process(event.value("ProcessName")).code(KERBEROS.contains(event.eventId()) ? OptionalLong.empty() : logon.status())
                .subject(logon.user()).thumbprints(event.value("CertThumbprint").filter(text -> text.length() == 40)
                        .map(text -> text.toLowerCase(java.util.Locale.ROOT)).stream().toList())
                .target(event.value("TargetServerName").or(() -> event.value("ServiceName")).filter(name -> !name.equals("-")))
                .names(names(logon)).build());
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
            case REFUSED, 4771 -> false;
            case 4624, 4648 -> true;
            case 4776 -> status.orElse(0) == 0;
            default -> KerberosErrors.isOrdinary(status.orElse(0));
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
        OptionalLong precise = code(event, "SubStatus");
        return precise.orElse(0) != 0 ? precise : code(event, "Status");
    }

    private static OptionalLong code(WindowsEvent event, String name) {
        return event.value(name).map(HResult::parse).orElse(OptionalLong.empty());
    }

    private static OptionalInt logonType(WindowsEvent event) {
        OptionalLong type = code(event, "LogonType");
        return type.isPresent() ? OptionalInt.of((int) type.getAsLong()) : OptionalInt.empty();
    }

    private static String reason(int eventId, long status) {
        return KERBEROS.contains(eventId) && status < 0x100 ? KerberosErrors.reason(status) : inWords(status);
    }

    private static String inWords(long status) {
        return HResult.of(status).map(known -> known.name() + ": " + known.text()).orElseGet(() -> HResult.word(status) + " (undocumented)");
    }

    private static EventIdentities names(Logon logon) {
        EventIdentities names = EventIdentities.NONE;
        // at a keyboard, as a service or a batch job nobody signs in to another machine
        boolean remote = logon.logonType().isEmpty() || REMOTE.contains(logon.logonType().getAsInt());
        names = remote && logon.user().isPresent() ? names.withUser(logon.user().get()) : names;
        names = logon.peer().isPresent() ? names.withPeer(logon.peer().get()) : names;
        Optional<String> serial = logon.event().value("CertSerialNumber").filter(text -> text.chars().allMatch(java.util.HexFormat::isHexDigit));
        return serial.isPresent() ? names.withSerial(serial.get().toLowerCase(java.util.Locale.ROOT)).withRole(CertificateRole.OF_CLIENT) : names;
    }

    private static String meaning(Logon logon) {
        String who = logon.user().or(() -> logon.event().value("TargetUserName")).orElse("An unknown account");
        String from = logon.peer().or(logon::workstation).map(peer -> " from " + peer).orElse("");
        String why = logon.reason().map(reason -> ": " + (reason.endsWith(".") ? reason : reason + ".")).orElse(".");
        return who + what(logon) + from + why + general(logon);
    }

    private static String what(Logon logon) {
        return switch (logon.event().eventId()) {
            case 4768, 4769, 4771 -> " was refused a Kerberos ticket"
                    + logon.event().value("ServiceName").filter(name -> !name.startsWith("krbtgt")).map(name -> " for " + name).orElse("");
            case 4776 -> " was refused by the NTLM check of the password";
            default -> " was refused a logon" + (logon.logonType().isPresent()
                    ? " (" + TYPES.getOrDefault(logon.logonType().getAsInt(), "type " + logon.logonType().getAsInt()) + ")" : "");
        };
    }

    /** The status of 4625 in words too, where its substatus is the reason. */
    private static String general(Logon logon) {
        OptionalLong general = logon.event().eventId() == REFUSED ? code(logon.event(), "Status") : OptionalLong.empty();
        boolean says = general.orElse(0) != 0 && general.getAsLong() != logon.status().orElse(0);
        return says ? " Status " + HResult.described(general.getAsLong()) + ", substatus "
                + HResult.described(logon.status().orElse(0)) + "." : "";
    }
}
