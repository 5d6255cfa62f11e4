package org.traceweave.readers.windows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.traceweave.model.Certificate;
import org.traceweave.model.WindowsFailureKind;
import org.traceweave.readers.windows.internal.Capi2Elements;
import org.traceweave.readers.windows.internal.Capi2Retrievals;
import org.traceweave.readers.windows.internal.EventCertificates;
import org.traceweave.readers.windows.internal.EventMessages;
import org.traceweave.readers.windows.internal.UserNames;

/**
 * Decodes events of the CAPI2 operational log. What failed is judged by Result, by the chain's ErrorStatus and by RevocationResult, in
 * that order, and never by the event's level: Windows logs successes as errors and failures as information there. A chain with
 * ErrorStatus may carry Result 0, since the call that built it succeeded.
 */
public final class Capi2Events implements EventDecoder {

    public static final String PROVIDER = "Microsoft-Windows-CAPI2";
    /** Lists every certificate and revocation list of its task. */
    public static final int X509_OBJECTS = 90;

    /** Asks for the private key of one of this machine's certificates. */
    static final int PRIVATE_KEY = 70;

    private static final int FIRST = 10;
    private static final int LAST = 90;
    /** They tell that something began, and never how it went. */
    private static final Set<Integer> STARTS = Set.of(10, 12, 14, 17, 19, 21, 23, 40, 50, 52, 80);

    @Override
    public String id() {
        return "capi2";
    }

    @Override
    public boolean handles(String provider, int eventId) {
        return eventId >= FIRST && eventId < X509_OBJECTS && !STARTS.contains(eventId) && provider.equals(PROVIDER);
    }

    @Override
    public Optional<EventFailure> decode(WindowsEvent event) {
        return read(event).filter(Capi2Event::isFailure).map(facts -> EventFailure.of(WindowsFailureKind.CAPI2, event, meaning(facts))
                .process(facts.processName()).code(code(facts).stream().mapToLong(Long::longValue).findFirst())
                .trustErrors(facts.errorStatus()).subject(facts.subject()).thumbprints(facts.thumbprints()).target(facts.serverName())
                .task(facts.taskId()).chain(facts.chainRefs().stream().findFirst()).names(names(facts)).build());
    }

    /** The facts of the event, failure or not; empty where it is no operational event of CAPI2. */
    public static Optional<Capi2Event> read(WindowsEvent event) {
        Optional<EventElement> root = event.userData();
        boolean operational = event.eventId() >= FIRST && event.eventId() <= LAST && event.provider().equals(PROVIDER);
        return operational ? root.map(element -> facts(event, element)) : Optional.empty();
    }

    /**
     * The certificates that event 90 describes, in its order, each with origin {@code EVENT}: all that CAPI2 tells of them, without
     * their bytes. Empty for other events.
     */
    public static List<Certificate> certificates(WindowsEvent event) {
        if (event.eventId() != X509_OBJECTS || !event.provider().equals(PROVIDER)) {
            return List.of();
        }
        return event.userData().map(root -> root.children("Certificate").stream().map(EventCertificates::certificate).toList())
                .orElse(List.of());
    }

    private static EventIdentities names(Capi2Event facts) {
        EventIdentities names = EventIdentities.NONE.withRole(facts.role());
        Optional<String> person = facts.subject().flatMap(UserNames::addressIn);
        return person.isPresent() ? names.withUser(person.get()) : names;
    }

    private static Capi2Event facts(WindowsEvent event, EventElement root) {
        Optional<EventElement> policy = root.child("Policy");
        Optional<EventElement> sslPolicy = root.child("SSLAdditionalPolicyInfo");
        Optional<EventElement> result = root.child("Result");
        Optional<EventElement> aux = root.child("EventAuxInfo");
        Optional<EventElement> correlation = root.child("CorrelationAuxInfo");
        Optional<EventElement> subject = root.child("Certificate").or(() -> root.child("SubjectCertificate"));
        OptionalLong constant = policy.flatMap(element -> element.attribute("constant")).map(HResult::parse).orElse(OptionalLong.empty());
        return new Capi2Event(event, root.name(),
                aux.flatMap(element -> element.attribute("ProcessName")),
                aux.flatMap(element -> element.attribute("impersonateToken")),
                correlation.flatMap(element -> element.attribute("TaskId")),
                correlation.flatMap(element -> element.attribute("SeqNumber")).map(HResult::parse).orElse(OptionalLong.empty()),
                result.map(Capi2Elements::value).orElse(OptionalLong.empty()),
                result.map(EventElement::text).filter(text -> !text.isBlank()),
                subject.flatMap(element -> element.attribute("subjectName")),
                thumbprints(root), chainRefs(root),
                root.children("CertificateChain").stream().filter(chain -> !chain.children().isEmpty()).map(Capi2Elements::chain).toList(),
                constant.isPresent() ? OptionalInt.of((int) constant.getAsLong()) : OptionalInt.empty(),
                policy.flatMap(element -> element.attribute("type")),
                sslPolicy.flatMap(element -> element.attribute("authType")),
                sslPolicy.flatMap(element -> element.attribute("serverName")).or(() -> root.attribute("serverName")),
                Capi2Elements.revocationErrors(root),
                root.descendants("Error").stream().map(Capi2Elements::value).filter(code -> code.orElse(0) != 0)
                        .map(OptionalLong::getAsLong).toList(),
                root.child("URL").map(EventElement::text).filter(text -> !text.isBlank()),
                root.child("ExtendedKeyUsage").map(usages -> usages.children("Usage")).orElse(List.of()).stream()
                        .map(usage -> usage.attribute("oid")).flatMap(Optional::stream).toList(),
                Capi2Retrievals.revocation(event.eventId(), root), Capi2Retrievals.of(event.eventId(), root));
    }

    /** The judged certificate, then the chain's leaf to root, then whatever else is named. */
    private static List<String> thumbprints(EventElement root) {
        Set<String> found = new LinkedHashSet<>();
        root.child("Certificate").or(() -> root.child("SubjectCertificate")).flatMap(Capi2Elements::thumbprint).ifPresent(found::add);
        for (EventElement chain : root.children("CertificateChain")) {
            chain.descendants("Certificate").forEach(element -> Capi2Elements.thumbprint(element).ifPresent(found::add));
        }
        for (String name : List.of("Certificate", "SubjectCertificate", "IssuerCertificate", "CACertificate")) {
            root.descendants(name).forEach(element -> Capi2Elements.thumbprint(element).ifPresent(found::add));
        }
        return List.copyOf(found);
    }

    private static List<String> chainRefs(EventElement root) {
        Set<String> found = new LinkedHashSet<>();
        for (EventElement child : root.children()) {
            child.attribute("chainRef").ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** The code that tells most: the result, else the first revocation error. */
    private static List<Long> code(Capi2Event facts) {
        List<Long> codes = new ArrayList<>();
        if (facts.result().orElse(0) != 0) {
            codes.add(facts.result().getAsLong());
        }
        codes.addAll(facts.revocationErrors());
        return codes;
    }

    private static String meaning(Capi2Event facts) {
        String known = EventMessages.capi2(facts.event().eventId());
        StringBuilder text = new StringBuilder(known == null ? facts.operation() : known);
        facts.subject().ifPresent(subject -> text.append(" for ").append(subject));
        facts.serverName().ifPresent(name -> text.append(" as server ").append(name));
        List<String> reasons = new ArrayList<>();
        code(facts).stream().distinct().map(Capi2Events::reason).forEach(reasons::add);
        List<String> errors = TrustStatus.errorNames(facts.errorStatus());
        if (!errors.isEmpty()) {
            reasons.add("the chain has " + String.join(", ", errors));
        }
        return text.append(" failed: ").append(String.join("; ", reasons)).append('.').toString();
    }

    private static String reason(long code) {
        String described = HResult.described(code);
        String text = HResult.of(code).map(HResult::text).orElse("");
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return bare.isEmpty() ? described : described + " (" + bare + ")";
    }
}
