package org.traceweave.analysis.internal.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.traceweave.analysis.internal.certificates.StoreListing.Listed;
import org.traceweave.certificates.LintContext.Store;

/** What commands print of certificate stores. */
class StoreListingTest {

    private static final String HASH = "cdd4eeae6000ac7f40c3802c171e30148030c072";

    @Test
    void certutilPrintsIssuerBeforeSubject() {
        List<Listed> listed = StoreListing.read("""
                C:\\> certutil -store CA
                CA "Intermediate Certification Authorities"
                ================ Certificate 0 ================
                Serial Number: 11
                Issuer: CN="Contoso, Root", S=Bavaria, DC=contoso
                 NotBefore: 5/9/2001 4:19 PM
                Subject: CN=Contoso Issuing CA 1, DC=contoso
                Signature matches Public Key
                Cert Hash(sha1): cd d4 ee ae 60 00 ac 7f 40 c3 80 2c 17 1e 30 14 80 30 c0 72
                CertUtil: -store command completed successfully.""".lines().toList());
        assertEquals(List.of(new Listed(Store.INTERMEDIATE, HASH, Optional.of("CN=Contoso Issuing CA 1,DC=contoso"), Optional.of("CN=Contoso\\, Root,ST=Bavaria,DC=contoso"), 8)),
                listed);
    }

    @Test
    void powershellPrintsThumbprintAndSubject() {
        List<Listed> listed = StoreListing.read(List.of("", "   PSParentPath: Microsoft.PowerShell.Security\\Certificate::LocalMachine\\Root", "",
                "Thumbprint                                Subject", "----------                                -------",
                HASH.toUpperCase(java.util.Locale.ROOT) + "  CN=Contoso Root, DC=contoso"));
        assertEquals(List.of(new Listed(Store.ROOT, HASH, Optional.of("CN=Contoso Root,DC=contoso"), Optional.empty(), 5)), listed);
    }

    @Test
    void whatIsNoListingOrOfAnotherStoreTellsNothing() {
        assertEquals(List.of(), StoreListing.read(List.of("Cert Hash(sha1): " + HASH, "Root of all evil: CN=x", HASH)));
        assertEquals(List.of(), StoreListing.read(List.of("My \"Personal\"", "================ Certificate 0 ================", "Cert Hash(sha1): " + HASH)));
    }
}
