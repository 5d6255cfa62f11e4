package org.traceweave.analysis.internal.callflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.traceweave.analysis.FlowDetail;
import org.traceweave.analysis.FlowDetail.Kind;
import org.traceweave.analysis.FlowSighting;
import org.traceweave.analysis.internal.Thumbprints;
import org.traceweave.analysis.internal.signin.HttpExchange;
import org.traceweave.analysis.internal.signin.TokenWords;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.model.Certificate;

/** One HTTP message of a web component as its host logged it. {@code with}: what a request and its answer have in common. */
record LoggedHttp(String text, HttpExchange says, FlowSighting sighting, String with) {

    private static final Pattern START = Pattern.compile("(?:^|\\n|Start-Line: )((?:GET|POST|HEAD|PUT|OPTIONS) \\S+|HTTP/\\d(?:\\.\\d)? \\d{3}[^\\r\\n]*)");
    private static final Pattern ACTION = Pattern.compile("(?i)\\nSOAPAction: *\"?([^\"\\r\\n]+)");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\nWWW-Authenticate: *([\\w-]+)");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)\\nAuthorization: *([\\w-]+)(?: +([A-Za-z0-9+/=]{8,}))?");
    private static final Pattern ISSUED = Pattern.compile("#X509v3\"[^>]*>\\s*([A-Za-z0-9+/=\\s]{64,}?)\\s*<");
    private static final Pattern HEADER = Pattern.compile("(?i)\\n(User-Agent|Server|X-MS-Server-Fqdn): *([^\\r\\n]+)");

    String startLine() {
        Matcher found = START.matcher(text);
        return found.find() ? found.group(1).strip() : "";
    }

    /** Method and path without its query, or status and phrase. */
    String title() {
        String line = startLine();
        return says.isRequest() ? line.replaceFirst("\\?.*", "") : line.substring(line.indexOf(' ') + 1);
    }

    String gist() {
        Matcher action = ACTION.matcher(text);
        return action.find() ? action.group(1).substring(action.group(1).lastIndexOf('/') + 1) : details().stream()
                .filter(detail -> detail.kind() != Kind.HEADER)
                .findFirst().map(FlowDetail::name).orElse("");
    }

    List<FlowDetail> details() {
        List<FlowDetail> details = new ArrayList<>();
        Matcher credentials = CREDENTIALS.matcher(text);
        if (credentials.find()) {
            details.add(detail(Kind.TOKEN, credentials.group(1), Optional.ofNullable(credentials.group(2)).flatMap(LoggedHttp::token).orElse("")));
        }
        List<String> offers = new ArrayList<>();
        Matcher scheme = SCHEME.matcher(text);
        while (scheme.find()) {
            offers.add(scheme.group(1));
        }
        if (!offers.isEmpty()) {
            details.add(detail(Kind.OFFER, "asks for " + String.join(" or ", offers), ""));
        }
        issued().ifPresent(details::add);
        if (says.reason().isPresent() || says.diagnosticId().isPresent()) {
            String id = says.diagnosticId().isPresent() ? " " + says.diagnosticId().getAsInt() : "";
            details.add(new FlowDetail(Kind.HEADER, "X-Ms-diagnostics" + id, says.reason().orElse(""), Optional.empty(), true, sighting.evidence()));
        }
        Matcher header = HEADER.matcher(text);
        while (header.find()) {
            details.add(detail(Kind.HEADER, header.group(1), header.group(2).strip()));
        }
        return details;
    }

    private FlowDetail detail(Kind kind, String name, String words) {
        return new FlowDetail(kind, name, words, Optional.empty(), false, sighting.evidence());
    }

    private static Optional<String> token(String base64) {
        byte[] bytes = Base64Text.bytes(base64);
        return TokenWords.ofNtlm(bytes).or(() -> TokenWords.ofKerberos(bytes));
    }

    private Optional<FlowDetail> issued() {
        Matcher found = ISSUED.matcher(text);
        if (says.isRequest() || !found.find()) {
            return Optional.empty();
        }
        byte[] der = Base64Text.bytes(found.group(1));
        Certificate certificate = CertificateDecoder.decode(der);
        return certificate.subject().map(subject -> new FlowDetail(Kind.CERTIFICATE, "certificate of " + FlightWords.commonName(subject),
                FlightWords.facts(certificate), Optional.of(Thumbprints.sha1(der)), false, sighting.evidence()));
    }
}
