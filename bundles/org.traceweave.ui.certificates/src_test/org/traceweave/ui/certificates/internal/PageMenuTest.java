package org.traceweave.ui.certificates.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageMenuTest {

    @Test
    void ofANameAndAValueTheValueIsCopiedAndOfAnyOtherLineAllOfIt() {
        assertEquals(Optional.of("9942718b2bb9"), PageMenu.valueAt("SHA-1\t9942718b2bb9"));
        assertEquals(Optional.of("pool01.contoso.local"), PageMenu.valueAt("\u25CF pool01.contoso.local"));
        assertEquals(Optional.empty(), PageMenu.valueAt("  "));
    }
}
