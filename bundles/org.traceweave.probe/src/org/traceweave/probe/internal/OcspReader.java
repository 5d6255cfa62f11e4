package org.traceweave.probe.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.traceweave.certificates.CertificateChains;
import org.traceweave.certificates.CertificateDecoder;
import org.traceweave.certificates.ChainLink.SignatureCheck;
import org.traceweave.certificates.DecodedCertificate;
import org.traceweave.certificates.NameText;
import org.traceweave.model.UtcTime;
import org.traceweave.probe.OcspStaple;
import org.traceweave.probe.OcspStaple.Answer;
import org.traceweave.probe.OcspStaple.Status;

/** Decodes a stapled OCSP response and checks who signed it. */
final class OcspReader {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_ANSWERS = 100;
    private static final int MAX_RSA_BITS = 16_384;
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private OcspReader() {
    }

    /** @param issuers certificates of which one may have issued the server's, best first */
    static OcspStaple read(byte[] bytes, List<DecodedCertificate> issuers) {
        if (bytes.length > MAX_BYTES) {
            return unreadable("it has " + bytes.length + " bytes");
        }
        try {
            OCSPResp response = new OCSPResp(bytes);
            if (response.getStatus() != OCSPResp.SUCCESSFUL || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                return new OcspStaple(status(response.getStatus()), Optional.empty(), OptionalLong.empty(), List.of(), SignatureCheck.UNCHECKED,
                        List.of());
            }
            List<String> problems = new ArrayList<>();
            List<Answer> answers = new ArrayList<>();
            for (SingleResp single : basic.getResponses()) {
                if (answers.size() < MAX_ANSWERS) {
                    answers.add(answer(single));
                }
            }
            if (answers.isEmpty()) {
                problems.add("it speaks of no certificate");
            }
            return new OcspStaple("successful", Optional.of(responder(basic.getResponderId().toASN1Primitive())), time(basic.getProducedAt()),
                    answers,
                    signature(basic, issuers), problems);
        } catch (IOException | OCSPException | IllegalArgumentException | IllegalStateException | ClassCastException | ArithmeticException
                | IndexOutOfBoundsException e) {
            // Bouncy Castle refuses malformed structures with these
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static OcspStaple unreadable(String why) {
        return new OcspStaple("unreadable", Optional.empty(), OptionalLong.empty(), List.of(), SignatureCheck.UNCHECKED,
                List.of("it cannot be decoded: " + why));
    }

    private static String status(int status) {
        return switch (status) {
            case 0 -> "successful";
            case 1 -> "malformedRequest";
            case 2 -> "internalError";
            case 3 -> "tryLater";
            case 5 -> "sigRequired";
            case 6 -> "unauthorized";
            default -> "status " + status;
        };
    }

    private static String responder(ResponderID id) throws IOException {
        return id.getName() != null ? NameText.rfc4514(id.getName().getEncoded()) : "key " + HexFormat.of().formatHex(id.getKeyHash());
    }

    private static Answer answer(SingleResp single) {
        CertificateStatus status = single.getCertStatus();
        String serial = hex(single.getCertID().getSerialNumber().abs().toByteArray());
        OptionalLong thisUpdate = time(single.getThisUpdate());
        OptionalLong nextUpdate = time(single.getNextUpdate());
        if (status == CertificateStatus.GOOD) {
            return new Answer(serial, Status.GOOD, thisUpdate, nextUpdate, OptionalLong.empty(), Optional.empty());
        }
        if (status instanceof RevokedStatus revoked) {
            Optional<String> reason = revoked.hasRevocationReason() ? Optional.of(CRLReason.lookup(revoked.getRevocationReason()).toString()
                    .replace("CRLReason: ", "")) : Optional.empty();
            return new Answer(serial, Status.REVOKED, thisUpdate, nextUpdate, time(revoked.getRevocationTime()), reason);
        }
        return new Answer(serial, Status.UNKNOWN, thisUpdate, nextUpdate, OptionalLong.empty(), Optional.empty());
    }

    private static String hex(byte[] magnitude) {
        String digits = HexFormat.of().formatHex(magnitude).toLowerCase(Locale.ROOT);
        return digits.length() > 2 && digits.startsWith("00") ? digits.substring(2) : digits;
    }

    private static OptionalLong time(Date date) {
        return date == null ? OptionalLong.empty() : OptionalLong.of(UtcTime.of(date.toInstant()));
    }

    /** The issuer itself signs, or a certificate in the response that the issuer made for OCSP (RFC 6960 section 4.2.2.2). */
    private static SignatureCheck signature(BasicOCSPResp basic, List<DecodedCertificate> issuers) throws IOException {
        SignatureCheck worst = SignatureCheck.UNCHECKED;
        for (DecodedCertificate issuer : issuers) {
            SignatureCheck direct = verify(basic, issuer);
            if (direct == SignatureCheck.VERIFIED) {
                return direct;
            }
            worst = direct;
            for (X509CertificateHolder holder : basic.getCerts()) {
                DecodedCertificate responder = CertificateDecoder.examine(holder.getEncoded());
                if (responder.facts().extendedKeyUsage().contains(OCSP_SIGNING)
                        && CertificateChains.verify(responder, issuer) == SignatureCheck.VERIFIED
                                && verify(basic, responder) == SignatureCheck.VERIFIED) {
                    return SignatureCheck.VERIFIED;
                }
            }
        }
        return worst;
    }

    private static SignatureCheck verify(BasicOCSPResp basic, DecodedCertificate signer) {
        boolean explicitCurve = signer.facts().keyAlgorithm().filter("id-ecPublicKey"::equals).isPresent() && signer.facts().curve().isEmpty();
        if (signer.publicKey().isEmpty() || explicitCurve || signer.facts().keyBits().orElse(0) > MAX_RSA_BITS) {
            return SignatureCheck.UNSUPPORTED;
        }
        try {
            SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(signer.publicKey().get().encoded());
            return basic.isSignatureValid(new JcaContentVerifierProviderBuilder().setProvider(PROVIDER).build(key)) ? SignatureCheck.VERIFIED
                    : SignatureCheck.WRONG;
        } catch (OCSPException | RuntimeOperatorException e) {
            return SignatureCheck.WRONG; // its bytes are no signature by that kind of key
        } catch (OperatorCreationException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            return SignatureCheck.UNSUPPORTED;
        }
    }
}
