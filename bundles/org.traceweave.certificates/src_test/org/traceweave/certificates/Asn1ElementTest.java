package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Asn1ElementTest {

    private static final byte[] DER = MadeCertificates.root("SHA256");
    private final Asn1Element root = Asn1Element.root(DerReader.read(DER));

    private List<String> names(Asn1Element element) {
        return element.children().stream().map(child -> child.name().orElse("-")).toList();
    }

    @Test
    void theFieldsOfACertificateHaveTheirNames() {
        assertEquals(Optional.of("Certificate"), root.name());
        assertEquals(List.of("tbsCertificate", "signatureAlgorithm", "signatureValue"), names(root));
        List<String> signed = names(root.children().getFirst());
        assertTrue(signed.containsAll(List.of("serialNumber", "signature", "issuer", "validity", "subject", "subjectPublicKeyInfo")), signed::toString);
    }

    @Test
    void everyByteBelongsToTheInnermostElementThatHoldsIt() {
        for (int position = 0; position < DER.length; position++) {
            List<Asn1Element> path = root.pathTo(position);
            DerNode innermost = path.getLast().node();
            assertTrue(position >= innermost.offset() && position < innermost.end());
            List<Asn1Element> inside = new ArrayList<>(path.getLast().children());
            int at = position;
            assertTrue(inside.stream().noneMatch(child -> at >= child.node().offset() && at < child.node().end()));
        }
        assertEquals(List.of(), root.pathTo(DER.length));
    }

    @Test
    void whatIsNoCertificateHasNoNames() {
        assertEquals(Optional.empty(), Asn1Element.root(DerReader.read(new byte[] {0x30, 3, 2, 1, 5})).name());
    }
}
