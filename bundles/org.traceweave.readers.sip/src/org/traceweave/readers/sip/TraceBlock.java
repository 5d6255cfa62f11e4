package org.traceweave.readers.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.traceweave.readers.sip.internal.BlockLayout;

/**
 * The {@code Key: value} lines that a server trace writes between {@code $$begin_record} and {@code $$end_record}, whichever keys they
 * are; of a block whose beginning was lost, the lines before its end. Offsets are bytes from the beginning of the text parsed.
 * {@code complete}: whether both marks were there.
 */
public record TraceBlock(List<SipHeader> entries, boolean complete) {

    public TraceBlock {
        entries = List.copyOf(entries);
    }

    /** The block in a record's text; empty where there is none. */
    public static Optional<TraceBlock> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The block in a record's text; empty where there is none. */
    public static Optional<TraceBlock> parse(byte[] text) {
        return BlockLayout.of(new String(text, StandardCharsets.ISO_8859_1));
    }

    /** The first value of that key, in any case. */
    public Optional<String> value(String key) {
        return entries.stream().filter(entry -> entry.name().equalsIgnoreCase(key)).findFirst().map(SipHeader::value);
    }

    public Optional<String> severity() {
        return value("Severity");
    }

    public Optional<String> text() {
        return value("Text");
    }

    /** The result's code, as {@code 0x80090325}. */
    public Optional<String> resultCode() {
        return value("Result-Code").flatMap(Hresults::find);
    }

    /** The result's name, as {@code SIPPROXY_E_ROUTING}, where the block gives one. */
    public Optional<String> resultName() {
        return value("Result-Code").map(String::strip).filter(value -> value.indexOf(' ') > 0)
                .map(value -> value.substring(value.indexOf(' ') + 1).strip());
    }

    /** The parameters of {@code Data}; names in lower case. */
    public Map<String, String> data() {
        return value("Data").map(value -> Parameters.parse(value, ';')).orElse(Map.of());
    }

    /** This block as a diagnostic of the SIP stack; empty if it is none. */
    public Optional<DiagnosticBlock> asDiagnostic() {
        boolean diagnostic = value("SIP-Start-Line").isPresent() || value("SIP-Call-ID").isPresent()
                || value("Text").isPresent() && value("Result-Code").isPresent() && asConnection().isEmpty();
        return diagnostic ? Optional.of(new DiagnosticBlock(this)) : Optional.empty();
    }

    /** This block as what happened to a connection; empty if it is none. */
    public Optional<ConnectionBlock> asConnection() {
        boolean connection = value("Start-Line").isEmpty() && value("SIP-Start-Line").isEmpty()
                && (value("Peer-IP").isPresent() || value("Connection-ID").isPresent() || value("Local-IP").isPresent());
        return connection ? Optional.of(new ConnectionBlock(this)) : Optional.empty();
    }

    /** All values of that key, in their order. */
    public List<String> values(String key) {
        List<String> found = new ArrayList<>(2);
        entries.stream().filter(entry -> entry.name().equalsIgnoreCase(key)).forEach(entry -> found.add(entry.value()));
        return found;
    }
}
