package org.traceweave.samples.internal.story;

import java.util.List;
import org.traceweave.samples.EventElement;
import org.traceweave.samples.EventValue;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.WindowsEvent;

/** Makes the events of the ordinary logs: SCHANNEL, service control, installer, logons, the server's channel. */
final class WindowsEvents {

    static final String SCHANNEL = "Schannel";
    private static final String SCHANNEL_GUID = "{1F678132-5938-4686-9FDC-C8FF68F15C85}";
    private static final String SYSTEM_USER = "S-1-5-18";

    private WindowsEvents() {
    }

    private static WindowsEvent.Builder schannel(int id, String computer) {
        return WindowsEvent.of(SCHANNEL, id).guid(SCHANNEL_GUID).level(2).channel("System").computer(computer).process(684, 3296).user(SYSTEM_USER);
    }

    static WindowsEvent alertReceived(String computer, int alert, long time) {
        return schannel(36887, computer).data("AlertDesc", EventValue.u32(alert)).at(time);
    }

    static WindowsEvent alertSent(String computer, int alert, int state, long time) {
        return schannel(36888, computer).data("AlertDesc", EventValue.u32(alert)).data("ErrorState", EventValue.u32(state)).at(time);
    }

    /** The form of newer clients, which names the server. */
    static WindowsEvent alertSentTo(String computer, int alert, int state, String target, long time) {
        return schannel(36888, computer).data("AlertDesc", EventValue.u32(alert)).data("ErrorState", EventValue.u32(state)).data("TargetName", target)
                .at(time);
    }

    /** 36881 to 36884: what is wrong with a server's certificate, which is attached. @param name the expected name, for 36884 */
    static WindowsEvent serverCertificateRefused(String computer, int id, String name, IssuedCertificate certificate, long time) {
        WindowsEvent.Builder event = schannel(id, computer);
        if (id == 36884) {
            event.data("Name", name);
        }
        return event.data("certificateContext", EventValue.binary(certificate.der())).at(time);
    }

    static WindowsEvent privateKeyUnusable(String computer, long time) {
        return schannel(36870, computer).data("Type", "server").data("ErrorCode", EventValue.hex32(0x8009030DL)).data("ErrorStatus", EventValue.u32(10_001))
                .at(time);
    }

    static WindowsEvent noCredential(String computer, long time) {
        return schannel(36871, computer).data("Type", "server").data("ErrorState", EventValue.u32(10_013)).at(time);
    }

    static WindowsEvent trustListTruncated(String computer, long time) {
        return schannel(36885, computer).level(3).at(time);
    }

    static WindowsEvent noSharedCipher(String computer, String protocol, long time) {
        return schannel(36874, computer).data("Protocol", protocol).at(time);
    }

    static WindowsEvent handshakeDone(String computer, String localSubject, String remoteSubject, SeededRandom random, long time) {
        EventElement root = new EventElement("EventXML").attribute("xmlns", "LSA_NS").with("Type", "server").with("Protocol", "TLS 1.2")
                .with("CipherSuite", "0x3d").with("ExchangeStrength", "2048").with("ContextHandle", "0x" + random.hex(11)).with("TargetName", "")
                .with("LocalCertSubjectName", localSubject).with("RemoteCertSubjectName", remoteSubject);
        return WindowsEvent.of(SCHANNEL, 36880).guid(SCHANNEL_GUID).channel("System").computer(computer).process(684, 3296).user(SYSTEM_USER)
                .userDataByTemplate(root).at(time);
    }

    static WindowsEvent service(String computer, String name, String state, long time) {
        return WindowsEvent.of("Service Control Manager", 7036).guid("{555908d1-a6d7-4695-8e1e-26931d2012f4}").qualifiers(16_384)
                .keywords(0x8080000000000000L).channel("System").computer(computer).process(612, 4412).data("param1", name).data("param2", state)
                .at(time);
    }

    static WindowsEvent timeSynchronised(String computer, String peer, long time) {
        return WindowsEvent.of("Microsoft-Windows-Time-Service", 37).guid("{06edcfeb-0fd1-4e53-acca-a6f8bbf81bcb}").channel("System")
                .computer(computer).process(1068, 1240).user("S-1-5-19").data("TimeSource", peer).at(time);
    }

    /** MsiInstaller's "installed an update" and its companions. */
    static List<WindowsEvent> installedUpdate(String computer, String product, String version, String update, long time) {
        long second = 1_000_000_000L;
        String path = "C:\\Windows\\Installer\\" + Integer.toHexString(product.hashCode()) + ".msp";
        return List.of(
                msi(computer, 1040, time, "Beginning a Windows Installer transaction: " + path + ". Client Process Id: 5128."),
                msi(computer, 1036, time + 41 * second, product, version, "1033", update, "0", "Microsoft Corporation"),
                msi(computer, 1035, time + 41 * second, product, version, "1033", "0", "Microsoft Corporation"),
                msi(computer, 1042, time + 42 * second, "Ending a Windows Installer transaction: " + path + ". Client Process Id: 5128."));
    }

    private static WindowsEvent msi(String computer, int id, long time, String... texts) {
        return WindowsEvent.of("MsiInstaller", id).qualifiers(0).keywords(0x0080000000000000L).channel("Application").computer(computer)
                .process(0, 0).user(SYSTEM_USER).texts(texts).at(time);
    }

    /** An event of a classic application source. */
    static WindowsEvent application(String computer, String source, int id, int level, String text, long time) {
        return WindowsEvent.of(source, id).qualifiers(0).level(level).keywords(0x0080000000000000L).channel("Application").computer(computer)
                .process(0, 0).texts(text).at(time);
    }

    /** An event of the server's own channel. */
    static WindowsEvent lyncServer(String computer, String source, int id, int level, String text, long time) {
        return WindowsEvent.of(source, id).qualifiers(17_411).level(level).task(1000 + id % 50, 0).keywords(0x0080000000000000L)
                .channel("Lync Server").computer(computer).process(0, 0).texts(text).at(time);
    }

    /** A network logon on a server. */
    static WindowsEvent logon(String computer, String account, String workstation, String address, SeededRandom random, long time) {
        String logonId = random.hex(6);
        return security(computer, 4624, 2, time).data("SubjectUserSid", EventValue.sid("S-1-0-0")).data("SubjectUserName", "-")
                .data("SubjectDomainName", "-").data("SubjectLogonId", EventValue.hex64(0))
                .data("TargetUserSid", EventValue.sid("S-1-5-21-1938875136-3881193919-344594422-" + (1100 + Math.floorMod(account.hashCode(), 20_000))))
                .data("TargetUserName", account).data("TargetDomainName", "CONTOSO").data("TargetLogonId", EventValue.hex64(Long.parseLong(logonId, 16)))
                .data("LogonType", EventValue.u32(3)).data("LogonProcessName", "NtLmSsp ").data("AuthenticationPackageName", "NTLM")
                .data("WorkstationName", workstation).data("LogonGuid", EventValue.guid("{00000000-0000-0000-0000-000000000000}"))
                .data("TransmittedServices", "-").data("LmPackageName", "NTLM V2").data("KeyLength", EventValue.u32(128))
                .data("ProcessId", EventValue.hex64(0)).data("ProcessName", "-").data("IpAddress", address)
                .data("IpPort", Integer.toString(random.between(49_152, 65_000))).data("ImpersonationLevel", "%%1833")
                .data("RestrictedAdminMode", "-").data("TargetOutboundUserName", "-").data("TargetOutboundDomainName", "-")
                .data("VirtualAccount", "%%1843").data("TargetLinkedLogonId", EventValue.hex64(0)).data("ElevatedToken", "%%1842").at(time);
    }

    /** A network logon that is refused. @param status why, as an NTSTATUS */
    static WindowsEvent logonRefused(String computer, String account, String workstation, String address, long status, long time) {
        return security(computer, 4625, 0, time).keywords(0x8010000000000000L).data("SubjectUserSid", EventValue.sid("S-1-0-0"))
                .data("SubjectUserName", "-").data("SubjectDomainName", "-").data("SubjectLogonId", EventValue.hex64(0))
                .data("TargetUserSid", EventValue.sid("S-1-0-0")).data("TargetUserName", account).data("TargetDomainName", "CONTOSO")
                .data("Status", EventValue.hex32(0xC000006DL)).data("FailureReason", "%%2313").data("SubStatus", EventValue.hex32(status))
                .data("LogonType", EventValue.u32(3)).data("LogonProcessName", "NtLmSsp ").data("AuthenticationPackageName", "NTLM")
                .data("WorkstationName", workstation).data("TransmittedServices", "-").data("LmPackageName", "-").data("KeyLength", EventValue.u32(0))
                .data("ProcessId", EventValue.hex64(0)).data("ProcessName", "-").data("IpAddress", address).data("IpPort", "0").at(time);
    }

    static WindowsEvent logoff(String computer, String account, SeededRandom random, long time) {
        return security(computer, 4634, 0, time)
                .data("TargetUserSid", EventValue.sid("S-1-5-21-1938875136-3881193919-344594422-" + (1100 + Math.floorMod(account.hashCode(), 20_000))))
                .data("TargetUserName", account).data("TargetDomainName", "CONTOSO").data("TargetLogonId", EventValue.hex64(random.below(1 << 24)))
                .data("LogonType", EventValue.u32(3)).at(time);
    }

    private static WindowsEvent.Builder security(String computer, int id, int version, long time) {
        return WindowsEvent.of("Microsoft-Windows-Security-Auditing", id).guid("{54849625-5478-4994-a5ba-3e3b0328c30d}").version(version).level(0)
                .task(id == 4624 ? 12_544 : 12_545, 0).keywords(0x8020000000000000L).channel("Security").computer(computer)
                .process(632, 4 * (int) Math.floorMod(time / 1_000_000_000L, 900L));
    }
}
