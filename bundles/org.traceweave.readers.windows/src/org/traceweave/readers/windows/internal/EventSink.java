package org.traceweave.readers.windows.internal;

/**
 * Takes an event piece by piece, in document order, whatever it was stored as. Character data is written into {@link #out} between
 * {@link #attribute} and {@link #attributeEnd}, or between {@link #text} and {@link #textEnd}.
 */
public abstract class EventSink {

    /** Where values are rendered, UTF-8. */
    protected final Utf8Buffer out;

    protected EventSink(Utf8Buffer out) {
        this.out = out;
    }

    public final Utf8Buffer out() {
        return out;
    }

    public abstract void start(EventName name);

    /** An attribute of the element that began last; its value follows. */
    public abstract void attribute(EventName name);

    public abstract void attributeEnd();

    /** Character data of the current element follows. */
    public abstract void text();

    public abstract void textEnd();

    public abstract void end();
}
