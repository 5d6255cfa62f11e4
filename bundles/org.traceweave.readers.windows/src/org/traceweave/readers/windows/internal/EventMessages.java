package org.traceweave.readers.windows.internal;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.traceweave.certificates.CipherSuite;
import org.traceweave.certificates.TlsAlert;
import org.traceweave.readers.windows.HResult;

/**
 * What an event says in one sentence, without the message files of the machine it comes from. A sentence names the event's own values
 * in braces; {@code {AlertDesc}} gets the alert's name, and error codes theirs. A sentence whose values are missing is used with what
 * is there.
 */
public final class EventMessages {

    private static final Map<Integer, String> SCHANNEL = Map.ofEntries(
            Map.entry(36864, "The Schannel security package has loaded."),
            Map.entry(36865, "The {ModuleName} cryptographic module could not be opened: {Error}."),
            Map.entry(36866, "The Schannel security package has failed to load."),
            Map.entry(36867, "A TLS {Type} credential is being created."),
            Map.entry(36868, "The private key of a TLS {Type} credential was described, its certificate attached."),
            Map.entry(36869, "The certificate of a TLS {Type} credential has no private key attached to it."),
            Map.entry(36870, "The private key of a TLS {Type} credential could not be used: {ErrorCode}; internal error state {ErrorStatus}."),
            Map.entry(36871, "A TLS {Type} credential could not be created; internal error state {ErrorState}."),
            Map.entry(36872, "The chain of the certificate of a TLS {Type} credential could not be retrieved: {ErrorCode}, flags {CertFlags}."),
            Map.entry(36873, "No supported cipher suites were found when a TLS connection was started."),
            Map.entry(36874, "A client asked for a {Protocol} connection, and this server supports none of its cipher suites."),
            Map.entry(36875, "The remote server asked for a client certificate, and no suitable one was found."),
            Map.entry(36876, "The certificate received from the remote server did not validate: {ErrorCode}."),
            Map.entry(36877, "The certificate received from the remote client did not validate: {ErrorCode}."),
            Map.entry(36878, "The client's certificate is not suitable for direct mapping to an account: {ErrorCode}."),
            Map.entry(36879, "The client's certificate could not be mapped to an account: {ErrorCode}."),
            Map.entry(36880, "A TLS {Type} handshake completed: {Protocol}, cipher suite {CipherSuite}."),
            Map.entry(36881, "The certificate received from the remote server has expired or is not yet valid."),
            Map.entry(36882, "The certificate received from the remote server comes from a certificate authority that is not trusted here."),
            Map.entry(36883, "The certificate received from the remote server has been revoked."),
            Map.entry(36884, "The certificate received from the remote server does not bear the expected name {Name}."),
            Map.entry(36885, "The list of trusted authorities sent for client authentication was too long and was truncated."),
            Map.entry(36886, "This system has no suitable default server credential."),
            Map.entry(36887, "The remote endpoint ended the handshake with fatal TLS alert {AlertDesc}."),
            Map.entry(36888, "This host ended the handshake with fatal TLS alert {AlertDesc}; internal error state {ErrorState}."),
            Map.entry(36889, "The chain of the certificate of a TLS {Type} credential is incomplete: {ErrorCode}."),
            Map.entry(36896, "SCHANNEL reported event 36896 (undocumented)."),
            Map.entry(36897, "SCHANNEL reported event 36897 (undocumented)."),
            Map.entry(36898, "SCHANNEL reported event 36898 (undocumented)."),
            Map.entry(36899, "SCHANNEL reported event 36899 (undocumented)."),
            Map.entry(36912, "The key that protects TLS session tickets was not found at {Path}."),
            Map.entry(36928, "OCSP stapling failed: {FailureReason}; responder {OCSPResponderURL}, answer of {ThisUpdate}, next {NextUpdate}."));

    private static final Map<Integer, String> CAPI2 = Map.ofEntries(
            Map.entry(10, "Build chain started"), Map.entry(11, "Build chain"),
            Map.entry(12, "Retrieve issuer certificate from cache started"), Map.entry(13, "Retrieve issuer certificate from cache"),
            Map.entry(14, "Retrieve issuer certificate from network started"), Map.entry(15, "Retrieve issuer certificate from network"),
            Map.entry(16, "Issuer retrieval inhibited"),
            Map.entry(17, "Retrieve third-party root from cache started"), Map.entry(18, "Retrieve third-party root from cache"),
            Map.entry(19, "Retrieve third-party root from network started"), Map.entry(20, "Retrieve third-party root from network"),
            Map.entry(21, "Retrieve cross certificates from cache started"), Map.entry(22, "Retrieve cross certificates from cache"),
            Map.entry(23, "Retrieve cross certificates from network started"), Map.entry(24, "Retrieve cross certificates from network"),
            Map.entry(30, "Verify chain policy"), Map.entry(40, "Verify revocation started"), Map.entry(41, "Verify revocation"),
            Map.entry(42, "Revocation information rejected"),
            Map.entry(50, "Retrieve object from cache started"), Map.entry(51, "Retrieve object from cache"),
            Map.entry(52, "Retrieve object from network started"), Map.entry(53, "Retrieve object from network"),
            Map.entry(60, "Open certificate store"), Map.entry(70, "Acquire certificate private key"),
            Map.entry(71, "Sign certificate"), Map.entry(80, "Verify trust started"), Map.entry(81, "Verify trust"),
            Map.entry(82, "Find security catalog"), Map.entry(90, "X.509 objects of the task"));

    private static final Map<Integer, String> LOGON = Map.of(
            4624, "{TargetUserName} of {TargetDomainName} logged on from {IpAddress} with {AuthenticationPackageName}, logon type {LogonType}.",
            4625, "{TargetUserName} of {TargetDomainName} failed to log on from {IpAddress}, logon type {LogonType}: {Status} {SubStatus}.",
            4648, "A logon was attempted with explicit credentials of {TargetUserName} to {TargetServerName}.",
            4768, "A Kerberos ticket-granting ticket was requested for {TargetUserName} from {IpAddress}: {Status}.",
            4769, "A Kerberos service ticket to {ServiceName} was requested by {TargetUserName} from {IpAddress}: {Status}.",
            4771, "Kerberos pre-authentication of {TargetUserName} from {IpAddress} failed: {Status}.",
            4776, "The domain controller validated the credentials of {TargetUserName} from {Workstation}: {Status}.");

    private static final Map<Integer, String> SERVER = Map.ofEntries(
            Map.entry(14428, "TLS outgoing connection failures."),
            Map.entry(14397, "A configured certificate could not be loaded from store."),
            Map.entry(14694, "A certificate of the server cannot be used."),
            Map.entry(14499, "A federation route or connection failed."),
            Map.entry(14550, "An incoming TLS connection failed."),
            Map.entry(12303, "The service could not be started."),
            Map.entry(12330, "A worker process could not be started."),
            Map.entry(30061, "Replicated data could not be brought up to date, so that changes to users are not known here yet."),
            Map.entry(30998, "Sending an HTTP request failed."),
            Map.entry(32042, "An HTTPS certificate that came in is not valid."),
            Map.entry(32169, "The server's start waits for the pool's other Front Ends."),
            Map.entry(32174, "The server's start is delayed: the pool has not yet placed all its routing groups, whose users cannot sign in."),
            Map.entry(32263, "A request was for a user or endpoint that this server does not know."),
            Map.entry(32402, "An HTTP connection could not be established."),
            Map.entry(33022, "A logging component was throttled: its missing records prove nothing."),
            Map.entry(61029, "The client certificate that came in is not valid."),
            Map.entry(61045, "An HTTPS connection of a conferencing server failed."));

    private static final Map<Integer, String> TIME = Map.ofEntries(
            Map.entry(12, "This machine is the top of its domain's time hierarchy and has no time source"),
            Map.entry(14, "No domain controller was found to take the time from"),
            Map.entry(15, "No domain controller was found to take the time from"),
            Map.entry(17, "The name of a configured time server could not be resolved"),
            Map.entry(18, "No trust relationship could be used to take the time from the domain"),
            Map.entry(22, "A client's request for the time could not be trusted"),
            Map.entry(24, "A domain controller gave no usable time any more"),
            Map.entry(27, "A time answer could not be trusted"),
            Map.entry(29, "No configured time source can be reached"),
            Map.entry(34, "The clock is off by more than the time service may correct"),
            Map.entry(36, "The clock has not been synchronised for a long time"),
            Map.entry(38, "No time source can be reached"),
            Map.entry(46, "The time service met an error and has to stop"),
            Map.entry(47, "A configured time server gave no valid answer and was given up"),
            Map.entry(49, "The clock was set without the time service"),
            Map.entry(50, "The clock differed by more than the limit from the time source for some minutes, and is not synchronised"),
            Map.entry(52, "The clock was set by a large offset"),
            Map.entry(129, "No domain controller could be made the time source"),
            Map.entry(130, "No domain controller could be made the time source"),
            Map.entry(131, "The name of a time source could not be resolved"),
            Map.entry(134, "The name of a configured time server could not be resolved"),
            Map.entry(138, "The clock is not synchronised"),
            Map.entry(142, "This machine stopped offering the time, since its own clock is not synchronised"));

    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("kerberos3", "A Kerberos error came back"),
            Map.entry("kerberos4", "A server could not decrypt the Kerberos ticket it was given: its account has another password, or the name belongs to another account"),
            Map.entry("kerberos5", "A server said that the client's clock differs too much for Kerberos"),
            Map.entry("kerberos7", "The privileges in a Kerberos ticket could not be verified"),
            Map.entry("kerberos9", "The client failed to validate the domain controller's certificate"),
            Map.entry("kerberos11", "A Kerberos ticket of the domain could not be used"),
            Map.entry("kerberos14", "The stored password of an account is wrong"),
            Map.entry("lsasrv40960", "An authentication with a server failed"),
            Map.entry("lsasrv40961", "No secured connection to a server could be made, since no authentication protocol was available"),
            Map.entry("lsasrv6037", "A program could not authenticate locally under the target name it used"),
            Map.entry("netlogon3210", "This machine could not authenticate with its domain controller"),
            Map.entry("netlogon5719", "No domain controller could be reached for a secure session"),
            Map.entry("netlogon5722", "A computer's secure session with this domain controller was refused"),
            Map.entry("netlogon5723", "A computer without a matching account asked for a secure session"),
            Map.entry("netlogon5783", "The secure session with a domain controller stopped answering"),
            Map.entry("netlogon5805", "A computer failed to authenticate with this domain controller"),
            Map.entry("ntlm4001", "NTLM to a server was blocked by policy on this machine"),
            Map.entry("ntlm4002", "Incoming NTLM was blocked by policy on this machine"),
            Map.entry("ntlm4003", "NTLM in the domain was blocked by policy"),
            Map.entry("ntlm4010", "NTLM was tried and is blocked by policy"),
            Map.entry("kdc7", "The account database of the domain controller answered with an error"),
            Map.entry("kdc11", "A service principal name is registered with several accounts"),
            Map.entry("kdc14", "An account has no key of a kind that was asked for"),
            Map.entry("kdc16", "An account has no key of a kind that was asked for"),
            Map.entry("kdc18", "An account has no key of a kind that was asked for"),
            Map.entry("kdc19", "The domain controller has no usable certificate for smart-card and certificate logons"),
            Map.entry("kdc21", "The client's certificate is not valid for a logon"),
            Map.entry("kdc26", "An account has no key of a kind that was asked for"),
            Map.entry("kdc27", "An account has no key of a kind that was asked for"));

    private EventMessages() {
    }

    /** The sentence of a SCHANNEL event; null where none is known. */
    public static @Nullable String schannel(int eventId, Function<String, @Nullable String> values) {
        return filled(SCHANNEL.get(eventId), values);
    }

    /** What a CAPI2 operational event is about, without a full stop; null where it is none of those. */
    public static @Nullable String capi2(int eventId) {
        return CAPI2.get(eventId);
    }

    /** The sentence of a logon event; null where none is known. */
    public static @Nullable String logon(int eventId, Function<String, @Nullable String> values) {
        return filled(LOGON.get(eventId), values);
    }

    /** The title of an event of the server's own channel; null where none is known. */
    public static @Nullable String server(int eventId) {
        return SERVER.get(eventId);
    }

    /** What a failure event of the time service says, without a full stop; null where it reports no failure, or an unknown one. */
    public static @Nullable String time(int eventId) {
        return TIME.get(eventId);
    }

    /**
     * What a failure event of Kerberos, NTLM, Netlogon or the Local Security Authority says, without a full stop; null where none is known.
     *
     * @param source {@code kerberos}, {@code kdc}, {@code ntlm}, {@code netlogon} or {@code lsasrv}
     */
    public static @Nullable String securityPackage(String source, int eventId) {
        return PACKAGES.get(source + eventId);
    }

    private static @Nullable String filled(@Nullable String sentence, Function<String, @Nullable String> values) {
        if (sentence == null || sentence.indexOf('{') < 0) {
            return sentence;
        }
        StringBuilder filled = new StringBuilder(sentence.length() + 64);
        int from = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            int close = sentence.indexOf('}', open);
            String name = sentence.substring(open + 1, close);
            String value = values.apply(name);
            filled.append(sentence, from, open).append(value == null || value.isBlank() ? "(unknown)" : named(name, value));
            from = close + 1;
        }
        return filled.append(sentence, from, sentence.length()).toString();
    }

    private static String named(String name, String value) {
        return switch (name) {
            case "AlertDesc" -> described(value);
            case "ErrorState", "ErrorStatus" -> value + " (undocumented)";
            case "ErrorCode", "Error", "Status", "SubStatus" -> {
                var code = HResult.parse(value);
                yield code.isPresent() && code.getAsLong() > 0xffff ? HResult.described(code.getAsLong()) : value;
            }
            case "CipherSuite" -> {
                var suite = HResult.parse(value);
                yield suite.isPresent() && suite.getAsLong() <= 0xffff ? CipherSuite.name((int) suite.getAsLong()) : value;
            }
            default -> value;
        };
    }

    private static String described(String alert) {
        var code = HResult.parse(alert);
        return code.isPresent() ? TlsAlert.described(code.getAsLong()) : alert;
    }
}
