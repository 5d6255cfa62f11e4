package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.Certificate;
import org.traceweave.model.CertificateOrigin;

/** A certificate, decoded, and where it was seen. */
public final class CertificateForm implements JsonForm<Certificate> {

    public static final CertificateForm FORM = new CertificateForm();

    private CertificateForm() {
    }

    @Override
    public void write(Certificate value, JsonOut out) throws IOException {
        out.text("sha1", value.sha1());
        out.text("sha256", value.sha256());
        out.word("origin", value.origin());
        out.text("subject", value.subject());
        out.text("issuer", value.issuer());
        out.text("serial", value.serial());
        out.time("notBefore", value.notBefore());
        out.time("notAfter", value.notAfter());
        out.text("signatureAlgorithm", value.signatureAlgorithm());
        out.text("signatureHash", value.signatureHash());
        out.text("keyAlgorithm", value.keyAlgorithm());
        out.number("keyBits", value.keyBits());
        out.text("curve", value.curve());
        out.texts("subjectAltNames", value.subjectAltNames());
        out.texts("keyUsage", value.keyUsage());
        out.texts("extendedKeyUsage", value.extendedKeyUsage());
        out.flag("isCa", value.isCa());
        out.number("pathLength", value.pathLength());
        out.text("subjectKeyId", value.subjectKeyId());
        out.text("authorityKeyId", value.authorityKeyId());
        out.texts("crlUrls", value.crlUrls());
        out.texts("ocspUrls", value.ocspUrls());
        out.texts("issuerUrls", value.issuerUrls());
        out.objects("extensions", value.extensions(), CertificateExtensionForm.FORM);
        out.objects("problems", value.problems(), CertificateProblemForm.FORM);
        out.evidence("seen", value.seen());
        out.number("seenCount", value.seenCount());
        out.objects("lints", value.lints(), LintForm.FORM);
    }

    @Override
    public Certificate read(JsonObject in) throws JsonFormatException {
        return new Certificate(in.optionalText("sha1"), in.optionalText("sha256"),
                in.optionalWord("origin", CertificateOrigin.class).orElse(CertificateOrigin.BYTES), in.optionalText("subject"),
                in.optionalText("issuer"), in.optionalText("serial"), in.optionalTime("notBefore"), in.optionalTime("notAfter"),
                in.optionalText("signatureAlgorithm"), in.optionalText("signatureHash"), in.optionalText("keyAlgorithm"),
                in.optionalInt("keyBits"), in.optionalText("curve"), in.texts("subjectAltNames"), in.texts("keyUsage"),
                in.texts("extendedKeyUsage"), in.optionalFlag("isCa"), in.optionalInt("pathLength"), in.optionalText("subjectKeyId"),
                in.optionalText("authorityKeyId"), in.texts("crlUrls"), in.texts("ocspUrls"), in.texts("issuerUrls"),
                in.objects("extensions", CertificateExtensionForm.FORM), in.objects("problems", CertificateProblemForm.FORM),
                in.objects("seen", EvidenceForm.FORM), in.number("seenCount"), in.objects("lints", LintForm.FORM));
    }
}
