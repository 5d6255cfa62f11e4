package org.traceweave.readers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBytesTest {

    @TempDir
    Path folder;

    @Test
    void anyPlaceOfAFileCanBeRead() throws IOException {
        Path file = Files.write(folder.resolve("a.bin"), new byte[] {1, 2, 3, 4, 5});
        try (FileBytes bytes = FileBytes.open(file, "b.zip!/a.bin")) {
            assertEquals("b.zip!/a.bin", bytes.name());
            assertEquals(5, bytes.size());
            assertArrayEquals(new byte[] {3, 4}, bytes.read(2, 2));
            assertArrayEquals(new byte[] {5}, bytes.read(4, 100));
            assertArrayEquals(new byte[0], bytes.read(9, 3));
        }
    }

    @Test
    void aMissingFileIsNamedInOneSentence() {
        Path missing = folder.resolve("gone.txt");
        assertEquals(missing + " does not exist: check the path.", assertThrows(IOException.class, () -> FileBytes.open(missing)).getMessage());
    }

    @Test
    void aFolderIsNamedInOneSentence() {
        assertTrue(assertThrows(IOException.class, () -> FileBytes.open(folder)).getMessage().startsWith(folder + " is a folder"));
    }
}
