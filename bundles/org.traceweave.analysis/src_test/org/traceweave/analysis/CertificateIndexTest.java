package org.traceweave.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.traceweave.cases.CancelSignal;
import org.traceweave.cases.Case;
import org.traceweave.cases.ImportProgress;
import org.traceweave.index.QuerySyntaxException;
import org.traceweave.model.Certificate;
import org.traceweave.samples.SampleCase;
import org.traceweave.samples.Stories;

class CertificateIndexTest {

    @TempDir
    private Path folder;
    private Case of;

    @BeforeEach
    void importTheSample() throws IOException {
        Path sources = folder.resolve("sources");
        SampleCase.write(sources, Stories.first(), 3 << 20, 5, false);
        of = Case.create(folder.resolve("sample.case"), Engine.standard().readers());
        of.importSources(List.of(sources), ImportProgress.NONE, new CancelSignal());
    }

    @AfterEach
    void close() throws IOException {
        of.close();
    }

    private List<Certificate> find(String query) throws IOException, QuerySyntaxException {
        try (CertificateIndex index = Engine.standard().analyse(of).certificateIndex(new CancelSignal())) {
            return index.find(query);
        }
    }

    @Test
    void everyFieldCanBeAskedFor() throws IOException, QuerySyntaxException {
        List<Certificate> all = find("");
        for (Certificate each : all) {
            assertTrue(find("thumbprint:" + each.sha1().orElseThrow()).contains(each));
            assertTrue(find("subject:\"" + each.subject().orElseThrow() + "\"").contains(each), each.subject().orElseThrow());
            assertTrue(find("serial:" + each.serial().orElseThrow()).contains(each));
        }
        assertEquals(all.stream().filter(each -> each.signatureHash().filter("SHA1"::equals).isPresent()).toList(), find("hash:SHA1"));
        assertEquals(all.stream().filter(each -> each.isCa().orElse(false)).toList(), find("ca:true"));
        assertEquals(all.stream().filter(each -> each.keyBits().orElse(0) >= 2048).toList(), find("keyBits:>=2048"));
    }

    @Test
    void numbersAreFoundAsPeopleWriteThem() throws IOException, QuerySyntaxException {
        Certificate one = find("ca:false").getFirst();
        String serial = one.serial().orElseThrow();
        String sha1 = one.sha1().orElseThrow();
        String colons = serial.replaceAll("(..)(?=.)", "$1:");
        String reversed = new StringBuilder(serial.replaceAll("(.)(.)", "$2$1")).reverse().toString();
        for (String query : List.of("serial:" + serial, "serial:" + serial.toUpperCase(java.util.Locale.ROOT), "serial:" + colons, "serial:\"" + colons.replace(':', ' ') + "\"",
                "serial:" + new java.math.BigInteger(serial, 16), "serial:" + reversed, "serial:00" + serial, colons,
                "thumbprint:" + sha1.replaceAll("(..)(?=.)", "$1:"), "\"" + sha1.replaceAll("(..)(?=.)", "$1 ") + "\"", sha1,
                "keyId:" + one.subjectKeyId().orElseThrow().replaceAll("(..)(?=.)", "$1:"))) {
            assertTrue(find(query).contains(one), query);
            assertTrue(find(query).size() < find("").size(), query);
        }
    }

    @Test
    void datesUsagesAndLintsAreFound() throws IOException, QuerySyntaxException {
        List<Certificate> all = find("");
        Certificate one = find("eku:serverAuth").getFirst();
        assertTrue(one.extendedKeyUsage().contains("1.3.6.1.5.5.7.3.1"));
        String day = org.traceweave.model.UtcTime.format(one.notAfter().orElseThrow()).substring(0, 10);
        assertTrue(find("notAfter:[" + day + " TO " + day + "]").contains(one));
        assertTrue(find("notAfter:" + day.replace("-", "")).contains(one));
        assertEquals(List.of(), find("notAfter:[1990-01-01 TO 1990-12-31]"));
        assertEquals(all.stream().filter(each -> each.lints().stream().anyMatch(lint -> lint.id().equals("L01"))).toList(), find("lint:L01"));
        assertEquals(all.stream().filter(each -> each.lints().stream().anyMatch(lint -> lint.level().word().equals("error"))).toList(), find("lint:error"));
        assertEquals(all.stream().filter(each -> each.pathLength().orElse(-1) == 0).toList(), find("pathLength:0"));
    }

    @Test
    void wordsAreFoundWhereverTheyStand() throws IOException, QuerySyntaxException {
        assertFalse(find("serverAuth OR 1.3.6.1.5.5.7.3.1").isEmpty());
        assertFalse(find("'Issuing CA'").isEmpty());
        assertEquals(List.of(), find("'no certificate says this'"));
    }

    @Test
    void aQueryThatCannotBeUnderstoodIsSaid() {
        assertThrows(QuerySyntaxException.class, () -> find("hash:(sha1"));
    }

    @Test
    void twoAtOnceDoNotDisturbEachOther() throws IOException, QuerySyntaxException {
        CaseAnalysis analysis = Engine.standard().analyse(of);
        try (CertificateIndex one = analysis.certificateIndex(new CancelSignal()); CertificateIndex two = analysis.certificateIndex(new CancelSignal())) {
            assertEquals(one.find("hash:sha256"), two.find("hash:sha256"));
        }
    }
}
