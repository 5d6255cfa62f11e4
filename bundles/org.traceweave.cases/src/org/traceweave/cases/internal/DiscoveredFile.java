package org.traceweave.cases.internal;

import java.nio.file.Path;

/** A file that was found where an import was told to look: under which name, where, how big, and when it was written (milliseconds). */
record DiscoveredFile(String name, Path path, long size, long modified) {
}
