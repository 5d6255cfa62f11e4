package org.traceweave.certificates.internal.x509;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says what bytes are that were given as a certificate and are none. */
public final class ForeignContent {

    private ForeignContent() {
    }

    /** A few words, such as {@code a JPEG image} or {@code an HTML page}. */
    public static String describe(byte[] bytes) {
        if (bytes.length == 0) {
            return "empty input";
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        String lower = start.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "a JPEG image";
        }
        if (start.startsWith("\u0089PNG")) {
            return "a PNG image";
        }
        if (start.startsWith("GIF8")) {
            return "a GIF image";
        }
        if (start.startsWith("PK\3\4")) {
            return "a ZIP archive";
        }
        if (start.startsWith("%PDF")) {
            return "a PDF document";
        }
        if (start.startsWith("MZ")) {
            return "a Windows program";
        }
        if (start.startsWith("\u00fe\u00ed\u00fe\u00ed") || start.startsWith("\u00ce\u00ce\u00ce\u00ce")) {
            return "a Java key store";
        }
        if (start.startsWith("ElfFile")) {
            return "a Windows event log";
        }
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return "an HTML page";
        }
        if (lower.startsWith("<?xml") || lower.startsWith("<")) {
            return "an XML document";
        }
        if (start.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t' || c >= 0xa0)) {
            return "text without a certificate in it, not ASN.1";
        }
        return "not ASN.1 of a certificate";
    }
}
