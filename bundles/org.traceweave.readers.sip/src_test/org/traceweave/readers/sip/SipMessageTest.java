package org.traceweave.readers.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.traceweave.model.Scheme;
import org.traceweave.model.UtcTime;

class SipMessageTest {

    private static SipMessage parse(String text) {
        return SipMessage.parse(text).orElseThrow();
    }

    private static String at(String text, int offset, int length) {
        return new String(text.getBytes(StandardCharsets.UTF_8), offset, length, StandardCharsets.UTF_8);
    }

    @Test
    void aServersRequestIsTakenApart() {
        SipMessage message = parse(Traces.REGISTER);
        assertTrue(message.isRequest());
        assertEquals("REGISTER", message.method());
        assertEquals(Optional.of("sip:contoso.com"), message.requestUri());
        assertEquals(OptionalInt.empty(), message.status());
        assertEquals(Optional.of(SipDirection.IN), message.direction());
        assertEquals(Optional.of("10.30.4.17:52011"), message.peer());
        assertEquals(Optional.of("0000C240"), message.pseudoHeader("instance-id"));
        assertEquals("room.oslo@contoso.com", message.from().orElseThrow().address());
        assertEquals(Optional.of("0a0b0c0d0e"), message.from().orElseThrow().epid());
        assertEquals(Optional.of("5a1b"), message.from().orElseThrow().tag());
        assertEquals(Optional.of("7c44aa10e2b94d0f"), message.callId());
        assertEquals(OptionalLong.of(2), message.cseqNumber());
        assertEquals(Optional.of("z9hG4bK11"), message.topVia().orElseThrow().branch());
        assertEquals("10.30.4.17:52011", message.topVia().orElseThrow().sentBy());
        assertEquals("TLS", message.topVia().orElseThrow().transport());
        assertEquals(Optional.of("SRS/2.0 (Skype Room System)"), message.userAgent());
        assertEquals(Optional.of("replace"), message.contact().orElseThrow().parameter("proxy"));
        assertEquals(Optional.of("<urn:uuid:1>"), message.contact().orElseThrow().parameter("+sip.instance"));
        assertEquals(0, message.bodyLength());
    }

    @Test
    void anAnswerIsTakenApart() {
        SipMessage message = parse(Traces.CHALLENGE);
        assertTrue(message.isResponse());
        assertEquals(OptionalInt.of(401), message.status());
        assertEquals("Unauthorized", message.reasonPhrase());
        assertEquals("REGISTER", message.method());
        assertEquals(Optional.of(SipDirection.OUT), message.direction());
        assertEquals(UtcTime.parse("2018-01-14T11:24:35Z"), message.date().orElseThrow());
        AuthenticationHeader offer = message.challenges().getFirst();
        assertEquals(Scheme.TLS_DSK, offer.signInScheme());
        assertEquals(Optional.of("fe01.contoso.local"), offer.targetName());
        assertEquals(Optional.of("https://fe01.contoso.local:443/CertProv/CertProvisioningService.svc"), offer.stsUri());
        assertEquals(Optional.of("4"), offer.value("version"));
        MsDiagnostics diagnostics = message.diagnostics().getFirst();
        assertEquals(1000, diagnostics.id());
        assertEquals(Optional.of("Final handshake failed"), diagnostics.reason());
        assertEquals(Optional.of("fe01.contoso.local"), diagnostics.source());
        assertEquals(Optional.of("0x80090325"), diagnostics.hresult());
        assertEquals(Optional.of("Final handshake failed."), diagnostics.meaning());
    }

    @Test
    void offsetsPointAtTheValues() {
        String text = Traces.CHALLENGE.replace("\"Room\"", "\"R\u00f6\u00f6m \ud83d\ude00\"");
        SipMessage message = parse(text);
        for (SipHeader header : message.headers()) {
            assertEquals(header.value(), at(text, header.offset(), header.length()));
        }
        AuthenticationHeader offer = message.challenges().getFirst();
        offer.parameters().values().forEach(parameter -> assertEquals(parameter.value(), at(text, parameter.offset(), parameter.length())));
        assertEquals("SIP/2.0 401 Unauthorized", at(text, message.startLineOffset(), message.startLine().length()));
        assertEquals("1000;reason", at(text, message.diagnostics().getFirst().offset(), 11));
        assertTrue(message.value("From").orElseThrow().startsWith("\"R\u00f6\u00f6m \ud83d\ude00\""));
    }

    @Test
    void aBareMessageIsTakenApart() {
        String text = "SIP/2.0 200 OK\r\nv: SIP/2.0/TLS 10.1.1.1:5061;branch=z1;received=10.2.2.2;ms-received-port=4711;ms-received-cid=AB, SIP/2.0/TLS [fe80::1]:5061\r\n"
                + "m: <sip:a@b.c>;expires=600\r\ni: 77\r\nExpires: 7200\r\nContent-Type: text/plain\r\n\r\nHello\r\nyou";
        SipMessage message = parse(text);
        assertEquals(2, message.vias().size());
        assertEquals(Optional.of("10.2.2.2:4711"), message.topVia().orElseThrow().receivedAddress());
        assertEquals(Optional.of("AB"), message.topVia().orElseThrow().receivedConnection());
        assertEquals("[fe80::1]:5061", message.vias().get(1).sentBy());
        assertEquals(OptionalLong.of(7200), message.expires());
        assertEquals(Optional.of("77"), message.callId());
        assertEquals("Hello\r\nyou", message.body());
    }

    @Test
    void aClientsRecordTellsDirectionAndPeer() {
        String text = UccApiReaderTest.received("12:24:35.200", "SIP/2.0 200 OK\r\nCall-ID: 1\r\n\r\nbody\r\n");
        SipMessage message = parse(text);
        assertEquals(Optional.of(SipDirection.IN), message.direction());
        assertEquals(Optional.of("10.20.1.11:5061"), message.peer());
        assertEquals(Optional.of("10.30.4.17:52011"), message.pseudoHeader("Local-Address"));
        assertEquals("body\r\n", message.body());
        assertEquals(OptionalInt.of(200), message.status());
    }

    @Test
    void aBlocksBodyEndsBeforeTheEndMark() {
        SipMessage message = parse(Traces.REGISTER.replace("Message-Body: -", "Message-Body: line one\r\n\r\nline: two"));
        assertEquals("line one\r\n\r\nline: two", message.body());
    }

    @Test
    void theContactsOwnExpiresCountsWhereThereIsNoOther() {
        assertEquals(OptionalLong.of(600), parse("SIP/2.0 200 OK\r\nContact: <sip:a@b>;expires=600\r\n\r\n").expires());
        assertEquals(OptionalLong.of(0), parse("REGISTER sip:b SIP/2.0\r\nContact: *\r\nExpires: 0\r\n\r\n").expires());
    }

    @Test
    void twoDiagnosticsOfOneMessageKeepTheirOrder() {
        SipMessage message = parse("SIP/2.0 504 Server time-out\r\nms-diagnostics-public: 1034;reason=\"Previous hop\"\r\n"
                + "ms-diagnostics: 1034;reason=\"Previous hop, 2 of them\";source=\"a\", 10003.5; source = \"b\" ;reason=\u201cquoted\u201d\r\n\r\n");
        assertEquals(List.of(1034, 10003, 1034), message.diagnostics().stream().map(MsDiagnostics::id).toList());
        assertEquals(Optional.of(5), message.diagnostics().get(1).subId());
        assertEquals(Optional.of("quoted"), message.diagnostics().get(1).reason());
        assertEquals(Optional.of("b"), message.diagnostics().get(1).source());
    }

    @Test
    void foldedCredentialsAreJoinedWithoutBreaks() {
        SipMessage message = parse("REGISTER sip:b SIP/2.0\r\nAuthorization: TLS-DSK qop=\"auth\", gssapi-data=\"FgMB\r\n\tAAUB\", opaque=\"X1\"\r\n\r\n");
        AuthenticationHeader credentials = message.authorizations().getFirst();
        assertEquals(Optional.of("FgMBAAUB"), credentials.gssapiData());
        assertEquals(Optional.of("X1"), credentials.opaque());
        assertEquals(0x16, TlsDskToken.of(credentials).orElseThrow().bytes()[0]);
    }

    @Test
    void anEmptyTokenIsThereButHoldsNothing() {
        AuthenticationHeader credentials = parse("REGISTER sip:b SIP/2.0\r\nAuthorization: NTLM qop=\"auth\",gssapi-data=\"\", version=4\r\n\r\n")
                .authorizations().getFirst();
        assertTrue(credentials.hasGssapiData());
        assertEquals(Optional.empty(), credentials.gssapiData());
        assertEquals(Scheme.NTLM, credentials.signInScheme());
    }

    @Test
    void whatIsNoMessageIsEmpty() {
        assertEquals(Optional.empty(), SipMessage.parse(Traces.DIAGNOSTIC));
        assertEquals(Optional.empty(), SipMessage.parse(Traces.PLAIN));
        assertEquals(Optional.empty(), SipMessage.parse(""));
    }

    @Test
    void addressesAreReadInAllTheirForms() {
        assertEquals("anna@contoso.com", SipAddress.parse("<sip:Anna@Contoso.com;opaque=user:epid:x;gruu>;tag=1").address());
        assertEquals("user:epid:x", SipAddress.parse("<sip:Anna@Contoso.com;opaque=user:epid:x;gruu>").uriParameters().get("opaque"));
        assertEquals("anna@contoso.com", SipAddress.parse("sip:anna@contoso.com;tag=7").address());
        assertEquals(Optional.of("7"), SipAddress.parse("sip:anna@contoso.com;tag=7").tag());
        assertEquals("+4712345", SipAddress.parse("<tel:+4712345>").address());
        assertEquals("Anna B", SipAddress.parse("\"Anna B\" <sip:a@b>").display());
        assertEquals("contoso.com", SipAddress.parse("<sip:a@contoso.com>").host());
        assertEquals("", SipAddress.parse("").address());
    }
}
