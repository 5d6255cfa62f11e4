package org.traceweave.index.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms are written as {@code term@position}. */
class TermScannerTest {

    private final TermScanner scanner = new TermScanner();

    private String terms(String text) {
        byte[] bytes = ("<>" + text + "<>").getBytes(StandardCharsets.UTF_8);
        scanner.scan(bytes, 2, bytes.length - 4);
        StringBuilder terms = new StringBuilder();
        int position = -1;
        for (int i = 0; i < scanner.size(); i++) {
            position += scanner.increment(i);
            terms.append(i == 0 ? "" : " ").append(new String(scanner.bytes(), scanner.start(i), scanner.end(i) - scanner.start(i), StandardCharsets.UTF_8))
                    .append('@').append(position);
        }
        return terms.toString();
    }

    @ParameterizedTest(name = "{index}: {0}")
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', nullValues = "nothing", value = {
        "The peer's Certificate, refused. => the@0 peer@1 s@2 certificate@3 refused@4",
        "<sip:Alice@Contoso.com>;tag=0b1c => sip@0 alice@contoso.com@1 alice@1 contoso@2 com@3 tag@4 0b1c@5",
        "a.b@x.org. => a.b@x.org@0 a@0 b@1 x@2 org@3",
        "fe01.contoso.local:5061 => fe01.contoso.local@0 fe01@0 contoso@1 local@2 5061@3",
        "10.0.0.9 10.0.0.9:50123; 10.0.0.9:x => 10.0.0.9@0 10.0.0.9:50123@1 10.0.0.9@1 50123@2 10.0.0.9@3 x@4",
        "fe80::1:2ff:fe3c [2001:db8::1]:5061 => fe80::1:2ff:fe3c@0 2001:db8::1@1 5061@2",
        "1:2:3:4:5:6:7:8 ab:cd => 1:2:3:4:5:6:7:8@0 ab@1 cd@2",
        "{D6F1DD33-8E2A-4B8F-9C5E-7A1B2C3D4E5F} x => d6f1dd33-8e2a-4b8f-9c5e-7a1b2c3d4e5f@0 7a1b2c3d4e5f@0 x@1",
        "0x80090325(SEC_E_UNTRUSTED_ROOT) => 80090325@0 sec_e_untrusted_root@1 sec@1 e@2 untrusted@3 root@4",
        "0x 0xyz => 0x@0 0xyz@1",
        "ms-diagnostics-public: 1000 => ms@0 diagnostics@1 public@2 1000@3",
        "version 5.0.8132.0, +1 (555) 010-7458 => version@0 5.0.8132.0@1 1@2 555@3 010-7458@4",
        "epid:KdxdWN-u5l2yUV8n_2TNZwAA;gruu => epid@0 kdxdwn-u5l2yuv8n_2tnzwaa@1 kdxdwn@1 u5l2yuv8n@2 2tnzwaa@3 gruu@4",
        "branch=z9hG4bK5A1B2C3D4E5F6071.DEADBEEF => branch@0 z9hg4bk5a1b2c3d4e5f6071.deadbeef@1",
        "TL_INFO(TF_PROTOCOL) [POOL01\\FE01]0F98.1B0C:: => tl_info@0 tf_protocol@1 pool01@2 fe01@3 0f98.1b0c@4",
        "01/14/2018-11:24:35.123.00005386 (x) => 01/14/2018@0 11:24:35@1 x@2",
        "2018-01-14T11:24:35.123Z|2018-01-14 => 2018-01-14@0 11:24:35@1 2018-01-14@2",
        "04/16/2013|03:17:30.168 1F68:C14 INFO => 04/16/2013@0 03:17:30@1 1f68@2 c14@3 info@4",
        "11:24 2018-01-14x => 11@0 24@1 2018@2 01@3 14x@4",
        "$$begin_record a $$end_record => a@0",
        "xmlns=\"http://schemas.microsoft.com/2006/09/sip/state\" y => xmlns@0 http://schemas.microsoft.com/2006/09/sip/state@1 y@2",
        "http://www.w3.org/2001/XMLSchema-instance' http://pool.contoso.com/x => http://www.w3.org/2001/xmlschema-instance@0 http@1 pool.contoso.com@2 pool@2 contoso@3 com@4 x@5",
        "foo--bar foo..bar -a- _b_ @c => foo@0 bar@1 foo@2 bar@3 a@4 b@5 c@6",
        "0563B8630D62D75ABBC8AB1E4BDFB5A899B24D43 => 0563b8630d62d75abbc8ab1e4bdfb5a8@0",
        "Straße ÜBER “Grüße” – naïve => straße@0 über@1 grüße@2 naïve@3"
    })
    void textBecomesTerms(String text, String expected) {
        assertEquals(expected, terms(text));
        assertFalse(scanner.isCut());
    }

    @Test
    void longBase64IsCutWithAllItsLines() {
        String line = "MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ";
        String pem = "-----BEGIN CERTIFICATE-----\r\n" + line + "\r\n" + line + "\r\nRTESMBAGA1Q=\r\n-----END CERTIFICATE-----";
        assertEquals("begin@0 certificate@1 miiddzccal+gawibagieagaautanbgkq@2 end@3 certificate@4", terms(pem));
        assertTrue(scanner.isCut());
    }

    @Test
    void longPathsAndLongNamesAreNoBase64() {
        String path = "/GroupExpansion/Service/AddressBook/Handler/Internal/External/Provisioning/Something/Else";
        assertEquals("groupexpansion@0 service@1 addressbook@2 handler@3 internal@4 external@5 provisioning@6 something@7 else@8", terms(path));
        assertFalse(scanner.isCut());
    }

    @Test
    void aTermIsNeverLongerThanItMayBe() {
        terms("x".repeat(500));
        assertEquals(1, scanner.size());
        assertEquals(TermScanner.MAX_TERM, scanner.end(0) - scanner.start(0));
        assertTrue(scanner.isCut());
    }

    @Test
    void anyBytesAreScannedAndTermsLieWithinTheText() {
        long seed = 5;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String signs = "abcfxyzABCXYZ0123456789....::--__@@//++== \r\n\"'<>$$ä€\uD83D\uDE00";
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes;
            if (i % 4 == 0) {
                bytes = new byte[random.nextInt(60)];
                random.nextBytes(bytes);
            } else {
                StringBuilder text = new StringBuilder();
                int length = random.nextInt(120);
                for (int k = 0; k < length; k++) {
                    text.append(signs.charAt(random.nextInt(signs.length())));
                }
                bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            }
            scanner.scan(bytes, 0, bytes.length);
            for (int t = 0; t < scanner.size(); t++) {
                assertTrue(scanner.start(t) >= 0 && scanner.end(t) > scanner.start(t) && scanner.end(t) <= scanner.textLength());
                assertTrue(scanner.increment(t) == 1 || scanner.increment(t) == 0 && t > 0);
            }
        }
    }

    @Test
    void capitalsBecomeSmallAtEveryPlaceOfAWord() {
        long seed = 6;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        LowerCase lower = new LowerCase();
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) random.nextInt(128);
            }
            lower.set(bytes, 0, bytes.length);
            String expected = new String(bytes, StandardCharsets.US_ASCII).toLowerCase(java.util.Locale.ROOT);
            assertEquals(expected, new String(lower.bytes, 0, lower.length, StandardCharsets.US_ASCII));
        }
    }
}
