package org.traceweave.readers.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceBlockTest {

    @Test
    void aDiagnosticBlockIsTakenApart() {
        TraceBlock block = TraceBlock.parse(Traces.DIAGNOSTIC).orElseThrow();
        DiagnosticBlock diagnostic = block.asDiagnostic().orElseThrow();
        assertEquals(Optional.of("0xc3e93d67"), block.resultCode());
        assertEquals(Optional.of("SIPPROXY_E_ROUTING_MSG_CERT_MISMATCH"), block.resultName());
        assertEquals(Optional.of("INVITE sip:bob@fabrikam.com SIP/2.0"), diagnostic.startLine());
        assertEquals("sip.fabrikam.com", block.data().get("expected-fqdn"));
        assertEquals("edge.fabrikam.com", block.data().get("certname"));
        assertTrue(block.complete());
        assertTrue(block.asConnection().isEmpty());
    }

    @Test
    void aConnectionBlockIsTakenApart() {
        TraceBlock block = TraceBlock.parse(Traces.CONNECTION).orElseThrow();
        ConnectionBlock connection = block.asConnection().orElseThrow();
        assertEquals(Optional.of("10.30.4.17:52012"), connection.peerAddress());
        assertEquals(Optional.of("10.20.1.11:5061"), connection.localAddress());
        assertEquals(Optional.of("TLS"), connection.transport());
        assertTrue(connection.isFailure());
        assertTrue(block.asDiagnostic().isEmpty());
    }

    @Test
    void aBlockWithoutItsBeginningIsReadAndSaidToBeIncomplete() {
        String text = Traces.DIAGNOSTIC.substring(Traces.DIAGNOSTIC.indexOf('\n') + 1);
        TraceBlock block = TraceBlock.parse(text).orElseThrow();
        assertFalse(block.complete());
        assertEquals(Optional.of("9f11c0ffee"), block.asDiagnostic().orElseThrow().callId());
    }

    @Test
    void aPlainLineIsNoBlock() {
        assertEquals(Optional.empty(), TraceBlock.parse(Traces.PLAIN));
    }
}
