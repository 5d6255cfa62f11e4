package org.traceweave.index.internal.text;

/** What a term is, which decides how it is written to the index and how it is asked for. */
public enum TermKind {
    /** A word that stands alone. */
    WORD(true, false),
    /** A part of the compound before it. */
    PART(true, false),
    /** A hex code without its {@code 0x}. */
    CODE(true, false),
    /** {@code user@domain}. */
    ADDRESS(true, true),
    /** Words joined by dots, such as an FQDN or a file name. */
    DOTTED(true, true),
    /** Words joined by underscores, such as the name of an error. */
    NAME(true, true),
    /** Words joined by hyphens, such as a header's name: its parts alone are terms. */
    HYPHENATED(false, true),
    GUID(true, true),
    /** An IPv4 or IPv6 address. */
    IP(true, false),
    IP_PORT(true, true),
    /** Numbers joined by dots or hyphens: a version, a date. */
    NUMBERS(true, false),
    /** A mixture without meaning in its parts, such as a branch or an endpoint id. */
    OPAQUE(true, false),
    /** The name of a trace level or flag, such as {@code TL_INFO}, which stands in every record. */
    LABEL(true, false),
    /** The address of an XML namespace, which is not looked for by its words. */
    NAMESPACE(true, false),
    /** The day of a point in time. */
    DAY(true, false),
    /** The time of day, to the second. */
    CLOCK(true, false),
    /** The first characters of base64 or hex that goes on. */
    BLOB(true, false);

    private final boolean whole;
    private final boolean parts;

    TermKind(boolean whole, boolean parts) {
        this.whole = whole;
        this.parts = parts;
    }

    /** Whether a search for one means the whole; otherwise its parts, one after the other, which finds longer ones too. */
    public boolean askedAsWhole() {
        return this != DOTTED && this != NAME && this != HYPHENATED;
    }

    /** Whether the whole is a term. */
    boolean whole() {
        return whole;
    }

    /** Whether parts of it are terms too. */
    boolean parts() {
        return parts;
    }
}
