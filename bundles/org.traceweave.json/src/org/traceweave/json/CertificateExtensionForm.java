package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.CertificateExtension;

/** An extension of a certificate. */
public final class CertificateExtensionForm implements JsonForm<CertificateExtension> {

    public static final CertificateExtensionForm FORM = new CertificateExtensionForm();

    private CertificateExtensionForm() {
    }

    @Override
    public void write(CertificateExtension value, JsonOut out) throws IOException {
        out.text("oid", value.oid());
        out.text("name", value.name());
        out.flag("critical", value.critical());
        out.text("text", value.text());
    }

    @Override
    public CertificateExtension read(JsonObject in) throws JsonFormatException {
        return new CertificateExtension(in.text("oid"), in.text("name"), in.flag("critical"), in.text("text"));
    }
}
