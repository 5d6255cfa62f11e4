package org.traceweave.analysis.internal.diagnostics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.traceweave.analysis.DiagnosticContext;
import org.traceweave.model.Certificate;
import org.traceweave.model.Severity;
import org.traceweave.model.SignIn;
import org.traceweave.model.UtcTime;

/** {@code chain.expired}: a certificate was not valid at the time at which it was looked at, whatever the date is today. */
public final class ExpiredChain extends SymptomRule {

    private static final long DAY = 86_400 * UtcTime.NANOS_PER_SECOND;

    public ExpiredChain() {
        super("chain.expired", "Certificate out of its time", "Names the certificate that was not valid when a sign-in met it, and by how many days.");
    }

    @Override
    boolean matches(Symptom symptom) {
        return symptom.hasError("IS_NOT_TIME_VALID") || symptom.hasCode("0x800b0101", "0x80090328") || symptom.hasAlert(45) || symptom.isEvent(36881);
    }

    @Override
    List<Symptom> more(DiagnosticContext context, Symptoms symptoms) throws IOException {
        List<Symptom> more = new ArrayList<>();
        for (SignIn signIn : RefusedCertificates.failing(context)) {
            for (Certificate certificate : symptoms.certificates().refusedChain(signIn)) {
                String words = outOfTime(certificate, signIn.end());
                if (!words.isEmpty()) {
                    more.add(Symptoms.ofCertificate(signIn, certificate, words));
                }
            }
        }
        return more;
    }

    private static String outOfTime(Certificate certificate, long at) {
        String name = "the certificate " + RefusedCertificates.shortName(certificate.subject());
        if (certificate.notAfter().orElse(Long.MAX_VALUE) < at) {
            return name + " ended on " + Words.day(certificate.notAfter().getAsLong()) + ", " + days(certificate.notAfter().getAsLong(), at)
                    + " before the sign-in";
        }
        if (certificate.notBefore().orElse(Long.MIN_VALUE) > at) {
            return name + " begins on " + Words.day(certificate.notBefore().getAsLong()) + ", " + days(at, certificate.notBefore().getAsLong())
                    + " after the sign-in";
        }
        return "";
    }

    private static String days(long from, long to) {
        return Words.count(Math.max(1, (to - from) / DAY), "day");
    }

    @Override
    Severity looseSeverity(Symptom symptom) {
        return symptom.certificates().isEmpty() ? Severity.INFO : Severity.WARNING;
    }

    @Override
    String summary(Case group) {
        return group.thing().substring(0, 1).toUpperCase(Locale.ROOT) + group.thing().substring(1) + " was not valid at the time: " + group.whom()
                + " failed.";
    }

    @Override
    String explanation(Case group) {
        return "What counts is the clock of the machine that looked at it, at that moment.";
    }

    @Override
    String remedy(Case group) {
        return "Renew the certificate and assign it (Set-CsCertificate; for a user certificate delete the old one on the device). If the date on the certificate is right, set the clock of the "
                + "machine that refused.";
    }

    @Override
    String capture() {
        return Capture.CAPI2;
    }
}
