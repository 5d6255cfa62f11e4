package org.traceweave.readers.windows.internal;

import java.util.List;
import java.util.Map;
import org.traceweave.readers.windows.SchannelEvents;

/**
 * Names for the values of events that carry none: Windows 2003 and 2008 insert strings by their position alone, and some exports keep
 * positions only. The order is that of the manifests of all builds; newer ones append values, and put the calling process in front.
 */
public final class ClassicNames {

    private static final String PROCESS_ID = "CallerProcessId";
    private static final String PROCESS_NAME = "CallerProcessImageName";

    /** Each event's values in all builds, the ones that came later last; values with an attached certificate too. */
    private static final Map<Integer, List<String>> SCHANNEL = Map.ofEntries(
            Map.entry(36865, List.of("ModuleName", "Error")),
            Map.entry(36867, List.of("Type", "binaryData")),
            Map.entry(36868, List.of("Type", "CSPName", "CSPType", "KeyName", "KeyType", "KeyFlags", "EncodedCert")),
            Map.entry(36869, List.of("Type", "binaryData")),
            Map.entry(36870, List.of("Type", "ErrorCode", "ErrorStatus")),
            Map.entry(36871, List.of("Type", "ErrorState")),
            Map.entry(36872, List.of("Type", "ErrorCode", "CertFlags", "CredContext")),
            Map.entry(36874, List.of("Protocol")),
            Map.entry(36876, List.of("ErrorCode", "pCertificateContext")),
            Map.entry(36877, List.of("ErrorCode", "pCertificateContext")),
            Map.entry(36878, List.of("ErrorCode", "pCertificateContext")),
            Map.entry(36879, List.of("ErrorCode", "pCertificateContext")),
            Map.entry(36880, List.of("Type", "Protocol", "CipherSuite", "ExchangeStrength", "ContextHandle", "TargetName",
                    "LocalCertSubjectName", "RemoteCertSubjectName")),
            Map.entry(36881, List.of("certificateContext")),
            Map.entry(36882, List.of("certificateContext")),
            Map.entry(36883, List.of("certificateContext")),
            Map.entry(36884, List.of("Name", "certificateContext")),
            Map.entry(36887, List.of("AlertDesc")),
            Map.entry(36888, List.of("AlertDesc", "ErrorState", "TargetName")),
            Map.entry(36889, List.of("Type", "ErrorCode", "CredContext")),
            Map.entry(36912, List.of("Path")),
            Map.entry(36928, List.of("FailureReason", "OCSPResponderURL", "ThisUpdate", "NextUpdate", "Certificate")));

    private ClassicNames() {
    }

    /** Whether unnamed values of that provider's events can be named. */
    public static boolean knows(String provider) {
        return provider.equalsIgnoreCase(SchannelEvents.PROVIDER);
    }

    /** The names of an event's unnamed values in their order, as many as are known. */
    public static List<String> of(int eventId, List<String> values) {
        List<String> base = SCHANNEL.getOrDefault(eventId, List.of());
        boolean caller = values.size() >= 2 && isNumber(values.get(0)) && isImage(values.get(1));
        if (!caller) {
            return base.subList(0, Math.min(base.size(), values.size()));
        }
        List<String> withCaller = new java.util.ArrayList<>(List.of(PROCESS_ID, PROCESS_NAME));
        withCaller.addAll(base);
        return withCaller.subList(0, Math.min(withCaller.size(), values.size()));
    }

    private static boolean isNumber(String text) {
        return !text.isBlank() && text.strip().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** An image: a file name or path, or SYSTEM. Other second values are numbers, protocol names or encoded certificates. */
    private static boolean isImage(String text) {
        String name = text.strip();
        boolean file = name.length() > 4 && name.regionMatches(true, name.length() - 4, ".exe", 0, 4);
        return file || name.indexOf('\\') >= 0 || name.equalsIgnoreCase("SYSTEM") || name.equalsIgnoreCase("LSA");
    }
}
