package org.traceweave.samples;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.traceweave.json.CertificateForm;
import org.traceweave.json.JsonForm;
import org.traceweave.json.JsonFormatException;
import org.traceweave.json.JsonObject;
import org.traceweave.json.JsonOut;
import org.traceweave.json.SignInForm;
import org.traceweave.json.WindowsFailureForm;
import org.traceweave.model.Severity;

/** How the truth of a sample case stands in {@code truth.json}: the names of {@link SampleTruth}, the objects of the command line. */
public final class SampleTruthForm implements JsonForm<SampleTruth> {

    public static final SampleTruthForm FORM = new SampleTruthForm();

    private SampleTruthForm() {
    }

    @Override
    public void write(SampleTruth value, JsonOut out) throws IOException {
        out.text("story", value.story());
        out.number("seed", value.seed());
        out.values("otherKinds", value.otherKinds());
        out.objects("findings", value.findings(), Expected.FORM);
        out.values("records", value.records());
        out.objects("signins", value.signins(), SignInForm.FORM);
        out.objects("certificates", value.certificates(), CertificateForm.FORM);
        out.objects("windowsFailures", value.windowsFailures(), WindowsFailureForm.FORM);
        out.texts("failedConnections", value.failedConnections());
        out.objects("versions", value.versions(), Listed.FORM);
    }

    @Override
    public SampleTruth read(JsonObject in) throws JsonFormatException {
        Map<String, Integer> otherKinds = new LinkedHashMap<>();
        numbers(in, "otherKinds").forEach((kind, count) -> otherKinds.put(kind, Math.toIntExact(count)));
        return new SampleTruth(in.text("story"), in.number("seed"), in.objects("signins", SignInForm.FORM), otherKinds,
                in.objects("findings", Expected.FORM), in.objects("certificates", CertificateForm.FORM), numbers(in, "records"),
                in.objects("windowsFailures", WindowsFailureForm.FORM), in.texts("failedConnections"),
                in.objects("versions", Listed.FORM));
    }

    private static Map<String, Long> numbers(JsonObject in, String key) throws JsonFormatException {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, ?> entry : in.values(key).entrySet()) {
            if (!(entry.getValue() instanceof Number number)) {
                throw new JsonFormatException("\"" + key + "\" holds something that is no number");
            }
            numbers.put(entry.getKey(), number.longValue());
        }
        return numbers;
    }

    private static final class Expected implements JsonForm<SampleTruth.ExpectedFinding> {

        static final Expected FORM = new Expected();

        @Override
        public void write(SampleTruth.ExpectedFinding value, JsonOut out) throws IOException {
            out.text("rule", value.rule());
            out.word("severity", value.severity());
            out.texts("subjects", value.subjects());
        }

        @Override
        public SampleTruth.ExpectedFinding read(JsonObject in) throws JsonFormatException {
            return new SampleTruth.ExpectedFinding(in.text("rule"), in.word("severity", Severity.class), in.texts("subjects"));
        }
    }

    private static final class Listed implements JsonForm<SampleTruth.ListedVersion> {

        static final Listed FORM = new Listed();

        @Override
        public void write(SampleTruth.ListedVersion value, JsonOut out) throws IOException {
            out.text("host", value.host());
            out.text("product", value.product());
            out.text("version", value.version());
            out.text("source", value.source());
        }

        @Override
        public SampleTruth.ListedVersion read(JsonObject in) throws JsonFormatException {
            return new SampleTruth.ListedVersion(in.text("host"), in.text("product"), in.text("version"), in.text("source"));
        }
    }
}
