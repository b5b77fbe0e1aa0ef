// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;

import org.electrode4d.nodes.execution.DataPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.KNIMEException;

class ScanListTest {

    @TempDir
    Path folder;

    private void touch(final String... names) throws Exception {
        for (final String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }

    @Test
    void numbersInNamesCountByValue() throws Exception {
        touch("scan10.tif", "scan2.tif", "scan1.tif", "notes.txt");
        final List<String> found =
            ScanList.inFolder(folder.toString(), "*.tif").stream().map(ScanSource::location).toList();
        assertEquals(List.of(folder + "/scan1.tif", folder + "/scan2.tif", folder + "/scan10.tif"), found);
    }

    @Test
    void aNameInAFolderThatIsAUrlIsEscaped() {
        assertEquals("knime://knime.workflow/data/scan%20%231%25.tif",
            DataPath.child("knime://knime.workflow/data", "scan #1%.tif"));
        assertEquals("/data/scan #1%.tif", DataPath.child("/data/", "scan #1%.tif"));
    }

    @Test
    void tellsWhatIsThereWhereNothingMatches() throws Exception {
        touch("a.raw", "b.raw");
        final KNIMEException e =
            assertThrows(KNIMEException.class, () -> ScanList.inFolder(folder.toString(), "*.tif"));
        assertTrue(e.getMessage().contains("*.tif") && e.getMessage().contains("a.raw, b.raw"), e.getMessage());
    }

    @Test
    void needsAFolder() throws Exception {
        touch("a.tif");
        final String file = folder.resolve("a.tif").toString();
        assertThrows(NotDirectoryException.class, () -> ScanList.inFolder(file, "*"));
        assertThrows(NoSuchFileException.class, () -> ScanList.inFolder(folder + "/none", "*"));
    }
}
