package org.traceweave.cli.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.traceweave.certificates.CertificateText;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.CertificateForm;
import org.traceweave.json.FindingForm;
import org.traceweave.probe.ProbeClient;
import org.traceweave.probe.ProbeProxy;
import org.traceweave.probe.ProbeRequest;
import org.traceweave.probe.ProbeResult;
import org.traceweave.probe.ProbeTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code probe}: what a live TLS endpoint presents, judged as each kind of client would. */
@Command(name = "probe", mixinStandardHelpOptions = true,
        description = "Fetches the chain that a live TLS endpoint presents, and judges it as Windows, Chrome and strict clients do.")
public final class ProbeVerb implements Verb {

    private static final String PASSWORD_VARIABLE = "TRACEWEAVE_PROXY_PASSWORD";
    private static final double MILLIS = 1000;
    private static final double LONGEST_SECONDS = 3600;

    @Parameters(arity = "0..1", paramLabel = "URL|HOST[:PORT]",
            description = "the endpoint, such as https://fe01.contoso.com/CertProv/ or sip.contoso.com:5061")
    private Optional<String> target = Optional.empty();

    @Option(names = "--proxy", paramLabel = "HOST:PORT", description = "HTTP proxy to go through")
    private Optional<String> proxy = Optional.empty();

    @Option(names = "--proxy-user", paramLabel = "USER[:PASSWORD]", description = "user for the proxy (Basic, Digest or NTLM); without a password, "
            + PASSWORD_VARIABLE + " of the environment is taken")
    private Optional<String> proxyUser = Optional.empty();

    @Option(names = "--sni", paramLabel = "NAME", description = "server name to ask for (default: the host)")
    private Optional<String> serverName = Optional.empty();

    @Option(names = "--no-sni", description = "ask for no server name, as old clients do")
    private boolean noServerName;

    @Option(names = "--all", description = "try all versions and cipher suites, and the handshake without a server name")
    private boolean everything;

    @Option(names = "--get", description = "complete the handshake and send one GET; otherwise nothing but handshakes is sent")
    private boolean get;

    @Option(names = "--pem", description = "print the certificates that were sent as PEM, and nothing else")
    private boolean pem;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "for each connection (default: 10)")
    private Double timeout = 10.0;

    @Mixin
    private TrustOptions trust;

    @Mixin
    private ReadableOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(VerbSession session) throws IOException {
        if (trust.listPolicies) {
            trust.printPolicies(session.shown(options.zone));
            return CommandLine.DONE;
        }
        ProbeRequest request = request(session);
        ProbeResult result = ProbeClient.probe(request, doing -> session.err().println("Probing " + request.target() + ": "
                + doing), session.cancel()::isCancelled);
        if (pem) {
            result.handshake().ifPresent(handshake -> handshake.sent().forEach(each -> session.out().print(CertificateText.pem(each))));
        } else if (options.json) {
            session.json(result.certificates(), new Tagged<>("Certificate", CertificateForm.FORM), options.evidence());
            session.json(result.findings(), new Tagged<>("Finding", FindingForm.FORM), options.evidence());
        } else {
            new ProbeText(result, session.shown(options.zone)).print();
        }
        if (result.failure().isPresent()) {
            session.err().println(result.failure().get().text() + ".");
            return CommandLine.FAILED;
        }
        return CommandLine.DONE;
    }

    private ProbeRequest request(VerbSession session) throws IOException {
        if (noServerName && serverName.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--sni and --no-sni exclude each other");
        }
        if (!(timeout > 0 && timeout <= LONGEST_SECONDS)) {
            throw new ParameterException(spec.commandLine(), "--timeout is a number of seconds above 0 and up to " + (int) LONGEST_SECONDS);
        }
        try {
            ProbeRequest plain = ProbeRequest.of(ProbeTarget.parse(target.orElse("")));
            Optional<String> name = noServerName ? Optional.empty() : serverName.isPresent() ? Optional.of(hostName(serverName.get()))
                    : plain.serverName();
            return plain.withServerName(name).withProxy(proxy()).withEverything(everything).withGet(get)
                    .withTimeout(Duration.ofMillis(Math.max(1, Math.round(timeout * MILLIS)))).withTrust(trust.trusted(session),
                            trust.publicRoots(session))
                    .withPolicies(trust.policies(spec.commandLine())).withAt(trust.at());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static String hostName(String name) {
        return ProbeTarget.parse(name).host();
    }

    private Optional<ProbeProxy> proxy() {
        if (proxy.isEmpty()) {
            if (proxyUser.isPresent()) {
                throw new ParameterException(spec.commandLine(), "--proxy-user needs --proxy");
            }
            return Optional.empty();
        }
        ProbeProxy plain = ProbeProxy.parse(proxy.get());
        if (proxyUser.isEmpty()) {
            return Optional.of(plain);
        }
        int colon = proxyUser.get().indexOf(':');
        return Optional.of(colon < 0 ? plain.withUser(proxyUser.get(), Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)).map(String::toCharArray))
                : plain.withUser(proxyUser.get().substring(0, colon), Optional.of(proxyUser.get().substring(colon + 1).toCharArray())));
    }
}
