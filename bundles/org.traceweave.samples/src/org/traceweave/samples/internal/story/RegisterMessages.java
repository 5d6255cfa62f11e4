package org.traceweave.samples.internal.story;

import java.util.Locale;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SipMessage;

/**
 * The REGISTER requests and answers of one registration, as clients and Front Ends of Skype for Business 2015 word them. Header forms:
 * reference "Server and client traces", section B2.
 */
final class RegisterMessages {

    private static final String REALM = "realm=\"SIP Communications Service\"";

    private final Endpoint endpoint;
    private final String callId;
    private final String tag;
    private final String serverTag;
    private final int port;
    private final String instance;
    private Host host;
    private int cseq;

    RegisterMessages(Endpoint endpoint, Host host, int port, SeededRandom random) {
        this.endpoint = endpoint;
        this.host = host;
        this.port = port;
        callId = random.hex(32);
        tag = random.hex(10);
        serverTag = random.hex(32).toUpperCase(Locale.ROOT);
        instance = random.hex(5).toUpperCase(Locale.ROOT) + "00";
    }

    String callId() {
        return callId;
    }

    void moveTo(Host other) {
        host = other;
    }

    /** The next request. @param authorization the Authorization header's value, or empty @param signOut whether it ends the registration */
    byte[] register(String authorization, boolean signOut) {
        cseq++;
        SipMessage message = SipMessage.request("REGISTER", "sip:" + Deployment.SIP_DOMAIN)
                .header("Via", "SIP/2.0/TLS " + endpoint.address + ":" + port)
                .header("Max-Forwards", "70")
                .header("From", endpoint.from(tag))
                .header("To", "<sip:" + endpoint.person.address + ">")
                .header("Call-ID", callId)
                .header("CSeq", cseq + " REGISTER")
                .header("Contact", endpoint.contact(port) + ";methods=\"INVITE, MESSAGE, INFO, OPTIONS, BYE, CANCEL, NOTIFY, ACK, REFER, BENOTIFY\""
                        + ";proxy=replace;+sip.instance=\"<urn:uuid:" + endpoint.instance + ">\"")
                .header("User-Agent", endpoint.userAgent)
                .header("Supported", "gruu-10, adhoclist, msrtc-event-categories")
                .header("Supported", "ms-forking")
                .header("Supported", "ms-cluster-failover")
                .header("Supported", "ms-userservices-state-notification")
                .header("ms-keep-alive", "UAC;hop-hop=yes")
                .header("Event", "registration");
        if (signOut) {
            message.header("Expires", "0");
        }
        if (!authorization.isEmpty()) {
            message.header("Authorization", authorization);
        }
        return message.toBytes();
    }

    /** The first 401: an offer of every scheme. @param date the server's clock as the Date header writes it */
    byte[] offers(String date) {
        return answer(offering(date));
    }

    private SipMessage offering(String date) {
        return SipMessage.response(401, "Unauthorized").header("Date", date)
                .header("WWW-Authenticate", "NTLM " + REALM + ", targetname=\"" + target() + "\", version=4")
                .header("WWW-Authenticate", "Kerberos " + REALM + ", targetname=\"sip/" + target() + "\", version=4")
                .header("WWW-Authenticate", "TLS-DSK " + REALM + ", targetname=\"" + target() + "\", version=4, sts-uri=\"https://"
                        + Deployment.POOL_FQDN + ":443/CertProv/CertProvisioningService.svc\"");
    }

    /** A later 401, which carries the server's next token. */
    byte[] challenge(String scheme, String opaque, String token, String date) {
        return answer(SipMessage.response(401, "Unauthorized").header("Date", date).header("WWW-Authenticate", scheme + " opaque=\"" + opaque
                + "\", gssapi-data=\"" + token + "\", targetname=\"" + targetName(scheme) + "\", " + REALM + ", version=4"));
    }

    /** The Authorization value that carries a client's token. */
    String token(String scheme, String opaque, String token) {
        return scheme + " qop=\"auth\", " + (opaque.isEmpty() ? "" : "opaque=\"" + opaque + "\", ") + REALM + ", targetname=\""
                + targetName(scheme) + "\", gssapi-data=\"" + token + "\", version=4";
    }

    /** The Authorization value of a signed request. */
    String signature(String scheme, String opaque, int number, SeededRandom random) {
        return scheme + " qop=\"auth\", opaque=\"" + opaque + "\", " + REALM + ", targetname=\"" + targetName(scheme) + "\", crand=\"" + random.hex(8)
                + "\", cnum=\"" + number + "\", response=\"" + mac(scheme, random) + "\", version=4";
    }

    private static String mac(String scheme, SeededRandom random) {
        return switch (scheme) {
            case "NTLM" -> "01000000" + random.hex(16) + "64000000";
            case "Kerberos" -> "602306092A864886F71201020201011100FFFFFFFF" + random.hex(32).toUpperCase(Locale.ROOT);
            default -> random.hex(64);
        };
    }

    byte[] accepted(String scheme, String opaque, int number, boolean signOut, SeededRandom random) {
        int expires = signOut ? 0 : 7200;
        return answer(SipMessage.response(200, "OK").header("ms-keep-alive", "UAS; tcp=no; hop-hop=yes; end-end=no; timeout=300")
                .header("Authentication-Info", scheme + " qop=\"auth\", opaque=\"" + opaque + "\", srand=\"" + random.hex(8).toUpperCase(Locale.ROOT)
                        + "\", snum=\"" + number + "\", rspauth=\"" + mac(scheme, random) + "\", targetname=\"" + targetName(scheme) + "\", " + REALM
                        + ", version=4")
                .header("Contact", endpoint.contact(port) + ";expires=" + expires + ";+sip.instance=\"<urn:uuid:" + endpoint.instance
                        + ">\";gruu=\"sip:" + endpoint.person.address + ";opaque=user:epid:" + endpoint.instance.substring(0, 8) + ";gruu\"")
                .header("Expires", Integer.toString(expires))
                .header("presence-state", signOut ? "register-action=\"deleted\"" : "register-action=\"added\"")
                .header("Allow-Events", "vnd-microsoft-provisioning,vnd-microsoft-roaming-contacts,vnd-microsoft-roaming-ACL,presence,"
                        + "presence.wpending,vnd-microsoft-roaming-self,vnd-microsoft-provisioning-v2")
                .header("Supported", "adhoclist"));
    }

    /** A refusal. @param diagnostics header lines that tell why, each ended by CRLF, or empty */
    byte[] refused(int status, String phrase, String diagnostics, String date) {
        return answer(SipMessage.response(status, phrase).header("Date", date).headers(diagnostics));
    }

    /** Offers of every scheme again, after a token that was not accepted. */
    byte[] offersAgain(String diagnostics, String date) {
        return answer(offering(date).headers(diagnostics));
    }

    /** Sends the client to its home server. */
    byte[] redirect(Host home, String date) {
        return answer(SipMessage.response(301, "Redirect request to Home Server").header("Date", date)
                .header("Contact", "<sip:" + home.fqdn + ":5061;transport=tls>").header("Expires", "86400"));
    }

    private byte[] answer(SipMessage message) {
        return message.header("From", endpoint.from(tag))
                .header("To", "<sip:" + endpoint.person.address + ">;tag=" + serverTag)
                .header("Call-ID", callId)
                .header("CSeq", cseq + " REGISTER")
                .header("Via", "SIP/2.0/TLS " + endpoint.address + ":" + port + ";received=" + endpoint.address + ";ms-received-port=" + port
                        + ";ms-received-cid=" + instance)
                .header("Server", "RTC/6.0").toBytes();
    }

    private String target() {
        return host.name + "." + Host.DOMAIN;
    }

    private String targetName(String scheme) {
        return "Kerberos".equals(scheme) ? "sip/" + target() : target();
    }
}
