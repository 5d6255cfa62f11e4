package org.traceweave.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.traceweave.model.UtcTime;

class EventXmlWriterTest {

    private final WindowsEvent event = WindowsEvent.of("Schannel", 36887).level(2).user("S-1-5-18").data("AlertDesc", EventValue.u32(46))
            .data("Note", "a < b & 'c'").message("A fatal alert was received.").at(UtcTime.parse("2018-10-16T07:15:02.1234567Z"));

    @Test
    void theEventViewersFormHasOneRootAndTheMessage() throws Exception {
        String xml = EventXmlWriter.eventViewer(List.of(event, event));
        assertTrue(xml.startsWith("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>"));
        assertEquals(2, elements(xml).stream().filter("Event"::equals).count());
        assertTrue(xml.contains("<Message>A fatal alert was received.</Message>"));
    }

    @Test
    void wevtutilsFormHasNoRootAndNoMessage() throws Exception {
        String xml = EventXmlWriter.wevtutil(List.of(event, event));
        assertTrue(xml.startsWith("<Event xmlns="));
        assertEquals(2, elements("<All>" + xml + "</All>").stream().filter("Event"::equals).count());
        assertTrue(xml.contains("SystemTime='2018-10-16T07:15:02.123456700Z'"));
        assertTrue(!xml.contains("RenderingInfo"));
    }

    private static List<String> elements(String xml) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
        List<String> names = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                names.add(reader.getLocalName());
            }
        }
        return names;
    }
}
