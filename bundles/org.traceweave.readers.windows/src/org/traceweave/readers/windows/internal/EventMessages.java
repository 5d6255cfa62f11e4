package org.traceweave.readers.windows.internal;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.traceweave.readers.windows.HResult;
import org.traceweave.readers.windows.TlsAlert;

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
            Map.entry(36872, "The chain of the certificate of a TLS {Type} credential could not be retrieved: {ErrorCode}."),
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
            Map.entry(36912, "The key that protects TLS session tickets was not found at {Path}."),
            Map.entry(36928, "OCSP stapling failed: {FailureReason}, {OCSPResponderURL}."));

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
            Map.entry(32042, "An HTTPS certificate that came in is not valid."),
            Map.entry(30998, "Sending an HTTP request failed."),
            Map.entry(61029, "The client certificate that came in is not valid."),
            Map.entry(61045, "An HTTPS connection of a conferencing server failed."),
            Map.entry(32402, "An HTTP connection could not be established."),
            Map.entry(33022, "A logging component was throttled: its missing records prove nothing."),
            Map.entry(30061, "Replicated data could not be brought up to date."));

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
            case "ErrorCode", "Error", "Status", "SubStatus" -> {
                var code = HResult.parse(value);
                yield code.isPresent() && code.getAsLong() > 0xffff ? HResult.described(code.getAsLong()) : value;
            }
            default -> value;
        };
    }

    private static String described(String alert) {
        var code = HResult.parse(alert);
        return code.isPresent() ? TlsAlert.described(code.getAsLong()) : alert;
    }
}
