package org.traceweave.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.CallFlow;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowElement;
import org.traceweave.analysis.FlowHop;
import org.traceweave.analysis.FlowMark;
import org.traceweave.analysis.FlowMarkKind;
import org.traceweave.analysis.FlowMessage;
import org.traceweave.analysis.FlowParticipant;
import org.traceweave.analysis.FlowRole;
import org.traceweave.analysis.FlowSighting;
import org.traceweave.model.Evidence;
import org.traceweave.model.Outcome;
import org.traceweave.model.Phase;

/** The drawing of a ladder: what stands where, what a click meets, what is sent to others. */
class CallFlowChartTest {

    private static final long START = 1_539_691_200_000_000_000L;
    private static final ChartTheme THEME = ChartTheme.light("SansSerif", 12);

    private final List<FlowElement> elements = new ArrayList<>();

    private static Evidence evidence(int number) {
        return new Evidence("trace.txt", number * 100L, 100, Optional.of("r" + number));
    }

    private void message(String title, long after, boolean request, String... participants) {
        int number = elements.size();
        List<FlowHop> hops = new ArrayList<>();
        for (int i = 0; i + 1 < participants.length; i++) {
            FlowSighting sighting = new FlowSighting("FE01", true, START + after, START + after, evidence(number));
            hops.add(new FlowHop(participants[i], participants[i + 1], START + after, List.of(sighting), false));
        }
        FlowDetail detail = new FlowDetail(FlowDetail.Kind.HANDSHAKE, "ClientHello", "up to TLS 1.2", Optional.empty(), false, evidence(number));
        elements.add(new FlowMessage("m" + number, FlowMessage.Protocol.SIP, request, title, title, "ClientHello", Optional.of("c1"),
                OptionalInt.of(1),
                OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), false, request ? Phase.CONNECT : Phase.OFFER, hops, List.of(detail),
                evidence(number)));
    }

    private void mark(FlowMarkKind kind, String participant, long after) {
        elements.add(new FlowMark("k" + elements.size(), participant, kind, "36888: something ended", START + after, START + after, true,
                OptionalDouble.of(0.65), List.of(), Phase.OFFER, evidence(elements.size())));
    }

    private CallFlow flow() {
        return new CallFlow(SignIns.attempt("a", "anna@contoso.com", START, Outcome.FAILED), List.of(new FlowParticipant("client", FlowRole.CLIENT,
                "10.0.0.9", ""),
                new FlowParticipant("edge", FlowRole.EDGE, "EDGE01", ""), new FlowParticipant("fe", FlowRole.FRONT_END, "FE01", "")), elements, 0);
    }

    private CallFlow ladder() {
        message("REGISTER", 0, true, "client", "edge", "fe");
        message("401 Unauthorized", 20_000_000, false, "fe", "edge", "client");
        mark(FlowMarkKind.SCHANNEL, "fe", 5_000_000_000L);
        return flow();
    }

    private static CallFlowPicture drawn(CallFlow flow, CallFlowFrame frame) {
        return new CallFlowChart(THEME).draw(flow, frame);
    }

    private static CallFlowRow row(CallFlowPicture picture, CallFlowRow.Kind kind) {
        return picture.rows().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void eachHopIsARowAndALongSilenceIsCondensed() {
        CallFlowPicture picture = drawn(ladder(), CallFlowFrame.of(900, 600));
        assertEquals(List.of(CallFlowRow.Kind.MESSAGE, CallFlowRow.Kind.HOP, CallFlowRow.Kind.MESSAGE, CallFlowRow.Kind.HOP, CallFlowRow.Kind.GAP,
                CallFlowRow.Kind.MARK), picture.rows().stream().map(CallFlowRow::kind).toList());
        assertTrue(row(picture, CallFlowRow.Kind.GAP).words().startsWith("5.0 s"));
    }

    @Test
    void aPointMeetsTheRowThatIsDrawnThereAlsoWhenScrolled() {
        CallFlowPicture picture = drawn(ladder(), CallFlowFrame.of(900, 200).withScroll(0, 40));
        CallFlowRow mark = row(picture, CallFlowRow.Kind.MARK);
        assertEquals(Optional.of(mark), picture.rowAt(picture.headHeight() + mark.top() - 40 + 2));
        assertEquals(Optional.empty(), picture.rowAt(picture.headHeight() - 2));
        assertEquals(evidence(2), mark.evidence().orElseThrow());
    }

    @Test
    void unfoldingShowsWhatAMessageCarries() {
        CallFlow flow = ladder();
        CallFlowPicture folded = drawn(flow, CallFlowFrame.of(900, 600));
        CallFlowRow message = row(folded, CallFlowRow.Kind.MESSAGE);
        double edge = folded.foldEdges().getFirst();
        assertTrue(folded.isFold(message, edge - 6));
        assertFalse(folded.isFold(message, edge + 20));
        CallFlowPicture unfolded = drawn(flow, CallFlowFrame.of(900, 600).unfolding(Set.of(message.key())));
        assertEquals("ClientHello", row(unfolded, CallFlowRow.Kind.DETAIL).detail().orElseThrow().name());
        assertTrue(unfolded.contentHeight() > folded.contentHeight());
    }

    @Test
    void theTitlesStayWhileTheRowsAreScrolled() {
        for (int i = 0; i < 60; i++) {
            message("REGISTER", i * 1000L, true, "client", "fe");
        }
        CallFlow flow = flow();
        CallFlowPicture top = drawn(flow, CallFlowFrame.of(700, 300));
        CallFlowPicture down = drawn(flow, CallFlowFrame.of(700, 300).withScroll(0, top.mostScrollY()));
        assertTrue(top.mostScrollY() > 500);
        assertTrue(same(top.image(), down.image(), 0, top.headHeight()));
        assertFalse(same(top.image(), down.image(), top.headHeight(), 300));
    }

    private static boolean same(BufferedImage one, BufferedImage other, int from, int to) {
        for (int y = from; y < to; y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void manyParticipantsKeepTheirRoomAndAreScrolledTo() {
        CallFlowPicture picture = drawn(ladder(), CallFlowFrame.of(400, 300));
        assertTrue(picture.mostScrollX() > 200, "there is more to the right: " + picture.contentWidth());
    }

    @Test
    void darkAndLightDiffer() {
        CallFlow flow = ladder();
        CallFlowFrame frame = CallFlowFrame.of(300, 200);
        assertNotEquals(drawn(flow, frame).image().getRGB(299, 199), new CallFlowChart(ChartTheme.dark("SansSerif", 12)).draw(flow, frame).image()
                .getRGB(299, 199));
    }

    @Test
    void theSheetHoldsAllRowsAsText(@TempDir Path folder) throws IOException {
        CallFlow flow = ladder();
        CallFlowFrame frame = CallFlowFrame.of(900, 120).withScroll(0, 70).unfolding(Set.of("m0"));
        Path file = folder.resolve("flow.svg");
        new CallFlowSheet(THEME).write(file, CallFlowSheet.Format.SVG, flow, frame);
        String svg = Files.readString(file);
        for (String words : List.of("anna@contoso.com, 2018-10-16 12:00:00.000 UTC, sign-in failed", "EDGE01", "REGISTER", "401 Unauthorized",
                "up to TLS 1.2", "passed on", "explains, 65 %")) {
            assertTrue(svg.contains(words), words + " in " + svg.length() + " letters");
        }
        Path text = folder.resolve("flow.txt");
        new CallFlowSheet(THEME).write(text, CallFlowSheet.Format.TXT, flow, frame);
        assertTrue(Files.readString(text).contains("REGISTER (1)"));
    }
}
