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
