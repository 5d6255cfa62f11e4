package org.traceweave.analysis.internal.certificates;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.traceweave.certificates.LintContext.Store;

/**
 * Which Windows store a file of certificates was exported from, where its name says so: {@code Root.sst}, {@code FE01-Root.sst},
 * {@code LocalMachine-Root-store.pem}. A name that may as well be that of a CA ({@code Contoso-Root.p7b}) says nothing: such a file holds a chain.
 */
public final class ExportedStore {

    private static final Set<String> LISTS = Set.of("sst", "p7b", "pem");
    /** Words that tell that the file is what a store of a machine holds. */
    private static final Set<String> STORE_WORDS = Set.of("store", "localmachine", "currentuser", "lm");

    private ExportedStore() {
    }

    /** @param hosts machines of the case, as which a file may be named */
    public static Optional<Store> of(String source, Collection<String> hosts) {
        String file = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1).toLowerCase(Locale.ROOT);
        int dot = file.lastIndexOf('.');
        String kind = file.substring(dot + 1);
        if (dot < 0 || !LISTS.contains(kind)) {
            return Optional.empty();
        }
        List<String> words = Arrays.stream(file.substring(0, dot).split("[^a-z0-9]+")).filter(word -> !word.isEmpty()).toList();
        List<String> names = words.stream().filter(word -> StoreListing.named(word).isPresent()).toList();
        if (names.size() != 1) {
            return Optional.empty();
        }
        List<String> rest = words.stream().filter(word -> !names.contains(word)).toList();
        boolean bare = rest.isEmpty() && kind.equals("sst");
        boolean ofStore = rest.stream().anyMatch(STORE_WORDS::contains);
        boolean ofMachine = !rest.isEmpty() && hosts.stream().anyMatch(host -> rest.equals(Arrays.stream(host.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")).toList()));
        // one may save chosen certificates as .sst under any name; still, that of a store with something before it is the usual name of an export
        boolean named = kind.equals("sst") && words.getLast().equals(names.getFirst()) && StoreListing.named(names.getFirst()).equals(Optional.of(Store.ROOT));
        return bare || ofStore || ofMachine || named ? StoreListing.named(names.getFirst()) : Optional.empty();
    }
}
