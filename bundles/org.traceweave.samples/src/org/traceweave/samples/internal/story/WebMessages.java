package org.traceweave.samples.internal.story;

import java.util.Base64;
import org.traceweave.samples.CertificateMaker;
import org.traceweave.samples.NtlmMessages;
import org.traceweave.samples.SeededRandom;
import org.traceweave.samples.SampleKeys;
import org.traceweave.samples.SipMessage;

/**
 * The HTTP messages that come before SIP: discovery, web ticket, certificate provisioning. Paths and headers: reference "Server and
 * client traces", section A2.
 */
final class WebMessages {

    /** What IIS answers a refused caller, whatever the reason. */
    static final String DENIED = "401 - Unauthorized: Access is denied due to invalid credentials.";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final Endpoint endpoint;
    private final Host host;
    private final String correlation;
    private final SeededRandom random;

    WebMessages(Endpoint endpoint, Host host, long correlation, SeededRandom random) {
        this.endpoint = endpoint;
        this.host = host;
        this.correlation = Long.toString(correlation);
        this.random = random;
    }

    SipMessage discover() {
        return SipMessage.startingWith("GET /Autodiscover/AutodiscoverService.svc/root?sipuri=" + endpoint.person.address + " HTTP/1.1")
                .header("Host", "lyncdiscoverinternal." + Deployment.SIP_DOMAIN).header("Accept", "application/vnd.microsoft.rtc.autodiscover+xml;v=1")
                .header("User-Agent", endpoint.userAgent).header("X-MS-Correlation-Id", correlation);
    }

    SipMessage discovered(String date) {
        return answer("200 OK", date).body("application/vnd.microsoft.rtc.autodiscover+xml; v=1",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><AutodiscoverResponse AccessLocation=\"Internal\"><Root><Link token=\"Domain\" href=\"https://"
                        + Deployment.POOL_FQDN + "/Autodiscover/AutodiscoverService.svc/root/domain\"/><Link token=\"User\" href=\"https://"
                        + Deployment.POOL_FQDN + "/Autodiscover/AutodiscoverService.svc/root/user\"/><Link token=\"OAuth\" href=\"https://"
                        + Deployment.POOL_FQDN + "/Autodiscover/AutodiscoverService.svc/root/oauth/user\"/></Root></AutodiscoverResponse>");
    }

    /** A request for a web ticket; with credentials once the server has asked for them. */
    SipMessage ticketRequest(String authorization) {
        SipMessage message = post("/WebTicket/WebTicketService.svc", "http://docs.oasis-open.org/ws-sx/ws-trust/200512/RST/Issue");
        if (!authorization.isEmpty()) {
            message.header("Authorization", authorization);
        }
        return message.body("text/xml; charset=utf-8", "<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Body><t:RequestSecurityToken Context=\"" + random.guid()
                + "\" xmlns:t=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512\"><t:TokenType>urn:component:Microsoft.Rtc.WebAuthentication.2010:"
                + "user-cwt-1</t:TokenType><t:RequestType>http://schemas.xmlsoap.org/ws/2005/02/trust/Issue</t:RequestType><t:Claims Dialect=\""
                + "urn:component:Microsoft.Rtc.WebAuthentication.2010:authclaims\"><auth:ClaimType Uri=\"http://schemas.xmlsoap.org/ws/2005/05/"
                + "identity/claims/uri\" xmlns:auth=\"http://schemas.xmlsoap.org/ws/2006/12/authorization\"><auth:Value>sip:"
                + endpoint.person.address + "</auth:Value></auth:ClaimType></t:Claims></t:RequestSecurityToken></s:Body></s:Envelope>");
    }

    /** The first leg of HTTP authentication: no failure. */
    SipMessage askForCredentials(String date) {
        return answer("401 Unauthorized", date).header("WWW-Authenticate", "Negotiate").header("WWW-Authenticate", "NTLM")
                .body("text/html", html("401 - Unauthorized: You do not have permission to view this directory or page."));
    }

    SipMessage ticket(String date) {
        return answer("200 OK", date).body("text/xml; charset=utf-8", "<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Body><RequestSecurityTokenResponse "
                + "xmlns=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512\"><RequestedSecurityToken><saml:Assertion xmlns:saml=\""
                + "urn:oasis:names:tc:SAML:1.0:assertion\" MajorVersion=\"1\" MinorVersion=\"1\" AssertionID=\"SamlSecurityToken-" + random.hex(32)
                + "\" Issuer=\"https://" + host.fqdn + "/\"><saml:AuthenticationStatement><saml:Subject><saml:NameIdentifier>sip:"
                + endpoint.person.address + "</saml:NameIdentifier></saml:Subject></saml:AuthenticationStatement></saml:Assertion>"
                + "</RequestedSecurityToken></RequestSecurityTokenResponse></s:Body></s:Envelope>");
    }

    String credentials(long time) {
        return "NTLM " + Base64.getEncoder().encodeToString(
                NtlmMessages.authenticate("CONTOSO", endpoint.person.account, endpoint.machine, time, random));
    }

    SipMessage certificateRequest() {
        String request = Base64.getEncoder().encodeToString(CertificateMaker.request("CN=" + endpoint.person.address,
                SampleKeys.rsa(9 + endpoint.person.number % 5)));
        return post("/CertProv/CertProvisioningService.svc", "http://schemas.microsoft.com/OCS/AuthWebServices/GetAndPublishCert").body(
                "text/xml; charset=utf-8", "<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Body><GetAndPublishCert xmlns=\"http://schemas.microsoft.com/OCS/"
                        + "AuthWebServices/\" DeviceId=\"{" + endpoint.instance + "}\" Entity=\"" + endpoint.person.address
                        + "\"><RequestSecurityToken xmlns=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512/\"><wsse:BinarySecurityToken xmlns:wsse=\""
                        + "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\" ValueType=\"http://schemas.microsoft.com/"
                        + "OCS/AuthWebServices.xsd#PKCS10\" EncodingType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0"
                        + ".xsd#Base64Binary\">" + request + "</wsse:BinarySecurityToken></RequestSecurityToken></GetAndPublishCert></s:Body></s:Envelope>");
    }

    SipMessage certificate(Deployment deployment, String date) {
        return answer("200 OK", date).body("text/xml; charset=utf-8", "<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Body><GetAndPublishCertResponse "
                + "xmlns=\"http://schemas.microsoft.com/OCS/AuthWebServices/\" DeviceId=\"{" + endpoint.instance + "}\" Entity=\"" + endpoint.person.address
                + "\"><RequestSecurityTokenResponse xmlns=\"http://docs.oasis-open.org/ws-sx/ws-trust/200512/\"><RequestedSecurityToken>"
                + "<BinarySecurityToken ValueType=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3\">"
                + Base64.getEncoder().encodeToString(endpoint.person.certificate(deployment).der())
                + "</BinarySecurityToken></RequestedSecurityToken></RequestSecurityTokenResponse></GetAndPublishCertResponse></s:Body></s:Envelope>");
    }

    SipMessage denied(String date) {
        return answer("401 Unauthorized", date).body("text/html", html(DENIED));
    }

    /** A refusal with the reason that web services state, as a header and as a SOAP fault. */
    SipMessage refused(String status, int id, String reason, String date) {
        return answer(status, date).header("X-Ms-diagnostics", id + ";source=\"" + host.fqdn + "\";reason=\"" + reason + "\"")
                .body("text/xml; charset=utf-8", "<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>" + reason
                        + "</faultstring><detail><OCSDiagnosticsFault xmlns=\"urn:component:Microsoft.Rtc.WebAuthentication.2010\"><Ms-Diagnostics-Fault><ErrorId>" + id
                        + "</ErrorId><Reason>" + reason + "</Reason></Ms-Diagnostics-Fault></OCSDiagnosticsFault></detail></s:Fault></s:Body></s:Envelope>");
    }

    private SipMessage post(String path, String action) {
        return SipMessage.startingWith("POST " + path + " HTTP/1.1").header("Host", Deployment.POOL_FQDN).header("User-Agent", endpoint.userAgent)
                .header("SOAPAction", "\"" + action + "\"").header("X-MS-Correlation-Id", correlation);
    }

    private SipMessage answer(String status, String date) {
        return SipMessage.startingWith("HTTP/1.1 " + status).header("Date", date).header("Server", "Microsoft-IIS/8.5")
                .header("X-MS-Server-Fqdn", host.fqdn).header("X-MS-Correlation-Id", correlation).header("X-Content-Type-Options", "nosniff");
    }

    private static String html(String title) {
        return "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"><html><head><title>" + title + "</title></head><body><h2>" + title
                + "</h2></body></html>";
    }
}
