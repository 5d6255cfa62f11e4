package org.traceweave.cases.internal;

import java.nio.file.Path;
import java.util.Set;
import org.traceweave.readers.Archives;

/** Gives each source of a case a name of its own: the file's, or with as many folders before it as it takes to tell it apart. */
final class SourceNaming {

    private final Set<String> taken;

    SourceNaming(Set<String> taken) {
        this.taken = taken;
    }

    /** A name that no other source has, which from now on is taken. {@code path}: the file's, or that of the archive it is in. */
    String name(String wanted, Path path) {
        int separator = wanted.indexOf(Archives.SEPARATOR);
        String file = separator < 0 ? wanted : wanted.substring(0, separator);
        String member = separator < 0 ? "" : wanted.substring(separator);
        String longer = file;
        for (int folders = Path.of(file).getNameCount() + 1; taken.contains(longer + member) && folders <= path.getNameCount(); folders++) {
            longer = path.subpath(path.getNameCount() - folders, path.getNameCount()).toString().replace('\\', '/');
        }
        String name = longer + member;
        for (int number = 2; taken.contains(name); number++) {
            name = longer + member + " (" + number + ")";
        }
        taken.add(name);
        return name;
    }
}
