package org.traceweave.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How endpoints and proxies are named. */
class TargetsTest {

    @ParameterizedTest
    @CsvSource({"fe01.contoso.com, fe01.contoso.com:443, /", "fe01.contoso.com:5061, fe01.contoso.com:5061, /",
            "sips:sip.contoso.com, sip.contoso.com:5061, /",
        "sips:anna@sip.contoso.com:5071;transport=tls, sip.contoso.com:5071, /",
                "https://fe01.contoso.com/CertProv/CertProvisioningService.svc?wsdl, "
            + "fe01.contoso.com:443, /CertProv/CertProvisioningService.svc?wsdl", "HTTPS://fe01:4443, fe01:4443, /", "[::1]:8443, [::1]:8443, /",
                    "::1, [::1]:443, /",
        "fe01.contoso.com/meet, fe01.contoso.com:443, /meet", "https://user:word@fe01/, fe01:443, /",
                "bücher.example., xn--bcher-kva.example:443, /"})
    void endpointsAreReadInEveryForm(String text, String authority, String path) {
        ProbeTarget target = ProbeTarget.parse(text);
        assertEquals(authority, target.toString());
        assertEquals(path, target.path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "http://fe01/", "ftp://fe01/", "fe01:0", "fe01:99999", "fe01:x", "a b", "https:///x", "https://",
            "fe01\r\nX: y"})
    void whatIsNoEndpointIsRefusedInASentence(String text) {
        assertFalse(assertThrows(IllegalArgumentException.class, () -> ProbeTarget.parse(text)).getMessage().isBlank());
    }

    @Test
    void anAddressIsNotAskedForAsServerName() {
        assertEquals(Optional.empty(), ProbeRequest.of(ProbeTarget.parse("10.0.0.5:5061")).serverName());
        assertEquals(Optional.of("fe01"), ProbeRequest.of(ProbeTarget.parse("fe01:5061")).serverName());
    }

    @Test
    void aProxyNeverShowsItsPassword() {
        ProbeProxy proxy = ProbeProxy.parse("http://proxy.contoso.com/").withUser("anna", Optional.of("s3cr3t".toCharArray()));
        assertEquals("proxy.contoso.com:8080", proxy.toString());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ProbeProxy.parse("http://anna:s3cr3t@proxy:8080")).getMessage()
                .indexOf("s3cr3t") < 0);
    }
}
