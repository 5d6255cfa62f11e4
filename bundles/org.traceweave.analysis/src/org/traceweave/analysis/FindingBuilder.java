package org.traceweave.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.traceweave.model.Evidence;
import org.traceweave.model.FailedConnection;
import org.traceweave.model.Finding;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;

/** Puts a finding together. Lists keep their order and hold nothing twice; the id follows from rule and subjects. */
public final class FindingBuilder {

    private final String rule;
    private final Severity severity;
    private String title = "";
    private String summary = "";
    private String explanation = "";
    private String remedy = "";
    private String captureAdvice = "";
    private double confidence;
    private String apart = "";
    private final Set<String> subjects = new LinkedHashSet<>();
    private final Set<String> signIns = new LinkedHashSet<>();
    private final Set<String> connections = new LinkedHashSet<>();
    private final Set<String> needs = new LinkedHashSet<>();
    private final Set<Evidence> evidence = new LinkedHashSet<>();
    private final Set<Evidence> against = new LinkedHashSet<>();
    private Optional<String> explainedBy = Optional.empty();

    private FindingBuilder(String rule, Severity severity) {
        this.rule = rule;
        this.severity = severity;
    }

    public static FindingBuilder of(DiagnosticDescription diagnostic, Severity severity) {
        return new FindingBuilder(diagnostic.id(), severity).title(diagnostic.name());
    }

    /** The answer of a diagnostic that looked and found nothing to say. */
    public static List<Finding> nothingFound(DiagnosticDescription diagnostic, String summary) {
        return List.of(of(diagnostic, Severity.OK).summary(summary).confidence(1).build());
    }

    /** The answer of a diagnostic that could not look, for want of {@code needs}. */
    public static List<Finding> notApplicable(DiagnosticDescription diagnostic, String summary, List<String> needs) {
        FindingBuilder builder = of(diagnostic, Severity.NOT_APPLICABLE).summary(summary);
        builder.needs.addAll(needs);
        return List.of(builder.build());
    }

    /** What it is, in a few words. */
    public FindingBuilder title(String text) {
        title = text;
        return this;
    }

    /** The claim, in one sentence. */
    public FindingBuilder summary(String text) {
        summary = text;
        return this;
    }

    /** Why it is claimed, and what else it might be. */
    public FindingBuilder explanation(String text) {
        explanation = text;
        return this;
    }

    /** What to do about it. */
    public FindingBuilder remedy(String text) {
        remedy = text;
        return this;
    }

    /** What to capture next time, so that it can be told more surely. */
    public FindingBuilder captureAdvice(String text) {
        captureAdvice = text;
        return this;
    }

    /** How sure it is, 0 to 1; at most 0.4 where the evidence is joined by time alone. */
    public FindingBuilder confidence(double value) {
        if (value < 0 || value > 1) {
            throw new IllegalArgumentException("confidence " + value + " is not between 0 and 1");
        }
        confidence = value;
        return this;
    }

    /** What tells it apart from another finding of the same rule on the same subjects, so that their ids differ. */
    public FindingBuilder apart(String mark) {
        apart = mark;
        return this;
    }

    public FindingBuilder subject(String userHostThumbprintOrName) {
        subjects.add(userHostThumbprintOrName);
        return this;
    }

    public FindingBuilder subjects(Collection<String> all) {
        subjects.addAll(all);
        return this;
    }

    /** A failing sign-in that the evidence is joined to by an identity. */
    public FindingBuilder signIn(SignIn attempt) {
        signIns.add(attempt.id());
        return this;
    }

    /** A connection that died before SIP, that the evidence is joined to by an identity. */
    public FindingBuilder connection(FailedConnection connection) {
        connections.add(connection.id());
        return this;
    }

    public FindingBuilder evidence(Evidence record) {
        evidence.add(record);
        return this;
    }

    public FindingBuilder evidence(Collection<Evidence> records) {
        evidence.addAll(records);
        return this;
    }

    public FindingBuilder against(Evidence record) {
        against.add(record);
        return this;
    }

    public FindingBuilder against(Collection<Evidence> records) {
        against.addAll(records);
        return this;
    }

    /** The finding whose consequence this one is. */
    public FindingBuilder explainedBy(Finding cause) {
        explainedBy = Optional.of(cause.id());
        return this;
    }

    public Finding build() {
        String key = rule + "\n" + String.join("\n", subjects) + "\n" + severity.word() + (apart.isEmpty() ? "" : "\n" + apart);
        String id = "f-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 13);
        return new Finding(id, rule, severity, title, summary, explanation, remedy, captureAdvice, confidence, new ArrayList<>(subjects),
                new ArrayList<>(signIns), explainedBy, new ArrayList<>(needs), new ArrayList<>(evidence), evidence.size(),
                new ArrayList<>(against), new ArrayList<>(connections));
    }
}
