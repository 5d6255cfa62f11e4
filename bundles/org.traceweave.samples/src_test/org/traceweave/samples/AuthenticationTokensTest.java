package org.traceweave.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.junit.jupiter.api.Test;
import org.traceweave.model.UtcTime;

class AuthenticationTokensTest {

    private static final long TIME = UtcTime.parse("2018-10-16T07:15:02.1234567Z");

    @Test
    void anNtlmChallengeCarriesTheServersClock() {
        ByteBuffer message = little(NtlmMessages.challenge("CONTOSO", "contoso.local", "FE01", TIME, new SeededRandom(1)));
        assertEquals(2, message.getInt(8));
        int at = message.getInt(44);
        while (message.getShort(at) != 7) {
            at += 4 + message.getShort(at + 2);
        }
        assertEquals(TIME, UtcTime.ofFileTime(message.getLong(at + 4)));
        assertEquals("CONTOSO", field(message, 12));
    }

    @Test
    void anNtlmAnswerNamesTheUser() {
        ByteBuffer message = little(NtlmMessages.authenticate("CONTOSO", "anna.berg", "WS-1001", TIME, new SeededRandom(1)));
        assertEquals(3, message.getInt(8));
        assertEquals("CONTOSO", field(message, 28));
        assertEquals("anna.berg", field(message, 36));
        assertEquals("WS-1001", field(message, 44));
    }

    @Test
    void aKerberosTokenIsAnApplicationRequestForSip() throws Exception {
        byte[] token = KerberosToken.request("CONTOSO.LOCAL", "fe01.contoso.local", new SeededRandom(1));
        assertEquals(0x60, token[0]);
        assertEquals(token.length - 4, (token[2] & 0xFF) << 8 | token[3] & 0xFF);
        byte[] oid = Arrays.copyOfRange(token, 4, 15);
        assertEquals(new ASN1ObjectIdentifier("1.2.840.113554.1.2.2"), ASN1ObjectIdentifier.getInstance(oid));
        try (ASN1InputStream request = new ASN1InputStream(Arrays.copyOfRange(token, 17, token.length))) {
            ASN1TaggedObject read = (ASN1TaggedObject) request.readObject();
            assertEquals(14, read.getTagNo());
        }
        assertTrue(new String(token, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).contains("fe01.contoso.local"));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String field(ByteBuffer message, int at) {
        return new String(message.array(), message.getInt(at + 4), message.getShort(at), StandardCharsets.UTF_16LE);
    }
}
