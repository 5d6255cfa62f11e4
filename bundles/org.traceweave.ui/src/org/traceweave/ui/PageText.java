package org.traceweave.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of text as views show it: a title, headings, facts, running text, text in fixed width, and links. Pure text and ranges, without
 * a screen. A link's target is whatever the page's owner understands.
 */
public final class PageText {

    /** What a stretch of text is; the view gives it its look. */
    public enum Tone {
        TITLE,
        SUBTITLE,
        HEADING,
        KEY,
        TEXT,
        STRONG,
        MUTED,
        ITALIC,
        GOOD,
        WARNING,
        ERROR,
        ACCENT,
        MONO,
        MONO_STRONG,
        MONO_NAME,
        MONO_ACCENT,
        MONO_ERROR,
        LINK,
        LINK_TITLE
    }

    /** A stretch of the text. */
    public record Run(int start, int length, Tone tone, Optional<Object> target) {
    }

    /** The line that begins at {@code start} is a fact: a name, a tab, and a value that is indented when it wraps. */
    public record Fact(int start) {
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Integer> bands = new ArrayList<>();

    public PageText title(String words) {
        return styled(words, Tone.TITLE).line();
    }

    public PageText heading(String words) {
        if (!text.isEmpty()) {
            gap();
        }
        return styled(words, Tone.HEADING).line();
    }

    /** An empty line, unless there is one. */
    public PageText gap() {
        if (!text.isEmpty() && !text.toString().endsWith("\n\n")) {
            line();
        }
        return this;
    }

    public PageText line() {
        text.append('\n');
        return this;
    }

    public PageText line(String words, Tone tone) {
        return styled(words, tone).line();
    }

    public PageText paragraph(String words) {
        return words.isBlank() ? this : styled(words.strip(), Tone.TEXT).line();
    }

    public PageText styled(String words, Tone tone) {
        return add(words, tone, null);
    }

    public PageText link(String words, Object target) {
        return add(words, Tone.LINK, target);
    }

    /** A link that looks like a title. */
    public PageText titleLink(String words, Object target) {
        return add(words, Tone.LINK_TITLE, target);
    }

    private PageText add(String words, Tone tone, @Nullable Object target) {
        if (!words.isEmpty()) {
            runs.add(new Run(text.length(), words.length(), tone, Optional.ofNullable(target)));
            text.append(words);
        }
        return this;
    }

    /** A name and a value; nothing if the value is blank. */
    public PageText fact(String name, String value) {
        return value.isBlank() ? this : beginFact(name).styled(value, Tone.TEXT).line();
    }

    public PageText fact(String name, String value, Tone tone) {
        return value.isBlank() ? this : beginFact(name).styled(value, tone).line();
    }

    /** The name of a fact whose value the caller writes, line end included. */
    public PageText beginFact(String name) {
        facts.add(new Fact(text.length()));
        return styled(name, Tone.KEY).styled("\t", Tone.TEXT);
    }

    /** Marks the line that is being written as one that stands out from the page. */
    public PageText band() {
        bands.add(text.length());
        return this;
    }

    public int length() {
        return text.length();
    }

    public String text() {
        return text.toString();
    }

    public List<Run> runs() {
        return List.copyOf(runs);
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** Offsets in lines that stand out. */
    public List<Integer> bands() {
        return List.copyOf(bands);
    }
}
