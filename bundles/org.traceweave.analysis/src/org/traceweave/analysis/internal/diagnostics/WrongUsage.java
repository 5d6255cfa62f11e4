package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.model.Certificate;
import org.traceweave.model.Severity;

/** {@code chain.wrong-usage}: a certificate was not issued for the usage it is put to. */
public final class WrongUsage extends SymptomRule {

    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

    public WrongUsage() {
        super("chain.wrong-usage", "Wrong key usage",
                "Names the certificate that was not issued for what it is used for.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.hasError("IS_NOT_VALID_FOR_USAGE") || symptom.hasCode("0x800b0110", "0x80090349");
    }

    /** Alert 43 says "unsupported certificate", which may be its usage: unless the certificate that was looked at has the usages that it needs. */
    @Override
    List<Symptom> more(DiagnosticContext context, Symptoms symptoms) throws IOException {
        List<Symptom> more = new ArrayList<>();
        for (Symptom symptom : symptoms.all(context)) {
            if (symptom.hasAlert(43) && !matches(symptom)) {
                Optional<Certificate> looked = symptom.certificates().stream().findFirst().flatMap(symptoms.certificates()::certificate)
                        .or(() -> symptom.signIns().stream().findFirst().flatMap(symptoms.certificates()::presented));
                if (looked.isEmpty() || !missing(looked.get()).isEmpty()) {
                    more.add(symptom);
                }
            }
        }
        return more;
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return symptom.certificates().isEmpty() ? Severity.INFO : Severity.WARNING;
    }

    /** The usages that are not among those to which it is restricted. */
    private static List<String> missing(Certificate certificate) {
        List<String> usages = certificate.extendedKeyUsage();
        List<String> missing = new ArrayList<>();
        if (!usages.isEmpty() && !usages.contains(SERVER)) {
            missing.add("serverAuth (" + SERVER + ")");
        }
        if (!usages.isEmpty() && !usages.contains(CLIENT)) {
            missing.add("clientAuth (" + CLIENT + ")");
        }
        return missing;
    }

    private static String told(Certificate certificate) {
        List<String> missing = missing(certificate);
        return missing.isEmpty() ? "Its extended key usage holds both serverAuth and clientAuth, or does not restrict it: look at its key usage too."
                : "Its extended key usage lacks " + String.join(" and ", missing) + ".";
    }

    @Override
    String summary(Case group) {
        return group.judge() + " refused " + group.thing() + " for its usage: " + group.whom() + " failed.";
    }

    @Override
    String explanation(Case group) {
        return group.certificates().stream().findFirst().map(WrongUsage::told)
                .orElse("A server needs the usage serverAuth (1.3.6.1.5.5.7.3.1), and where both sides present certificates the connecting one clientAuth "
                        + "(1.3.6.1.5.5.7.3.2).");
    }

    @Override
    String remedy(Case group) {
        return "Re-issue it from a template with the usage that is missing.";
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }
}
