package org.traceweave.analysis.internal.signin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.traceweave.analysis.internal.extract.ExtractIn;
import org.traceweave.analysis.internal.extract.ExtractOut;
import org.traceweave.analysis.internal.extract.SourceExtracts;
import org.traceweave.cases.Case;
import org.traceweave.certificates.TlsAlert;
import org.traceweave.index.IndexedRecord;
import org.traceweave.model.Evidence;
import org.traceweave.model.Scheme;
import org.traceweave.model.Source;
import org.traceweave.model.UtcTime;
import org.traceweave.readers.sip.Masking;
import org.traceweave.readers.sip.MsDiagnostics;
import org.traceweave.readers.sip.SipAddress;
import org.traceweave.readers.sip.SipMessage;
import org.traceweave.readers.sip.SipVia;
import org.traceweave.readers.windows.HResult;

/** Reads REGISTER requests and the answers to them. */
final class RegisterReading implements SourceExtracts.Codec<RegisterMessage> {

    private static final String CLIENT_FORMAT = "uccapi";
    private static final List<Scheme> SCHEMES = List.of(Scheme.values());
    private static final List<RegisterMessage.Token> TOKENS = List.of(RegisterMessage.Token.values());

    /** A hop says that the one before it said nothing (MS-OCER 7.2). */
    private static final Set<Integer> SAYS_NOTHING = Set.of(1011, 1033, 1034, 1035, 1036, 1037);
    /** What rides on messages that nothing is wrong with: proxied, a subscription taken over, allowed with a URL. */
    private static final Set<Integer> NO_FAILURE = Set.of(13004, 2139, 17004);

    private final Case source;
    private final UnaryOperator<String> shared;
    private final Map<String, Source> sources = new HashMap<>();

    RegisterReading(Case source, UnaryOperator<String> shared) {
        this.source = source;
        this.shared = shared;
        source.sources().forEach(each -> sources.put(each.source(), each));
    }

    @Override
    public Optional<RegisterMessage> read(IndexedRecord record) throws IOException {
        if (record.time() == UtcTime.UNKNOWN) {
            return Optional.empty();
        }
        return SipMessage.parse(source.unmaskedText(record)).flatMap(message -> read(record, message));
    }

    private Optional<RegisterMessage> read(IndexedRecord record, SipMessage message) {
        int status = message.status().orElse(0);
        int cseq = (int) message.cseqNumber().orElse(-1);
        Optional<String> callId = message.callId();
        Optional<SipAddress> user = message.to().or(message::from);
        if (status > 0 && status < 200 || cseq < 0 || callId.isEmpty() || user.isEmpty()) {
            return Optional.empty();
        }
        TokenReading token = status == 0 ? TokenReading.ofRequest(message.authorizations()) : TokenReading.ofAnswer(message.challenges());
        Optional<MsDiagnostics> diagnostic = diagnostic(message);
        Optional<String> hresult = message.diagnostics().stream().flatMap(each -> each.hresult().stream()).findFirst();
        OptionalInt expires = message.expires().isPresent() ? OptionalInt.of((int) message.expires().getAsLong()) : OptionalInt.empty();
        Evidence at = source.evidence(record);
        Evidence evidence = new Evidence(shared.apply(at.source()), at.offset(), at.length(), at.record());
        return Optional.of(new RegisterMessage(record.time(), record.time() - skew(at.source(), record.host()), evidence, record.host().map(shared), status,
                shared.apply(user.get().address()), message.from().flatMap(SipAddress::epid).or(() -> message.to().flatMap(SipAddress::epid)).map(shared),
                shared.apply(callId.get()), cseq, expires, status == 0 ? message.userAgent().map(shared) : Optional.empty(),
                clientAddress(message, status).map(shared), token.scheme(), token.token(), token.words(), token.workstation().map(shared), token.tls(), token.offers(),
                diagnostic.map(each -> OptionalInt.of(each.id())).orElse(OptionalInt.empty()), reason(message, status, diagnostic, hresult).map(shared),
                hresult.map(shared), status == 0 ? Optional.empty() : message.server().map(shared), isClientLog(at.source())));
    }

    private boolean isClientLog(String name) {
        return Optional.ofNullable(sources.get(name)).flatMap(Source::format).filter(CLIENT_FORMAT::equals).isPresent();
    }

    /** The skew of the host that logged a message, or of the log where it names none; nanoseconds. */
    private long skew(String name, Optional<String> host) {
        double seconds = host.isPresent() ? source.skewSeconds(host.get())
                : Optional.ofNullable(sources.get(name)).stream().flatMap(of -> of.clocks().stream()).filter(clock -> clock.host().isEmpty())
                        .mapToDouble(clock -> clock.skewSeconds()).findFirst().orElse(0);
        return (long) (seconds * UtcTime.NANOS_PER_SECOND);
    }

    /** Of several hops' diagnostics the first that says something of its own: one that only tells that another hop said nothing comes last. */
    private static Optional<MsDiagnostics> diagnostic(SipMessage message) {
        List<MsDiagnostics> all = message.diagnostics().stream().filter(each -> !NO_FAILURE.contains(each.id())).toList();
        return all.stream().filter(each -> !SAYS_NOTHING.contains(each.id())).findFirst().or(() -> all.stream().findFirst());
    }

    /** Why, in the words of whoever wrote it; else what the diagnostic's number means, or the Warning, or the status; with the name of an HRESULT. */
    private static Optional<String> reason(SipMessage message, int status, Optional<MsDiagnostics> diagnostic, Optional<String> hresult) {
        if (status == 0) {
            return message.clientDiagnostics().stream().findFirst().flatMap(each -> each.reason().or(each::meaning)).map(words -> "client: " + Masking.mask(words));
        }
        boolean ordinary = status < 400 || status == 401 || status == 407;
        Optional<String> stated = diagnostic.flatMap(each -> each.reason().or(each::meaning).or(() -> Optional.of("diagnostic id " + each.id())))
                .or(() -> status < 400 ? Optional.empty() : message.warnings().stream().map(RegisterReading::warning).filter(words -> !words.isBlank()).findFirst())
                .or(() -> ordinary ? Optional.empty() : Optional.of(message.reasonPhrase()).filter(phrase -> !phrase.isBlank()));
        Optional<String> name = hresult.flatMap(code -> HResult.parse(code).stream().mapToObj(HResult::described).findFirst());
        return stated.map(Masking::mask).map(words -> words + name.filter(described -> !words.contains(described)).map(described -> " (" + described + ")").orElse(""));
    }

    /** The text of a Warning (RFC 3261 20.43): code, agent, and the text in quotes. */
    private static String warning(String value) {
        int from = value.indexOf('"');
        int to = value.lastIndexOf('"');
        return from >= 0 && to > from ? value.substring(from + 1, to).strip() : value.strip();
    }

    /** The client is named by the lowest Via: by the address its message was received from, else by what it calls itself. */
    private static Optional<String> clientAddress(SipMessage message, int status) {
        List<SipVia> vias = message.vias();
        if (vias.isEmpty()) {
            return status == 0 ? message.peer() : Optional.empty();
        }
        SipVia lowest = vias.getLast();
        Optional<String> received = lowest.received().map(address -> lowest.receivedPort().map(port -> address + ":" + port).orElse(address));
        return received.isPresent() ? received : Optional.of(lowest.sentBy());
    }

    @Override
    public void write(RegisterMessage message, ExtractOut out) throws IOException {
        out.number(message.time());
        out.number(message.evidence().offset());
        out.number(message.evidence().length());
        out.text(message.evidence().record());
        out.word(message.host());
        out.number(message.status());
        out.word(message.user());
        out.word(message.endpointId());
        out.word(message.callId());
        out.number(message.cseq());
        out.number(message.expires());
        out.word(message.device());
        out.word(message.clientAddress());
        out.number(SCHEMES.indexOf(message.scheme()));
        out.number(TOKENS.indexOf(message.token()));
        out.text(message.tokenWords());
        out.word(message.workstation());
        out.flag(!message.tls().isEmpty());
        if (!message.tls().isEmpty()) {
            write(message.tls(), out);
        }
        out.words(message.offers().stream().map(Scheme::name).toList());
        out.number(message.diagnosticId());
        out.word(message.reason());
        out.word(message.hresult());
        out.word(message.server());
    }

    private static void write(TlsFacts tls, ExtractOut out) throws IOException {
        out.flag(tls.clientHello());
        out.flag(tls.serverHello());
        out.word(tls.version());
        out.word(tls.cipherSuite());
        out.flag(tls.certificateMessage());
        out.words(tls.certificates());
        out.flag(tls.asksForCertificate());
        out.words(tls.authorities());
        out.flag(tls.finished());
        out.number(tls.alert().map(alert -> OptionalInt.of(alert.number())).orElse(OptionalInt.empty()));
        out.flag(tls.cut().isPresent());
        if (tls.cut().isPresent()) {
            out.bytes(tls.cut().get());
        }
    }

    @Override
    public RegisterMessage read(String name, ExtractIn in) throws IOException {
        long time = in.number();
        Evidence evidence = new Evidence(shared.apply(name), in.number(), in.number(), in.optionalText());
        Optional<String> host = in.optionalWord();
        return new RegisterMessage(time, time - skew(name, host), evidence, host, in.count(), in.word(), in.optionalWord(), in.word(), in.count(), in.optionalNumber(),
                in.optionalWord(), in.optionalWord(), SCHEMES.get(in.count()), TOKENS.get(in.count()), in.optionalText(), in.optionalWord(),
                in.flag() ? tls(in) : TlsFacts.NONE, offers(in), in.optionalNumber(), in.optionalWord(), in.optionalWord(), in.optionalWord(), isClientLog(name));
    }

    private static List<Scheme> offers(ExtractIn in) throws IOException {
        List<Scheme> offers = new ArrayList<>(3);
        for (String word : in.words()) {
            offers.add(Scheme.valueOf(word));
        }
        return offers;
    }

    private static TlsFacts tls(ExtractIn in) throws IOException {
        return new TlsFacts(in.flag(), in.flag(), in.optionalWord(), in.optionalWord(), in.flag(), in.words(), in.flag(), in.words(), in.flag(), alert(in),
                in.flag() ? Optional.of(in.bytes()) : Optional.empty());
    }

    private static Optional<TlsFacts.Alert> alert(ExtractIn in) throws IOException {
        OptionalInt number = in.optionalNumber();
        return number.isEmpty() ? Optional.empty() : Optional.of(new TlsFacts.Alert(number.getAsInt(), TlsAlert.name(number.getAsInt())));
    }
}
