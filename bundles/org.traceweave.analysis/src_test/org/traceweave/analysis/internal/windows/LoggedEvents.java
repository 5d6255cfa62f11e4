package org.traceweave.analysis.internal.windows;

import java.util.List;
import java.util.Locale;
import org.traceweave.samples.EventElement;
import org.traceweave.samples.EventValue;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.WindowsEvent;

/** Events as tests of this package log them; times are seconds from noon. */
final class LoggedEvents {

    private LoggedEvents() {
    }

    private static String fqdn(String host) {
        return host.startsWith("ROOM") ? host : host.toLowerCase(Locale.ROOT) + ".contoso.local";
    }

    static WindowsEvent.Builder schannel(String host, int id) {
        return WindowsEvent.of("Schannel", id).level(2).channel("System").computer(fqdn(host)).user("S-1-5-18");
    }

    static WindowsEvent alertReceived(String host, int alert, double at) {
        return schannel(host, 36887).data("AlertDesc", EventValue.u32(alert)).at(Scene.at(at));
    }

    static WindowsEvent alertSent(String host, int alert, String target, double at) {
        return schannel(host, 36888).data("AlertDesc", EventValue.u32(alert)).data("ErrorState", EventValue.u32(555)).data("TargetName", target).at(Scene.at(at));
    }

    /** 36876, 36877, 36882 and their like, with the certificate attached. */
    static WindowsEvent certificate(String host, int id, IssuedCertificate certificate, double at) {
        return schannel(host, id).data("ErrorCode", "0x800b0101").data("certificateContext", EventValue.binary(certificate.der())).at(Scene.at(at));
    }

    /** A chain that was refused, judged leaf first. */
    static WindowsEvent chain(String host, String process, String task, String usage, double at, IssuedCertificate... chain) {
        EventElement root = new EventElement("CertGetCertificateChain").with(named("Certificate", chain[0]));
        root.child("ExtendedKeyUsage").child("Usage").attribute("oid", usage);
        EventElement built = root.child("CertificateChain").attribute("chainRef", "{" + task + "-ref}");
        built.child("TrustStatus").child("ErrorStatus").attribute("value", "20");
        for (IssuedCertificate each : chain) {
            EventElement element = built.child("ChainElement").with(named("Certificate", each));
            element.child("TrustStatus").child("ErrorStatus").attribute("value", "20");
        }
        return capi2(host, 11, process, task, root, "800B0109", at);
    }

    /** A policy check of a server's certificate under a name. */
    static WindowsEvent policy(String host, String process, IssuedCertificate leaf, String serverName, double at) {
        EventElement root = new EventElement("CertVerifyCertificateChainPolicy");
        root.child("Policy").attribute("type", "CERT_CHAIN_POLICY_SSL").attribute("constant", "4");
        root.with(named("Certificate", leaf));
        root.child("SSLAdditionalPolicyInfo").attribute("authType", "server").attribute("serverName", serverName);
        return capi2(host, 30, process, "policy-" + at, root, "800B010F", at);
    }

    /** A revocation check of one certificate. */
    static WindowsEvent revocation(String host, String task, IssuedCertificate checked, double at) {
        EventElement root = new EventElement("CertVerifyRevocation").with(named("Certificate", checked));
        root.child("RevocationStatus").attribute("index", "0").attribute("error", "80092013");
        return capi2(host, 41, "lsass.exe", task, root, "80092013", at);
    }

    private static EventElement named(String name, IssuedCertificate certificate) {
        return new EventElement(name).attribute("fileRef", certificate.sha1().toUpperCase(Locale.ROOT) + ".cer")
                .attribute("subjectName", certificate.parsed().getSubject().toString().replace("CN=", ""));
    }

    private static WindowsEvent capi2(String host, int id, String process, String task, EventElement root, String result, double at) {
        root.child("EventAuxInfo").attribute("ProcessName", process);
        root.child("CorrelationAuxInfo").attribute("TaskId", task).attribute("SeqNumber", "1");
        root.child("Result").attribute("value", result);
        return WindowsEvent.of("Microsoft-Windows-CAPI2", id).level(2).channel("Microsoft-Windows-CAPI2/Operational").computer(fqdn(host)).userData(root)
                .at(Scene.at(at));
    }

    /** A refused network logon. */
    static WindowsEvent refused(String host, String account, String domain, String address, String port, double at) {
        return security(host, 4625).data("TargetUserName", account).data("TargetDomainName", domain).data("Status", EventValue.hex32(0xC000006DL))
                .data("SubStatus", EventValue.hex32(0xC000006AL)).data("LogonType", EventValue.u32(3)).data("IpAddress", address).data("IpPort", port)
                .at(Scene.at(at));
    }

    /** A refused NTLM check at a domain controller. */
    static WindowsEvent refusedNtlm(String host, String account, double at) {
        return security(host, 4776).data("TargetUserName", account).data("Workstation", "WS-1").data("Status", EventValue.hex32(0xC000006AL)).at(Scene.at(at));
    }

    private static WindowsEvent.Builder security(String host, int id) {
        return WindowsEvent.of("Microsoft-Windows-Security-Auditing", id).level(0).keywords(0x8010000000000000L).channel("Security").computer(fqdn(host));
    }

    static WindowsEvent server(String host, String source, int id, String text, double at) {
        return WindowsEvent.of(source, id).level(2).channel("Lync Server").computer(fqdn(host)).texts(text).at(Scene.at(at));
    }

    static WindowsEvent serial(String host, String serial, double at) {
        return WindowsEvent.of("LS Protocol Stack", 14397).level(2).channel("Lync Server").computer(fqdn(host))
                .textsAndBinary(List.of("A configured certificate could not be loaded from store. Extended Error Code: 0x80092004."),
                        java.util.HexFormat.of().parseHex(serial)).at(Scene.at(at));
    }
}
