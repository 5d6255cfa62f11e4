package org.traceweave.readers.sip;

/** Lines of synthetic traces, as the formats' description shapes them. */
final class Traces {

    static final String REGISTER = """
            TL_INFO(TF_PROTOCOL) [POOL01\\FE01]0F98.1B0C::01/14/2018-11:24:35.123.0000a1b2 (SIPStack,SIPAdminLog::ProtocolRecord::Flush:ProtocolRecord.cpp(265)) [2003888400] $$begin_record
            Trace-Correlation-Id: 2003888400
            Instance-Id: 0000C240
            Direction: incoming
            Peer: 10.30.4.17:52011
            Message-Type: request
            Start-Line: REGISTER sip:contoso.com SIP/2.0
            From: <sip:Room.Oslo@contoso.com>;tag=5a1b;epid=0a0b0c0d0e
            To: <sip:Room.Oslo@contoso.com>
            CSeq: 2 REGISTER
            Call-ID: 7c44aa10e2b94d0f
            Via: SIP/2.0/TLS 10.30.4.17:52011;branch=z9hG4bK11
            User-Agent: SRS/2.0 (Skype Room System)
            Contact: <sip:10.30.4.17:52011;transport=tls>;methods="INVITE";
              proxy=replace;+sip.instance="<urn:uuid:1>"
            Content-Length: 0
            Message-Body: -
            $$end_record
            """.replace("\n", "\r\n");

    static final String CHALLENGE = """
            TL_INFO(TF_PROTOCOL) [POOL01\\FE01]0F98.1B0C::01/14/2018-11:24:35.131.0000a1b3 (SIPStack,SIPAdminLog::ProtocolRecord::Flush:ProtocolRecord.cpp(265)) [2003888400] $$begin_record
            Trace-Correlation-Id: 2003888400
            Direction: outgoing;source="local"
            Peer: 10.30.4.17:52011
            Message-Type: response
            Start-Line: SIP/2.0 401 Unauthorized
            FROM: "Room"<sip:Room.Oslo@contoso.com>;tag=5a1b;epid=0a0b0c0d0e
            TO: <sip:Room.Oslo@contoso.com>;tag=99
            CSEQ: 2 REGISTER
            CALL-ID: 7c44aa10e2b94d0f
            DATE: Sun, 14 Jan 2018 11:24:35 GMT
            WWW-Authenticate: TLS-DSK realm="SIP Communications Service", targetname="fe01.contoso.local", version=4, sts-uri="https://fe01.contoso.local:443/CertProv/CertProvisioningService.svc"
            ms-diagnostics: 1000;reason="Final handshake failed";source="fe01.contoso.local";HRESULT="0x80090325(SEC_E_UNTRUSTED_ROOT)"
            Message-Body: -
            $$end_record
            """.replace("\n", "\r\n");

    static final String DIAGNOSTIC = """
            TL_ERROR(TF_DIAG) [POOL01\\EDGE01.contoso.com]11F0.2A44::01/14/2018-11:24:36.025.0003f77a (SIPStack,SIPAdminLog::WriteDiagnosticEvent:SIPAdminLog.cpp(833)) [2147483999] $$begin_record
            Severity: error
            Text: Message cannot be routed because the peer's certificate does not match
            Result-Code: 0xC3E93D67 SIPPROXY_E_ROUTING_MSG_CERT_MISMATCH
            SIP-Start-Line: INVITE sip:bob@fabrikam.com SIP/2.0
            SIP-Call-ID: 9f11c0ffee
            SIP-CSeq: 41 INVITE
            Peer: sip.fabrikam.com:5061
            Data: expected-fqdn="sip.fabrikam.com"; certName="edge.fabrikam.com"
            $$end_record
            """.replace("\n", "\r\n");

    static final String CONNECTION = """
            TL_ERROR(TF_CONNECTION) [POOL01\\FE02]0F98.1B0C::01/14/2018-11:24:36.123.0003f780 (SIPStack,SIPAdminLog::WriteConnectionEvent:SIPAdminLog.cpp(454)) [2147484000] $$begin_record
            Severity: error
            Text: The connection was closed before TLS negotiation completed.
            Local-IP: 10.20.1.11:5061
            Peer-IP: 10.30.4.17:52012
            Connection-ID: 0x7700E1
            Transport: TLS
            Result-Code: 0x80072745
            $$end_record
            """.replace("\n", "\r\n");

    static final String PLAIN = "TL_WARN(TF_COMPONENT) [POOL01\\FE02]0F98.0CDC::01/14/2018-11:24:36.622.0003f791 "
            + "(UserServices,CUser::Find:user.cpp(244))( 0000000004AA10F8 ) [77] Exit - failed with 0x80070005 in table\r\n";

    static final String WEB = "TL_INFO(TF_COMPONENT) [POOL01\\FE02]1A2C.0CDC::01/14/2018-11:24:36.700.000d0b32 "
            + "(WebInfrastructure,Request.End:request.cs(88)) [78] POST /CertProv/CertProvisioningService.svc HTTP/1.1 for sip:Room.Oslo@contoso.com"
            + " answered: 401 - Unauthorized: Access is denied due to invalid credentials.\r\n";

    private Traces() {
    }

    /** A plain line at that time of 14 January 2018. */
    static String plain(String time, String message) {
        return "TL_INFO(TF_COMPONENT) [POOL01\\FE01]0F98.0CDC::01/14/2018-" + time + ".0000d0b1 (S4,Run:s4.cpp(1)) [1] " + message + "\r\n";
    }
}
