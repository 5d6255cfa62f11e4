package org.traceweave.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PageTextTest {

    @Test
    void runsLieWhereTheirWordsAre() {
        PageText page = new PageText().title("alice").fact("Scheme", "NTLM").link("more", "target").line();

        assertEquals("alice\nScheme\tNTLM\nmore\n", page.text());
        for (PageText.Run run : page.runs()) {
            assertTrue(run.start() + run.length() <= page.length());
        }
        PageText.Run link = page.runs().getLast();
        assertEquals("more", page.text().substring(link.start(), link.start() + link.length()));
        assertEquals("target", link.target().orElseThrow());
    }

    @Test
    void factsWithoutAValueAreLeftOut() {
        assertEquals("", new PageText().fact("Device", " ").text());
    }
}
