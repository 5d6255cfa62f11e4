package org.traceweave.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DerReaderTest {

    @Test
    void each_element_knows_where_it_stands() {
        DerNode root = read("3008 0201 05 0403 010203");
        assertEquals(List.of("INTEGER", "OCTET STRING"), root.children().stream().map(DerNode::tagName).toList());
        DerNode octets = root.children().get(1);
        assertEquals(5, octets.offset());
        assertEquals(7, octets.contentOffset());
        assertEquals(10, octets.end());
        assertEquals(octets, root.at(8).orElseThrow());
    }

    @Test
    void an_element_cut_short_is_a_node_that_says_so() {
        DerNode root = read("3010 0201 05");
        assertEquals(Optional.of("declared 16 bytes, 3 available"), root.problem());
        assertEquals(1, root.children().size());
        assertEquals(Optional.of("truncated header"), read("30").problem());
        assertEquals(Optional.of("truncated length"), read("3082 01").problem());
        assertEquals(Optional.of("empty input"), read("").problem());
        assertEquals(Optional.of("reserved length octet 0xFF"), read("30ff0102").problem());
    }

    @Test
    void a_declared_length_allocates_nothing() {
        assertEquals(Optional.of("declared 2147483647 bytes, 1 available"), read("30847fffffff00").problem());
        assertEquals(Optional.of("declared 4294967295 bytes, 1 available"), read("3084ffffffff00").problem());
    }

    @Test
    void indefinite_and_over_long_lengths_are_read_and_noted() {
        DerNode root = read("3080 020105 0000 ff");
        assertTrue(root.indefinite());
        assertEquals(7, root.end());
        assertTrue(root.problem().isEmpty());
        DerNode longer = read("308103 020105");
        assertFalse(longer.minimalLength());
        assertEquals(1, longer.children().size());
    }

    @Test
    void nesting_ends_at_a_limit() {
        byte[] deep = HexFormat.of().parseHex("3080".repeat(30_000));
        assertTrue(DerReader.read(deep).damaged().stream().anyMatch(node -> node.problem().orElse("").startsWith("nested deeper")));
    }

    @Test
    void the_text_of_a_tree_shows_offset_lengths_and_values() {
        String text = CertificateText.asn1(read("300d 06092a864886f70d01010b 0500"));
        assertTrue(text.contains("0:d=0  hl=2 l=   13 cons: SEQUENCE"), text);
        assertTrue(text.contains("OBJECT IDENTIFIER : sha256WithRSAEncryption (1.2.840.113549.1.1.11)"), text);
    }

    private static DerNode read(String hex) {
        return DerReader.read(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
