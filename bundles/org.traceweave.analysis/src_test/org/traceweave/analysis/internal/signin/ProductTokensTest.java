package org.traceweave.analysis.internal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTokensTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UCCAPI/16.0.4266.1001 OC/16.0.4266.1001 (Skype for Business) | UCCAPI 16.0.4266.1001, OC 16.0.4266.1001",
        "UCCAPI/15.0.4420.1017 OC/15.0.4420.1017 (Microsoft Lync) | UCCAPI 15.0.4420.1017, OC 15.0.4420.1017",
        "CPE/4.0.7577.4451 OCPhone/4.0.7577.4451 (Microsoft Lync Phone Edition) | CPE 4.0.7577.4451, OCPhone 4.0.7577.4451",
        "PolycomVVX-VVX_500-UA/5.5.1.11526 | PolycomVVX-VVX_500-UA 5.5.1.11526",
        "Yealink SIP-T46S 66.9.0.42 | Yealink SIP-T46S 66.9.0.42",
        "iPhoneLync/6.15.0.22 (iPhone iOS 10.3.2) | iPhoneLync 6.15.0.22",
        "RTC/6.0 | RTC 6.0",
        "RTCC/6.0.0.0 FrontEnd | RTCC 6.0.0.0",
        "A phone of mine | ''",
        "and/or | ''"})
    void headersNameProductsAndVersions(String header, String products) {
        assertEquals(products, String.join(", ", ProductTokens.of(header).stream().map(product -> product.name() + " " + product.version()).toList()));
    }
}
