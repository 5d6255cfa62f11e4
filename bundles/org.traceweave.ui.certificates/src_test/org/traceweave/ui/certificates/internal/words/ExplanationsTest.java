package org.traceweave.ui.certificates.internal.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.traceweave.certificates.CertificateLint;
import org.traceweave.certificates.LintRule;

class ExplanationsTest {

    @Test
    void everyRuleSaysWhyItIsThereAndWhatMendsIt() {
        List<String> without = CertificateLint.rules().stream().map(LintRule::id).filter(id -> Explanations.why(id).isEmpty() || Explanations.fix(id)
                .isEmpty()).toList();
        assertEquals(List.of(), without);
    }

    @Test
    void aSourceThatHasAnAddressLeadsThere() {
        assertEquals(Optional.of("https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.9"), Explanations.address("RFC 5280 section 4.2.1.9"));
        assertEquals(Optional.of("https://support.microsoft.com/help/2661254"), Explanations.address("Microsoft KB2661254; CA/Browser Forum BR 6.1.5"));
        assertEquals(Optional.empty(), Explanations.address("good practice"));
    }

    @Test
    void usagesAreSaidInWordsAndUnknownOnesByTheirOid() {
        assertTrue(Explanations.extendedUsage("1.3.6.1.5.5.7.3.1").contains("serverAuth"));
        assertEquals("1.2.3.4", Explanations.extendedUsage("1.2.3.4"));
        assertTrue(Explanations.usage("keyCertSign").contains("certificates"));
    }
}
