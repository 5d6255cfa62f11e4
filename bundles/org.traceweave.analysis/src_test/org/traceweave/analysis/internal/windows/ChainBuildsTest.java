package org.traceweave.analysis.internal.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.analysis.Engine;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.model.ChainBuild;
import org.traceweave.model.ChainElement;
import org.traceweave.model.ChainRetrieval;
import org.traceweave.samples.EventElement;
import org.traceweave.samples.EvtxWriter;
import org.traceweave.samples.WindowsEvent;

/** CAPI2's events joined to chains. */
class ChainBuildsTest {

    private static final String LEAF = "A".repeat(40);
    private static final String AUTHORITY = "B".repeat(40);
    private static final String ROOT = "C".repeat(40);

    @TempDir
    private Path folder;
    private final List<WindowsEvent> log = new ArrayList<>();
    private double clock;

    private List<ChainBuild> builds() throws IOException {
        Path file = folder.resolve("ROOM1").resolve("capi2.evtx");
        Files.createDirectories(file.getParent());
        Files.write(file, EvtxWriter.toBytes(log));
        return builds(file);
    }

    private List<ChainBuild> builds(Path file) throws IOException {
        try (Case of = Case.create(folder.resolve("chains.case"), Engine.standard().readers())) {
            of.importSources(List.of(file), ImportProgress.NONE, new CancelSignal());
            return ChainBuilds.of(of, new CancelSignal());
        }
    }

    private ChainBuild only() throws IOException {
        List<ChainBuild> builds = builds();
        assertEquals(1, builds.size(), builds::toString);
        return builds.getFirst();
    }

    private ChainBuildsTest event(int id, String task, int sequence, String root, UnaryOperator<EventElement> content) {
        EventElement element = content.apply(new EventElement(root));
        element.child("EventAuxInfo").attribute("ProcessName", "lync.exe");
        element.child("CorrelationAuxInfo").attribute("TaskId", task).attribute("SeqNumber", Integer.toString(sequence));
        clock += 0.1;
        log.add(WindowsEvent.of("Microsoft-Windows-CAPI2", id).channel("Microsoft-Windows-CAPI2/Operational").computer("ROOM1").level(2).userData(element)
                .at(Scene.at(clock)));
        return this;
    }

    private ChainBuildsTest begun(String task, int sequence) {
        return event(10, task, sequence, "CertGetCertificateChainStart", root -> root);
    }

    private static EventElement certificate(String sha1, String name) {
        return new EventElement("Certificate").attribute("fileRef", sha1 + ".cer").attribute("subjectName", name);
    }

    private static void trust(EventElement owner, String errors, String notes) {
        EventElement status = owner.child("TrustStatus");
        status.child("ErrorStatus").attribute("value", errors);
        status.child("InfoStatus").attribute("value", notes);
    }

    private static EventElement element(String sha1, String name, String errors, String revocation) {
        EventElement element = new EventElement("ChainElement").with(certificate(sha1, name));
        trust(element, errors, sha1.equals(ROOT) ? "10C" : "102");
        if (!revocation.isEmpty()) {
            EventElement told = element.child("RevocationInfo");
            told.child("RevocationResult").attribute("value", revocation);
            told.child("CertificateRevocationList").attribute("location", "Wire").attribute("url", "http://crl.contoso.com/ca.crl");
        }
        return element;
    }

    private ChainBuildsTest built(String task, int sequence, String ref, String errors, String result) {
        return event(11, task, sequence, "CertGetCertificateChain", root -> {
            root.with(certificate(LEAF, "fe01.contoso.local"));
            EventElement chain = root.child("CertificateChain").attribute("chainRef", ref);
            trust(chain, errors, "100");
            chain.with(element(LEAF, "fe01.contoso.local", "0", "0")).with(element(AUTHORITY, "Contoso CA", errors, errors.equals("0") ? "" : "80092013"))
                    .with(element(ROOT, "Contoso Root", "0", ""));
            root.child("Result").attribute("value", result);
            return root;
        });
    }

    private ChainBuildsTest policy(String task, int sequence, String ref, String result) {
        return event(30, task, sequence, "CertVerifyCertificateChainPolicy", root -> {
            root.child("Policy").attribute("type", "CERT_CHAIN_POLICY_SSL").attribute("constant", "4");
            root.with(certificate(LEAF, "fe01.contoso.local")).child("CertificateChain").attribute("chainRef", ref);
            root.child("SSLAdditionalPolicyInfo").attribute("authType", "server").attribute("serverName", "sip.contoso.com");
            root.child("Result").attribute("value", result);
            return root;
        });
    }

    private ChainBuildsTest revocation(String task, int sequence, String sha1, String error) {
        return event(41, task, sequence, "CertVerifyRevocation", root -> {
            root.with(certificate(sha1, "checked")).child("RevocationStatus").attribute("index", "0").attribute("error", error);
            root.child("Result").attribute("value", error);
            return root;
        });
    }

    private ChainBuildsTest fetchBegun(String task, int sequence) {
        return event(52, task, sequence, "CryptRetrieveObjectByUrlWireStart", root -> root);
    }

    private ChainBuildsTest fetched(String task, int sequence, String kind, String constant, String url, String result) {
        return event(53, task, sequence, "CryptRetrieveObjectByUrlWire", root -> {
            root.child("URL").attribute("scheme", "http").text(url);
            root.child("Object").attribute("type", kind).attribute("constant", constant);
            EventElement steps = root.child("AdditionalInfo");
            steps.child("Action").attribute("name", "Call_WinHttpGetProxyForUrl").child("Error").attribute("value", "2F94").text("not found");
            steps.child("Action").attribute("name", "NoProxy");
            steps.child("Action").attribute("name", "ProxyListAndByPassList").attribute("parameter1", "10.0.0.8:8080");
            root.child("Result").attribute("value", result);
            return root;
        });
    }

    @Test
    void theChainAndItsPolicyCheckAreOneThoughTheirTasksDiffer() throws IOException {
        begun("{T1}", 1).built("{T1}", 2, "{R}", "0", "0").policy("{T2}", 1, "{R}", "800B010F");
        ChainBuild build = only();
        assertEquals("{T1}", build.taskId());
        assertEquals(Optional.of("{R}"), build.chainRef());
        assertEquals(Optional.of("ROOM1"), build.host());
        assertEquals(Optional.of("lync.exe"), build.processName());
        assertEquals(Optional.of("sip.contoso.com"), build.target());
        assertEquals(Optional.of("0x800b010f"), build.hresult());
        assertEquals(3, build.events().size());
        assertEquals(List.of("fe01.contoso.local", "Contoso CA", "Contoso Root"), build.elements().stream().map(each -> each.subject().orElse("")).toList());
    }

    @Test
    void eachCertificateHasItsErrorsInWordsItsNotesAndItsRevocation() throws IOException {
        begun("{T}", 1).built("{T}", 2, "{R}", "1000040", "0");
        ChainBuild build = only();
        ChainElement authority = build.elements().get(1);
        assertEquals(List.of("REVOCATION_STATUS_UNKNOWN", "IS_OFFLINE_REVOCATION"), authority.trustErrors());
        assertEquals(List.of("HAS_KEY_MATCH_ISSUER", "HAS_PREFERRED_ISSUER"), authority.trustNotes());
        assertEquals("The revocation server could not be reached.", authority.meanings().get(1));
        assertTrue(authority.revocation().orElse("").startsWith("0x80092013 CRYPT_E_REVOCATION_OFFLINE"), authority::toString);
        assertEquals(Optional.of("not revoked, by the CRL from the network, http://crl.contoso.com/ca.crl"), build.elements().getFirst().revocation());
        assertEquals(Optional.of(AUTHORITY.toLowerCase(Locale.ROOT)), authority.thumbprint());
        assertTrue(build.elements().get(2).trustNotes().contains("IS_SELF_SIGNED"));
    }

    @Test
    void goodChainsAreKeptTooAndTrusted() throws IOException {
        begun("{T}", 1).built("{T}", 2, "{R}", "0", "0").policy("{T}", 3, "{R}", "0");
        ChainBuild build = only();
        assertEquals(Optional.empty(), build.hresult());
        assertEquals(List.of(), build.trustErrors());
    }

    @Test
    void aPolicyThatAcceptsTheChainOverrulesItsErrorBits() throws IOException {
        begun("{T}", 1).built("{T}", 2, "{R}", "40", "0").policy("{T}", 3, "{R}", "0");
        ChainBuild build = only();
        assertEquals(Optional.empty(), build.hresult());
        assertEquals(List.of("REVOCATION_STATUS_UNKNOWN"), build.trustErrors());
    }

    @Test
    void errorBitsAreTheVerdictWhereNoPolicyWasAskedAndTheCallItselfSucceeded() throws IOException {
        begun("{T}", 1).built("{T}", 2, "{R}", "100008", "0");
        assertEquals(Optional.of("0x80096004"), only().hresult());
    }

    @Test
    void whatWasFetchedHasItsUrlProxyStepsDurationAndCode() throws IOException {
        begun("{T}", 1).fetchBegun("{T}", 2).fetched("{T}", 3, "CONTEXT_OID_CRL", "2", "http://crl.contoso.com/ca.crl", "80072EE2").fetchBegun("{T}", 4)
                .fetched("{T}", 5, "CONTEXT_OID_OCSP_RESP", "6", "http://ocsp.contoso.com", "0").built("{T}", 6, "{R}", "1000040", "0");
        List<ChainRetrieval> retrievals = only().retrievals();
        assertEquals(List.of("crl", "ocsp"), retrievals.stream().map(ChainRetrieval::what).toList());
        ChainRetrieval list = retrievals.getFirst();
        assertEquals(Optional.of("http://crl.contoso.com/ca.crl"), list.url());
        assertEquals(Optional.of("0x80072ee2"), list.hresult());
        assertEquals(0.1, list.seconds().orElse(0), 1e-6);
        assertEquals(Optional.of("automatic proxy detection failed: 0x00002f94 ERROR_WINHTTP_AUTODETECTION_FAILED; no proxy; proxy 10.0.0.8:8080"), list.proxy());
        assertEquals(Optional.empty(), retrievals.get(1).hresult());
    }

    @Test
    void whatIsCheckedBetweenTwoChainsOfATaskBelongsToTheSecond() throws IOException {
        begun("{T}", 1).built("{T}", 2, "{R1}", "0", "0").begun("{T}", 3).revocation("{T}", 4, AUTHORITY, "80092013").fetchBegun("{T}", 5)
                .fetched("{T}", 6, "CONTEXT_OID_CRL", "2", "http://crl", "80072EE7").built("{T}", 7, "{R2}", "0", "0");
        List<ChainBuild> builds = builds();
        assertEquals(List.of(0, 1), builds.stream().map(each -> each.retrievals().size()).toList());
    }

    @Test
    void aChainBuiltInsideAnotherHasItsOwnEvents() throws IOException {
        begun("{T}", 1).begun("{T}", 2).fetchBegun("{T}", 3).fetched("{T}", 4, "CONTEXT_OID_CRL", "2", "http://inner", "0").built("{T}", 5, "{INNER}", "0", "0")
                .fetchBegun("{T}", 6).fetched("{T}", 7, "CONTEXT_OID_CRL", "2", "http://outer", "0").built("{T}", 8, "{OUTER}", "0", "0");
        Map<String, List<String>> urls = new TreeMap<>();
        builds().forEach(each -> urls.put(each.chainRef().orElse(""), each.retrievals().stream().map(got -> got.url().orElse("")).toList()));
        assertEquals(Map.of("{INNER}", List.of("http://inner"), "{OUTER}", List.of("http://outer")), urls);
    }

    @Test
    void eventsOutOfOrderGiveTheSameBuild() throws IOException {
        begun("{T}", 1).revocation("{T}", 2, LEAF, "0").fetchBegun("{T}", 3).fetched("{T}", 4, "CONTEXT_OID_CERTIFICATE", "1", "http://aia", "80072EE7")
                .built("{T}", 5, "{R}", "10000", "0").policy("{T2}", 1, "{R}", "800B010A");
        List<WindowsEvent> inOrder = List.copyOf(log);
        long seed = System.nanoTime();
        System.getLogger("seed").log(System.Logger.Level.INFO, "seed " + seed);
        Collections.shuffle(log, new Random(seed));
        ChainBuild build = only();
        assertEquals(inOrder.size(), build.events().size());
        assertEquals(Optional.of("0x800b010a"), build.hresult());
        assertEquals(List.of("issuer"), build.retrievals().stream().map(ChainRetrieval::what).toList());
    }

    @Test
    void withoutTheChainItselfThePolicyCheckIsTold() throws IOException {
        policy("{T}", 1, "{R}", "800B0109");
        ChainBuild build = only();
        assertEquals(Optional.of("0x800b0109"), build.hresult());
        assertEquals(List.of(LEAF.toLowerCase(Locale.ROOT)), build.elements().stream().map(each -> each.thumbprint().orElse("")).toList());
    }

    @Test
    void revocationChecksAndFetchesAloneAreTold() throws IOException {
        begun("{T}", 1).revocation("{T}", 2, AUTHORITY, "80092013").fetchBegun("{T}", 3).fetched("{T}", 4, "CONTEXT_OID_CRL", "2", "http://crl", "80072EE7");
        ChainBuild build = only();
        assertEquals(Optional.of("0x80092013"), build.hresult());
        assertEquals(1, build.retrievals().size());
        assertEquals(Optional.of(AUTHORITY.toLowerCase(Locale.ROOT)), build.elements().getFirst().thumbprint());
    }

    @Test
    void aFetchThatNeverEndedAndAnEmptyTaskTellNothing() throws IOException {
        begun("{T}", 1).fetchBegun("{T}", 2);
        assertEquals(List.of(), builds());
    }

    @Test
    void theNamesThatAnotherEventDescribesFillTheGaps() throws IOException {
        begun("{T}", 1).event(11, "{T}", 2, "CertGetCertificateChain", root -> {
            EventElement chain = root.child("CertificateChain").attribute("chainRef", "{R}");
            chain.child("ChainElement").with(new EventElement("Certificate").attribute("fileRef", LEAF + ".cer"));
            root.child("Result").attribute("value", "0");
            return root;
        }).event(90, "{T}", 3, "X509Objects", root -> {
            root.child("Certificate").attribute("fileRef", LEAF + ".cer").child("Subject").with("CN", "fe01.contoso.local");
            return root;
        });
        assertEquals(Optional.of("CN=fe01.contoso.local"), only().elements().getFirst().subject());
    }

    @Test
    void manyTasksHoursApartAreEachToldAlone() throws IOException {
        for (int i = 0; i < 50; i++) {
            clock = i * 900;
            begun("{T" + i + "}", 1).built("{T" + i + "}", 2, "{R" + i + "}", "0", "0").policy("{P" + i + "}", 1, "{R" + i + "}", "0");
        }
        List<ChainBuild> builds = builds();
        assertEquals(50, builds.size());
        assertTrue(builds.stream().allMatch(each -> each.events().size() == 3));
    }

    @Test
    void everyChainOfARealLogIsToldAsTheLogTellsIt() throws IOException {
        Path corpus = Path.of(System.getProperty("traceweave.corpus", "../../../shared/corpus")).resolve("windows");
        Path file = corpus.resolve("capi2-operational-win2008r2.evtx");
        assumeTrue(Files.exists(file), "no corpus");
        Flat flat = Flat.read(corpus.resolve("expected/capi2-operational-win2008r2.evtx.flat.tsv.gz"));
        Map<String, ChainBuild> byChain = new HashMap<>();
        List<ChainBuild> builds = builds(file);
        builds.forEach(each -> each.chainRef().ifPresent(ref -> byChain.put(ref, each)));
        int retrievals = 0;
        for (Map.Entry<Long, Map<String, List<String>>> record : flat.records.entrySet()) {
            Map<String, List<String>> values = record.getValue();
            if (values.get("/Event/System/EventID").equals(List.of("11"))) {
                String root = "/Event/UserData/CertGetCertificateChain/";
                ChainBuild build = byChain.get(values.get(root + "CertificateChain/@chainRef").getFirst());
                assertEquals(values.get(root + "CertificateChain/ChainElement/Certificate/@fileRef").stream()
                        .map(name -> name.substring(0, 40).toLowerCase(Locale.ROOT)).toList(), build.elements().stream().map(each -> each.thumbprint().orElse("")).toList());
                assertEquals(values.get(root + "CorrelationAuxInfo/@TaskId"), List.of(build.taskId()));
                boolean unknown = values.getOrDefault(root + "CertificateChain/TrustStatus/ErrorStatus/@value", List.of()).contains("40");
                assertEquals(unknown ? List.of("REVOCATION_STATUS_UNKNOWN") : List.of(), build.trustErrors());
            }
            retrievals += values.get("/Event/System/EventID").equals(List.of("53")) ? 1 : 0;
        }
        int wanted = retrievals;
        List<ChainRetrieval> wire = builds.stream().flatMap(each -> each.retrievals().stream()).filter(each -> !each.proxy().equals(Optional.of("from the cache"))).toList();
        assertEquals(wanted, wire.size());
        assertTrue(wire.stream().allMatch(each -> each.what().equals("crl") && each.url().isPresent() && each.seconds().isPresent() && each.proxy().isPresent()));
        assertTrue(builds.stream().noneMatch(each -> each.hresult().isPresent()), "every policy check of that log accepts, whatever levels say");
        assertEquals(OptionalDouble.empty(), wire.stream().mapToDouble(each -> each.seconds().orElse(0)).filter(seconds -> seconds < 0 || seconds > 30).findAny());
    }

    /** The true values of a log: record, path, value. */
    private record Flat(Map<Long, Map<String, List<String>>> records) {

        static Flat read(Path file) throws IOException {
            Map<Long, Map<String, List<String>>> records = new TreeMap<>();
            try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] columns = line.split("\t", 3);
                    if (columns.length == 3) {
                        records.computeIfAbsent(Long.parseLong(columns[0]), absent -> new HashMap<>()).computeIfAbsent(columns[1], absent -> new ArrayList<>())
                                .add(columns[2]);
                    }
                }
            }
            return new Flat(records);
        }
    }
}
