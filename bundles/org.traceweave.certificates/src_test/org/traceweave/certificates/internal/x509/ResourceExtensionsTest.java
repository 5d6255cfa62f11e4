package org.traceweave.certificates.internal.x509;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.DerReader;
import org.traceweave.certificates.internal.der.DerException;

class ResourceExtensionsTest {

    private static String text(String oid, String hex) throws DerException {
        return ExtensionTexts.text(oid, DerReader.read(HexFormat.of().parseHex(hex.replace(" ", ""))));
    }

    /** The example of RFC 3779, appendix B. */
    @Test
    void addresses_are_told_as_prefixes_and_ranges() throws DerException {
        assertEquals("IPv4 10.0.32.0/20, 10.0.64.0/24, 10.1.0.0/16, 10.2.48.0 to 10.2.64.255, 10.3.0.0/16; IPv6 as its issuer", text("1.3.6.1.5.5.7.1.7",
                "3034302a0402000130240304040a00200304000a00400303000a01300c0304040a02300304000a02400303000a033006040200020500"));
    }

    @Test
    void autonomous_systems_are_told_as_numbers_and_ranges() throws DerException {
        assertEquals("AS 135, 3000 to 3999, 5001", text("1.3.6.1.5.5.7.1.8", "3016a014301202020087300802020bb802020f9f02021389"));
        assertEquals("AS as its issuer", text("1.3.6.1.5.5.7.1.8", "3004 a002 0500"));
    }

    @Test
    void what_is_known_of_proxies_telephone_numbers_and_logotypes_is_told() throws DerException {
        assertEquals("at most 1 further proxies, policy inheritAll (1.3.6.1.5.5.7.21.1)", text("1.3.6.1.5.5.7.1.14", "300f 020101 300a 06082b06010505071501"));
        assertEquals("service provider 1234", text("1.3.6.1.5.5.7.1.26", "3008 a006 160431323334"));
        assertEquals("images at http://a/b", text("1.3.6.1.5.5.7.1.12", "300e 300c 160a687474703a2f2f612f62"));
    }
}
