package org.traceweave.samples.internal.story;

import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.traceweave.model.UtcTime;
import org.traceweave.samples.EventElement;
import org.traceweave.samples.IssuedCertificate;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.WindowsEvent;

/**
 * The events of one CAPI2 task: they share a task id and count from one. Elements and attributes: reference "Windows events", section E;
 * a {@code fileRef} is the SHA-1 thumbprint of the certificate.
 */
final class Capi2Task {

    static final String CHANNEL = "Microsoft-Windows-CAPI2/Operational";
    static final String WEAK_SIGNATURE = "The signature of the certificate cannot be verified.";

    private static final Map<Integer, String> USAGES = new TreeMap<>(Map.of(KeyUsage.digitalSignature, "DIGITAL_SIGNATURE", KeyUsage.keyEncipherment,
            "KEY_ENCIPHERMENT", KeyUsage.keyCertSign, "KEY_CERT_SIGN", KeyUsage.cRLSign, "CRL_SIGN"));

    final String taskId;
    private final String computer;
    private final String process;
    private final int processId;
    private final String user;
    private int sequence;

    Capi2Task(String computer, String process, int processId, String user, SeededRandom random) {
        this.taskId = random.guid();
        this.computer = computer;
        this.process = process;
        this.processId = processId;
        this.user = user;
    }

    private WindowsEvent event(int id, int task, int opcode, int level, long keywords, long time, EventElement root, String result, String text) {
        sequence++;
        root.child("EventAuxInfo").attribute("ProcessName", process).attribute("impersonateToken", user);
        root.child("CorrelationAuxInfo").attribute("TaskId", taskId).attribute("SeqNumber", Integer.toString(sequence));
        if (!result.isEmpty()) {
            root.child("Result").attribute("value", result).text(text);
        }
        return WindowsEvent.of("Microsoft-Windows-CAPI2", id).guid("{5bbca4a8-b209-48dc-a8c7-b23d3e5216fb}").level(level).task(task, opcode)
                .keywords(0x4000000000000000L | keywords).process(processId, 4100 + sequence % 3 * 4).channel(CHANNEL).computer(computer)
                .user(user).userData(root).at(time);
    }

    WindowsEvent chainStart(long time) {
        return event(10, 11, 1, 4, 3, time, new EventElement("CertGetCertificateChainStart"), "", "");
    }

    /** What the chain engine found of one certificate: error bits in hex, named, without {@code CERT_TRUST_}. */
    record Judgement(String error, List<String> names) {
        static final Judgement GOOD = new Judgement("0", List.of());
    }

    /** @param judgements one per certificate of the chain, and the whole chain's last */
    WindowsEvent chain(long time, String chainRef, List<IssuedCertificate> chain, List<Judgement> judgements, boolean strongSignatures, String result,
            String text) {
        EventElement root = new EventElement("CertGetCertificateChain").with(certificate(chain.get(0)));
        EventElement store = root.child("AdditionalStore");
        chain.subList(0, chain.size() - 1).forEach(c -> store.with(certificate(c)));
        root.child("ExtendedKeyUsage").attribute("orMatch", "true").child("Usage").attribute("oid", "1.3.6.1.5.5.7.3.1")
                .attribute("name", "Server Authentication");
        if (strongSignatures) {
            root.child("StrongSignPara").attribute("signHashList", "RSA/SHA256;RSA/SHA384;RSA/SHA512;ECDSA/SHA256;ECDSA/SHA384;ECDSA/SHA512")
                    .attribute("publicKeyList", "RSA/1024;ECDSA/256");
        }
        root.child("Flags").attribute("value", "40000001").attribute("CERT_CHAIN_CACHE_END_CERT", "true")
                .attribute("CERT_CHAIN_REVOCATION_CHECK_CHAIN_EXCLUDE_ROOT", "true");
        root.child("ChainEngineInfo").attribute("context", "user");
        EventElement element = root.child("CertificateChain").attribute("chainRef", chainRef).attribute("revocationFreshnessTime", "P2DT4H11M");
        trust(element, judgements.get(chain.size()), "100", List.of("HAS_PREFERRED_ISSUER"));
        for (int i = 0; i < chain.size(); i++) {
            IssuedCertificate certificate = chain.get(i);
            boolean anchor = certificate.parsed().getSubject().equals(certificate.parsed().getIssuer());
            chainElement(element, certificate, judgements.get(i), anchor);
        }
        return event(11, 11, 2, "0".equals(result) ? 4 : 2, 3, time, root, result, text);
    }

    private static void chainElement(EventElement chain, IssuedCertificate certificate, Judgement judgement, boolean anchor) {
        EventElement element = chain.child("ChainElement").with(certificate(certificate));
        algorithms(element, certificate);
        trust(element, judgement, anchor ? "10C" : "102", anchor ? List.of("HAS_NAME_MATCH_ISSUER", "IS_SELF_SIGNED", "HAS_PREFERRED_ISSUER")
                : List.of("HAS_KEY_MATCH_ISSUER", "HAS_PREFERRED_ISSUER"));
        if (anchor) {
            element.child("ApplicationUsage").attribute("any", "true");
            element.child("IssuanceUsage").attribute("any", "true");
            return;
        }
        element.child("ApplicationUsage").child("Usage").attribute("oid", "1.3.6.1.5.5.7.3.1").attribute("name", "Server Authentication");
        element.child("IssuanceUsage").attribute("any", "true");
        EventElement revocation = element.child("RevocationInfo").attribute("freshnessTime", "P2DT4H11M");
        revocation.child("RevocationResult").attribute("value", "0");
        revocation.child("CertificateRevocationList").attribute("location", "TvoCache").attribute("fileRef", crlOf(certificate))
                .attribute("issuerName", commonName(certificate.parsed().getIssuer()));
    }

    /** A list's name in the log: not a real digest, since the list itself is not in the case. */
    static String crlOf(IssuedCertificate certificate) {
        return new StringBuilder(certificate.sha1()).reverse().toString().toUpperCase(Locale.ROOT) + ".crl";
    }

    private static void trust(EventElement parent, Judgement judgement, String infoBits, List<String> infos) {
        EventElement status = parent.child("TrustStatus");
        EventElement error = status.child("ErrorStatus").attribute("value", judgement.error());
        judgement.names().forEach(name -> error.attribute("CERT_TRUST_" + name, "true"));
        EventElement info = status.child("InfoStatus").attribute("value", infoBits);
        infos.forEach(name -> info.attribute("CERT_TRUST_" + name, "true"));
    }

    WindowsEvent policy(long time, String chainRef, IssuedCertificate leaf, String serverName, String chainIndex, String elementIndex, String result,
            String text) {
        EventElement root = new EventElement("CertVerifyCertificateChainPolicy");
        root.child("Policy").attribute("type", "CERT_CHAIN_POLICY_SSL").attribute("constant", "4");
        root.with(certificate(leaf));
        root.child("CertificateChain").attribute("chainRef", chainRef);
        root.child("Flags").attribute("value", "0");
        root.child("SSLAdditionalPolicyInfo").attribute("authType", "server").attribute("serverName", serverName).child("IgnoreFlags")
                .attribute("value", "0");
        root.child("Status").attribute("chainIndex", chainIndex).attribute("elementIndex", elementIndex);
        return event(30, 30, 0, "0".equals(result) ? 4 : 2, 1, time, root, result, text);
    }

    WindowsEvent revocationStart(long time) {
        return event(40, 41, 1, 4, 5, time, new EventElement("CertVerifyRevocationStart"), "", "");
    }

    WindowsEvent revocation(long time, IssuedCertificate certificate, IssuedCertificate issuer, String error, String text) {
        EventElement root = new EventElement("CertVerifyRevocation").with(certificate(certificate));
        root.with(named(new EventElement("IssuerCertificate"), issuer));
        root.child("Flags").attribute("value", "4").attribute("CERT_VERIFY_REV_ACCUMULATIVE_TIMEOUT_FLAG", "true");
        root.child("AdditionalParameters").attribute("currentTime", UtcTime.format(time).substring(0, 23) + "Z")
                .attribute("urlRetrievalTimeout", "PT20S");
        root.child("RevocationStatus").attribute("index", "0").attribute("error", error).attribute("reason", "0");
        return event(41, 41, 2, 4, 5, time, root, error, text);
    }

    /**
     * A revocation list fetched from the network. The log gives it level 2 because it could not be cached, and its result is 0: no failure.
     */
    WindowsEvent retrieval(long time, String host, String path, String fileRef) {
        EventElement root = new EventElement("CryptRetrieveObjectByUrlWire");
        root.child("URL").attribute("scheme", "http").text("http://" + host + path);
        root.child("Object").attribute("type", "CONTEXT_OID_CRL").attribute("constant", "2");
        root.with("Timeout", "PT15S");
        root.child("Flags").attribute("value", "2004").attribute("CRYPT_WIRE_ONLY_RETRIEVAL", "true");
        EventElement more = root.child("AdditionalInfo");
        more.child("NetworkConnectivityStatus").attribute("value", "1").attribute("_SENSAPI_NETWORK_ALIVE_LAN", "true");
        more.child("Action").attribute("name", "NoProxy");
        more.child("Action").attribute("name", "WriteToCache").child("Error").attribute("value", "80070002")
                .text("The system cannot find the file specified.");
        more.child("HTTPRequestHeadersInfo").with("Header", "GET " + path + " HTTP/1.1").with("Header", "User-Agent: Microsoft-CryptoAPI/10.0")
                .with("Header", "Host: " + host);
        more.child("HTTPResponseHeadersInfo").with("Header", "HTTP/1.1 200 OK").with("Header", "Date: " + Day.date(time))
                .with("Header", "Content-Type: application/pkix-crl");
        root.child("RetrievedObjects").child("CertificateRevocationList").attribute("fileRef", fileRef).attribute("issuerName", "Contoso Issuing CA 2");
        return event(53, 53, 2, 2, 0x36, time, root, "0", "");
    }

    /** A fetch that failed, with the way it went. */
    WindowsEvent failedRetrieval(long time, DeviceTrust.FailedRetrieval failed) {
        EventElement root = new EventElement("CryptRetrieveObjectByUrlWire");
        root.child("URL").attribute("scheme", failed.url().substring(0, failed.url().indexOf(':'))).text(failed.url());
        root.child("Object").attribute("type", failed.type()).attribute("constant", "CONTEXT_OID_CRL".equals(failed.type()) ? "2" : "1");
        root.with("Timeout", "PT15S");
        root.child("Flags").attribute("value", "2004").attribute("CRYPT_WIRE_ONLY_RETRIEVAL", "true");
        EventElement more = root.child("AdditionalInfo");
        more.child("NetworkConnectivityStatus").attribute("value", "1").attribute("_SENSAPI_NETWORK_ALIVE_LAN", "true");
        more.child("Action").attribute("name", failed.proxy()).child("Error").attribute("value", failed.code()).text(failed.text());
        return event(53, 53, 2, 2, 0x36, time, root, failed.code(), failed.text());
    }

    WindowsEvent privateKey(long time, IssuedCertificate certificate) {
        EventElement root = new EventElement("CryptAcquireCertificatePrivateKey").with(certificate(certificate));
        root.child("Flags").attribute("value", "10046").attribute("CRYPT_ACQUIRE_COMPARE_KEY_FLAG", "true");
        root.child("ProviderInfo").attribute("type", "0").attribute("name", "Microsoft Software Key Storage Provider");
        return event(70, 70, 0, 4, 0x80, time, root, "0", "");
    }

    /** The fields of every certificate of the task. */
    WindowsEvent objects(long time, List<IssuedCertificate> certificates) {
        EventElement root = new EventElement("X509Objects");
        certificates.forEach(certificate -> root.with(fields(certificate)));
        return event(90, 90, 0, 4, 0x200, time, root, "", "");
    }

    private static EventElement fields(IssuedCertificate certificate) {
        X509CertificateHolder parsed = certificate.parsed();
        EventElement element = certificate(certificate);
        element.with(name("Subject", parsed.getSubject()));
        element.child("SubjectKeyID").attribute("computed", "false").attribute("hash", hex(SubjectKeyIdentifier.fromExtensions(parsed.getExtensions())
                .getKeyIdentifier()));
        algorithms(element, certificate);
        element.with(name("Issuer", parsed.getIssuer()));
        element.with("SerialNumber", hex(parsed.getSerialNumber().toByteArray()));
        element.with("NotBefore", CertificateFacts.instant(parsed.toASN1Structure().getStartDate()).toString());
        element.with("NotAfter", CertificateFacts.instant(parsed.toASN1Structure().getEndDate()).toString());
        return element.with(extensions(parsed.getExtensions()));
    }

    private static EventElement extensions(Extensions extensions) {
        EventElement element = new EventElement("Extensions");
        AuthorityKeyIdentifier issuer = AuthorityKeyIdentifier.fromExtensions(extensions);
        if (issuer != null) {
            element.child("AuthorityKeyIdentifier").child("KeyID").attribute("hash", hex(issuer.getKeyIdentifierOctets()));
        }
        KeyUsage usage = KeyUsage.fromExtensions(extensions);
        if (usage != null) {
            EventElement bits = element.child("KeyUsage").attribute("critical", "true").attribute("value", hex(usage.getBytes()));
            USAGES.forEach((bit, name) -> {
                if (usage.hasUsages(bit)) {
                    bits.attribute("CERT_" + name + "_KEY_USAGE", "true");
                }
            });
        }
        ExtendedKeyUsage purposes = ExtendedKeyUsage.fromExtensions(extensions);
        if (purposes != null) {
            EventElement list = element.child("ExtendedKeyUsage");
            for (KeyPurposeId purpose : purposes.getUsages()) {
                list.child("Usage").attribute("oid", purpose.getId()).attribute("name",
                        purpose.equals(KeyPurposeId.id_kp_serverAuth) ? "Server Authentication" : "Client Authentication");
            }
        }
        if (BasicConstraints.fromExtensions(extensions) != null) {
            element.child("BasicConstraints").attribute("critical", "true").attribute("cA", "true");
        }
        GeneralNames names = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        if (names != null) {
            EventElement alternatives = element.child("SubjectAltName");
            for (GeneralName name : names.getNames()) {
                alternatives.with("DNSName", name.getName().toString());
            }
        }
        return element;
    }

    private static void algorithms(EventElement element, IssuedCertificate certificate) {
        String oid = certificate.parsed().getSignatureAlgorithm().getAlgorithm().getId();
        element.child("SignatureAlgorithm").attribute("oid", oid).attribute("hashName", switch (oid) {
            case "1.2.840.113549.1.1.5" -> "SHA1";
            case "1.2.840.113549.1.1.4" -> "MD5";
            default -> "SHA256";
        }).attribute("publicKeyName", "RSA");
        element.child("PublicKeyAlgorithm").attribute("oid", "1.2.840.113549.1.1.1").attribute("publicKeyName", "RSA")
                .attribute("publicKeyLength", Integer.toString(((RSAPublicKey) certificate.key().getPublic()).getModulus().bitLength()));
    }

    private static EventElement certificate(IssuedCertificate certificate) {
        return named(new EventElement("Certificate"), certificate);
    }

    private static EventElement named(EventElement element, IssuedCertificate certificate) {
        return element.attribute("fileRef", certificate.sha1().toUpperCase(Locale.ROOT) + ".cer")
                .attribute("subjectName", commonName(certificate.parsed().getSubject()));
    }

    static String commonName(X500Name name) {
        return IETFUtils.valueToString(name.getRDNs(BCStyle.CN)[0].getFirst().getValue());
    }

    private static EventElement name(String element, X500Name name) {
        EventElement parts = new EventElement(element);
        List<RDN> mostSpecificFirst = new ArrayList<>(List.of(name.getRDNs()));
        Collections.reverse(mostSpecificFirst);
        for (RDN rdn : mostSpecificFirst) {
            String key = BCStyle.INSTANCE.oidToDisplayName(rdn.getFirst().getType());
            parts.with("ST".equals(key) ? "S" : key, IETFUtils.valueToString(rdn.getFirst().getValue()));
        }
        return parts;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
