// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.Secrets;

/**
 * Where a table belongs.
 *
 * @param tableId its number in the workflow
 * @param node the node that makes it; null outside of workflows
 * @param folder where its rows go beyond a number of cells; null for the temporary folder of the platform
 */
public record StorePlace(int tableId, EmbeddedNode node, Path folder) {

    /** Outside of workflows. */
    public static final StorePlace NOWHERE = new StorePlace(-1, null, null);

    /** @return a new table of that node */
    public static StorePlace in(final EmbeddedNode node) {
        return Secrets.nodes().place(node);
    }

    Path createFile() throws IOException {
        if (folder != null) {
            return Files.createTempFile(folder, "table-", ".bin.snappy");
        }
        Path file = Files.createTempFile("electrode4d-table-", ".bin.snappy");
        file.toFile().deleteOnExit();
        return file;
    }

    FileStoreFinder fileStores() {
        return node == null ? FileStoreFinder.NONE : node.workflow()::fileStore;
    }
}
