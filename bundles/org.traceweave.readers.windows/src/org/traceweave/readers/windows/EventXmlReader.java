package org.traceweave.readers.windows;

import java.io.IOException;
import org.traceweave.readers.SourceBytes;
import org.traceweave.readers.SourceHead;
import org.traceweave.readers.SourceReader;
import org.traceweave.readers.SourceReading;
import org.traceweave.readers.windows.internal.xml.EventXmlFile;

/**
 * Reads Windows events exported as XML: by the Event Viewer (one root), by wevtutil (no root), by tracerpt and netsh; with or without
 * the rendered message; in the encoding that its first bytes or its declaration tell. A record's offset and length are those of its
 * Event element in the file. Damaged elements are counted, the rest is read.
 */
public final class EventXmlReader implements SourceReader {

    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    @Override
    public String format() {
        return "event-xml";
    }

    @Override
    public String name() {
        return "Windows events as XML";
    }

    @Override
    public int confidence(SourceHead head) {
        String text = EventXmlFile.text(head.bytes());
        boolean schema = text.contains(NAMESPACE);
        boolean event = text.contains("<Event ") || text.contains("<Event>");
        if (!event || !schema && !text.contains("<System>")) {
            return 0;
        }
        boolean startsAsXml = text.stripLeading().startsWith("<");
        return startsAsXml ? schema ? 95 : 80 : 30;
    }

    @Override
    public SourceReading open(SourceBytes bytes) throws IOException {
        return new EventXmlFile(bytes);
    }
}
