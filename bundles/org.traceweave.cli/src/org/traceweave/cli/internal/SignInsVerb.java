package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.traceweave.analysis.CallFlow;
import org.traceweave.analysis.CaseAnalysis;
import org.traceweave.analysis.SignInComparison;
import org.traceweave.cases.Case;
import org.traceweave.cases.CaseException;
import org.traceweave.cli.CommandLine;
import org.traceweave.cli.Verb;
import org.traceweave.cli.VerbSession;
import org.traceweave.json.SignInForm;
import org.traceweave.model.Outcome;
import org.traceweave.model.SignIn;
import org.traceweave.model.SignInKind;
import org.traceweave.model.Worded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code signins}: reconstructed sign-in attempts. */
@Command(name = "signins", mixinStandardHelpOptions = true, description = "Lists the sign-in attempts of a case.")
public final class SignInsVerb implements Verb {

    private static final int LONGEST_DEVICE = 32;

    @Parameters(paramLabel = "CASE", description = "case folder, or a source to look at")
    private Path path;

    @Option(names = "--outcome", paramLabel = "OUTCOME", description = "only those that ended so: succeeded, failed, abandoned, timed-out, open")
    private String outcome;

    @Option(names = "--user", paramLabel = "USER", description = "only those of this address")
    private String user;

    @Option(names = "--id", paramLabel = "ID",
            description = "only this one, of whatever kind: with its call flow and how it differs from the last success")
    private String id;

    @Option(names = "--all", description = "also refreshes, re-authentications and sign-outs")
    private boolean all;

    @Mixin
    private ReadableOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public int run(VerbSession session) throws IOException {
        Optional<Outcome> wanted = wantedOutcome();
        Case of = session.open(path);
        CaseAnalysis analysis = session.engine().analyse(of);
        List<SignIn> every = analysis.signIns(session.cancel());
        List<SignIn> signIns = every.stream().filter(signIn -> id == null || signIn.id().equals(id))
                .filter(signIn -> id != null || all || signIn.kind() == SignInKind.SIGN_IN)
                .filter(signIn -> wanted.isEmpty() || wanted.get() == signIn.outcome())
                .filter(signIn -> user == null || signIn.user().equals(address(user))).toList();
        if (id != null && signIns.isEmpty()) {
            throw new CaseException("The case " + of.name() + " has no sign-in with the id " + id
                    + ": \"signins --all --json\" lists them with their ids.");
        }
        if (options.json) {
            session.json(signIns, SignInForm.FORM, options.evidence());
            return CommandLine.DONE;
        }
        Shown shown = session.shown(options.zone);
        if (id != null) {
            AttemptText text = new AttemptText(shown);
            for (SignIn signIn : signIns) {
                text.flow(CallFlow.of(of, analysis, signIn, session.cancel()));
                SignInComparison.of(signIn, every).ifPresent(text::comparison);
            }
            return CommandLine.DONE;
        }
        shown.tableOr("No sign-ins.", List.of("START", "USER", "DEVICE", "SCHEME", "OUTCOME", "PHASE", "STATUS", "REASON"), signIns.stream()
                .map(signIn -> List.of(shown.time(signIn.start()), signIn.user(), signIn.device().map(SignInsVerb::product).orElse("-"),
                signIn.scheme().word(), kind(signIn) + signIn.outcome().word(), signIn.phase().word(),
                        signIn.status().isPresent() ? Integer.toString(signIn.status().getAsInt()) : "-", signIn.reason().orElse("")))
                .toList());
        new VersionTable(signIns).write(shown);
        return CommandLine.DONE;
    }

    /** What a User-Agent says in brackets, as in {@code UCCAPI/16.0 SkypeRoomSystem/4.0 (Skype Room System)}; all of it if nothing. */
    static String product(String userAgent) {
        int from = userAgent.lastIndexOf('(');
        int to = userAgent.lastIndexOf(')');
        String name = from >= 0 && to > from ? userAgent.substring(from + 1, to).strip() : "";
        return Shown.cut(name.isEmpty() ? userAgent : name, LONGEST_DEVICE);
    }

    private static String kind(SignIn signIn) {
        return signIn.kind() == SignInKind.SIGN_IN ? "" : signIn.kind().word() + " ";
    }

    private static String address(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("sip:") ? lower.substring("sip:".length()) : lower;
    }

    private Optional<Outcome> wantedOutcome() {
        if (outcome == null) {
            return Optional.empty();
        }
        return Optional.of(Worded.find(Outcome.class, outcome).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "--outcome takes succeeded, failed, abandoned, timed-out or open, not '" + outcome + "'")));
    }
}
