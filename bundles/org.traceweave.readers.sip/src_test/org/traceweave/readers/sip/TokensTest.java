package org.traceweave.readers.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.traceweave.model.UtcTime;

class TokensTest {

    private static final long SERVER_TIME = UtcTime.parse("2018-01-14T11:24:35.4247600Z");

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] pairs() {
        ByteBuffer buffer = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putShort((short) 1).putShort((short) 8).put(utf16("FE01"));
        buffer.putShort((short) 7).putShort((short) 8).putLong(SERVER_TIME / 100 + 116_444_736_000_000_000L);
        buffer.putInt(0);
        return java.util.Arrays.copyOf(buffer.array(), buffer.position());
    }

    static byte[] challenge() {
        byte[] target = utf16("CONTOSO");
        ByteBuffer buffer = ByteBuffer.allocate(56 + target.length + pairs().length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(2);
        buffer.putShort((short) target.length).putShort((short) target.length).putInt(56);
        buffer.putInt(0x1).putLong(0x1122334455667788L).putLong(0);
        buffer.putShort((short) pairs().length).putShort((short) pairs().length).putInt(56 + target.length).putLong(0);
        return buffer.put(target).put(pairs()).array();
    }

    static byte[] authenticate() {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.writeBytes(new byte[] {(byte) 0xaa, (byte) 0xbb});
        response.writeBytes(new byte[42]);
        response.writeBytes(pairs());
        byte[][] parts = {new byte[24], response.toByteArray(), utf16("CONTOSO"), utf16("anna"), utf16("PC7"), new byte[16]};
        ByteBuffer buffer = ByteBuffer.allocate(64 + 500).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(3);
        int offset = 64;
        for (byte[] part : parts) {
            buffer.putShort((short) part.length).putShort((short) part.length).putInt(offset);
            offset += part.length;
        }
        buffer.putInt(1);
        for (byte[] part : parts) {
            buffer.put(part);
        }
        return java.util.Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void anNtlmChallengeNamesTheServerAndItsTime() {
        NtlmToken token = NtlmToken.parseBase64(base64(challenge())).orElseThrow();
        assertEquals(2, token.type());
        assertEquals(Optional.of("CONTOSO"), token.target());
        assertEquals(List.of(new NtlmToken.AvPair(1, "FE01")), token.avPairs());
        assertEquals(OptionalLong.of(SERVER_TIME), token.fileTime());
    }

    @Test
    void anNtlmAuthenticationNamesTheUserAndHidesItsResponses() {
        NtlmToken token = NtlmToken.parse(authenticate()).orElseThrow();
        assertEquals(Optional.of("anna"), token.user());
        assertEquals(Optional.of("CONTOSO"), token.domain());
        assertEquals(Optional.of("PC7"), token.workstation());
        assertEquals(OptionalLong.of(SERVER_TIME), token.fileTime());
        assertTrue(token.ntResponse(true).startsWith("aabb"));
        assertFalse(token.ntResponse(false).contains("aabb"));
        NtlmToken masked = NtlmToken.parseBase64(token.masked()).orElseThrow();
        assertEquals(Optional.of("anna"), masked.user());
        assertTrue(masked.ntResponse(true).matches("0+"));
    }

    @Test
    void ntlmTokensWithWildOffsetsAreReadAsFarAsTheyGo() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = round % 2 == 0 ? challenge() : authenticate();
            for (int hit = 0; hit < 6; hit++) {
                bytes[12 + random.nextInt(bytes.length - 12)] = (byte) random.nextInt(256);
            }
            NtlmToken.parse(java.util.Arrays.copyOf(bytes, 12 + random.nextInt(bytes.length - 11))).ifPresent(token -> {
                token.user();
                token.domain();
                token.target();
                token.workstation();
                token.avPairs();
                token.fileTime();
                token.masked();
                token.ntResponse(true);
            });
        }
        assertEquals(Optional.empty(), NtlmToken.parseBase64("not base64!"));
    }

    private static byte[] der(int tag, byte[]... contents) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            all.writeBytes(content);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (all.size() >= 128) {
            out.write(0x82);
            out.write(all.size() >> 8);
        }
        out.write(all.size());
        out.writeBytes(all.toByteArray());
        return out.toByteArray();
    }

    private static byte[] text(String value) {
        return der(0x1b, value.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] number(int value) {
        return der(0x02, new byte[] {(byte) value});
    }

    private static byte[] kerberos() {
        byte[] name = der(0x30, der(0xa0, number(2)), der(0xa1, der(0x30, text("sip"), text("fe01.contoso.local"))));
        byte[] encrypted = der(0x30, der(0xa0, number(18)), der(0xa2, der(0x04, new byte[200])));
        byte[] ticket = der(0x61, der(0x30, der(0xa0, number(5)), der(0xa1, text("CONTOSO.LOCAL")), der(0xa2, name), der(0xa3, encrypted)));
        byte[] request = der(0x6e, der(0x30, der(0xa0, number(5)), der(0xa1, number(14)), der(0xa3, ticket)));
        return der(0x60, new byte[] {6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x12, 1, 2, 2, 1, 0}, request);
    }

    @Test
    void aKerberosTicketNamesItsServiceAndEncryption() {
        KerberosToken token = KerberosToken.parseBase64(base64(kerberos())).orElseThrow();
        assertEquals(Optional.of("CONTOSO.LOCAL"), token.realm());
        assertEquals(Optional.of("sip/fe01.contoso.local"), token.service());
        assertEquals(OptionalInt.of(18), token.encryptionType());
    }

    @Test
    void damagedKerberosTokensAreReadAsFarAsTheyGo() {
        Random random = new Random(8);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = kerberos();
            for (int hit = 0; hit < 4; hit++) {
                bytes[random.nextInt(100)] = (byte) random.nextInt(256);
            }
            KerberosToken.parse(java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
    }

    @Test
    void secretsAreBlottedOutAndTheRestStays() {
        String authenticate = base64(authenticate());
        String wrapped = base64(der(0x60, new byte[] {6, 1, 1}, authenticate()));
        String text = """
                Authorization: NTLM qop="auth", gssapi-data="%s", version=4
                Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.abc.def
                X-MS-WebTicket: opaque=cid.gAAA123456
                <wsse:Password Type="text">s3cret!</wsse:Password>
                Cookie: a=first; b=second
                <ds:SignatureValue>c2lnbmVk</ds:SignatureValue>
                Authorization: Negotiate %s
                net use \\\\x password=hunter2 user=anna
                -----BEGIN RSA PRIVATE KEY-----
                MIIEowIBAAKCAQEA
                -----END RSA PRIVATE KEY-----
                """.formatted(authenticate, wrapped);
        String masked = Masking.mask(text);
        for (String secret : List.of(authenticate, wrapped, "first", "second", "c2lnbmVk", "eyJhbGci", "gAAA123456", "s3cret!", "hunter2", "MIIEow")) {
            assertFalse(masked.contains(secret), secret);
        }
        for (String kept : List.of("gssapi-data=\"TlRMTVNTUAAD", "version=4", "user=anna", "-----END RSA PRIVATE KEY-----", "<wsse:Password Type=\"text\">")) {
            assertTrue(masked.contains(kept), kept);
        }
        assertEquals(Traces.CHALLENGE, Masking.mask(Traces.CHALLENGE));
        assertEquals("The password is wrong", Masking.mask("The password is wrong"));
    }

    @Test
    void failureCodesAreFoundInEveryForm() {
        assertEquals(Optional.of("0x80090325"), Hresults.find("x HRESULT=\"0x80090325(SEC_E)\""));
        assertEquals(Optional.of("0xc3e93d67"), Hresults.find("0xC3E93D67 SIPPROXY"));
        assertEquals(Optional.of("0x80090325"), Hresults.find("negotiation failed: 80090325"));
        assertEquals(Optional.of("0x800b0109"), Hresults.find("Certificate error: 2148204809"));
        assertEquals(Optional.empty(), Hresults.find("Certificate error: 21482049809"));
        assertEquals(Optional.empty(), Hresults.find("0x00000000 and 0x8009032512"));
    }
}
