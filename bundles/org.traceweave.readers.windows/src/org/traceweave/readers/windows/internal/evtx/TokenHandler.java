package org.traceweave.readers.windows.internal.evtx;

import org.traceweave.readers.windows.internal.EventName;

/** Takes the tokens of binary XML in their order. Positions are in the chunk. */
interface TokenHandler {

    void start(EventName name) throws MalformedEventException;

    void attribute(EventName name) throws MalformedEventException;

    void attributeEnd() throws MalformedEventException;

    /** The start tag is complete. */
    void content() throws MalformedEventException;

    /** Constant UTF-16 text. */
    void text(int position, int units) throws MalformedEventException;

    /** A character that was written as a reference. */
    void character(int codePoint) throws MalformedEventException;

    /** The place of a value of the template's instance. */
    void substitution(int slot, boolean optional) throws MalformedEventException;

    /** A template instance inside content; answers where it ends. */
    int instance(int position, int end) throws MalformedEventException;

    void end() throws MalformedEventException;
}
