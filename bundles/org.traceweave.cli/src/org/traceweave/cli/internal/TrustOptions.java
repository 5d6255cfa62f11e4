package org.traceweave.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.traceweave.cases.CaseException;
import org.traceweave.certificates.ChainPolicies;
import org.traceweave.certificates.ChainPolicy;
import org.traceweave.certificates.PolicyFileException;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.certificates.TrustList;
import org.traceweave.certificates.TrustListException;
import org.traceweave.certificates.TrustLists;
import org.traceweave.certificates.WeakCryptoSettings;
import org.traceweave.cli.VerbSession;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** As whom and as of when chains are judged, and what is trusted. */
final class TrustOptions {

    static final String PASSWORD_VARIABLE = "TRACEWEAVE_STORE_PASSWORD";

    @Option(names = "--trust", paramLabel = "FILE",
            description = "a trust list of the relying machine: .sst, .p7b, certutil -store text, PEM, DER, Java or "
            + "PKCS#12 keystore (its password in TRACEWEAVE_STORE_PASSWORD of the environment); may be repeated")
    private List<Path> trust = List.of();

    @Option(names = "--public-roots", paramLabel = "FILE",
            description = "the roots of a public program (Microsoft's or Mozilla's), by which public and "
            + "enterprise roots are told apart; trusted too; may be repeated")
    private List<Path> publicRoots = List.of();

    @Option(names = "--registry", paramLabel = "FILE",
            description = "weak-crypto settings of a Windows machine, as reg export or certutil -getreg chain prints "
            + "them")
    private Optional<Path> registry = Optional.empty();

    @Option(names = "--policy", paramLabel = "ID",
            description = "as whom to judge, such as chrome-58; may be repeated (default: one of each kind of client); "
            + "--policies lists them")
    private List<String> policies = List.of();

    @Option(names = "--at", paramLabel = "TIME", converter = Converters.Time.class, description = "as of when to judge (default: now)")
    private Optional<Long> at = Optional.empty();

    @Option(names = "--policies", description = "list the policies and end")
    boolean listPolicies;

    OptionalLong at() {
        return at.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    TrustAnchors trusted(VerbSession session) throws IOException {
        return lists(session, trust);
    }

    TrustAnchors publicRoots(VerbSession session) throws IOException {
        return lists(session, publicRoots);
    }

    private static TrustAnchors lists(VerbSession session, List<Path> files) throws IOException {
        List<TrustList> lists = new ArrayList<>();
        for (Path file : files) {
            lists.add(list(session, file));
        }
        return TrustAnchors.ofLists(lists);
    }

    private static TrustList list(VerbSession session, Path file) throws IOException {
        byte[] bytes = bytes(file, TrustLists.MAX_BYTES);
        TrustList list = withPassword(password -> TrustLists.read(fileName(file), bytes, password));
        list.problems().forEach(problem -> session.err().println(file + ": " + problem));
        return list;
    }

    /** Reads a trust list that may need a password. */
    interface Reading<T> {
        T read(Optional<char[]> password) throws TrustListException, IOException;
    }

    /** Reads without a password, and with that of the environment where one is needed. */
    static <T> T withPassword(Reading<T> reading) throws IOException {
        Optional<char[]> password = Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)).map(String::toCharArray);
        try {
            return reading.read(Optional.empty());
        } catch (TrustListException e) {
            if (!e.passwordNeeded() || password.isEmpty()) {
                throw new CaseException(e.getMessage() + (e.passwordNeeded() ? " in " + PASSWORD_VARIABLE + " of the environment." : "."), e);
            }
        }
        try {
            return reading.read(password);
        } catch (TrustListException e) {
            throw new CaseException(e.getMessage() + ".", e);
        }
    }

    /** The bytes of a file that is not beyond all reason. */
    static byte[] bytes(Path file, long most) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CaseException(file + " is a folder; name a file.");
        }
        if (Files.size(file) > most) {
            throw new CaseException(file + " has more than " + (most >> 20) + " MB, which no such list has.");
        }
        return Files.readAllBytes(file);
    }

    static String fileName(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    /** The policies asked for. @throws ParameterException if there is none of that id */
    List<ChainPolicy> policies(picocli.CommandLine line) throws IOException {
        List<ChainPolicy> chosen = new ArrayList<>();
        for (String id : policies) {
            chosen.add(ChainPolicies.find(id).orElseThrow(() -> new ParameterException(line, "There is no policy " + id
                    + "; --policies lists them")));
        }
        if (policies.isEmpty()) {
            chosen.addAll(ChainPolicies.current());
        }
        if (registry.isPresent()) {
            try {
                chosen.add(ChainPolicies.windowsWith(WeakCryptoSettings.read(fileName(registry.get()), bytes(registry.get(),
                        WeakCryptoSettings.MAX_BYTES))));
            } catch (PolicyFileException e) {
                throw new CaseException(e.getMessage() + ".", e);
            }
        }
        return chosen;
    }

    /** Prints the policies that there are. */
    void printPolicies(Shown shown) {
        shown.line("Policies of " + ChainPolicies.version());
        shown.line("");
        shown.table(List.of("ID", "JUDGES AS", "SOURCE"), ChainPolicies.all().stream().map(policy -> List.of(policy.id(), policy.title(),
                policy.source())).toList());
    }
}
