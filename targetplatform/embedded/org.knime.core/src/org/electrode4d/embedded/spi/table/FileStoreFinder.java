// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.IOException;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;

/** Finds the file stores of cells that are read. */
@FunctionalInterface
public interface FileStoreFinder {

    /** Outside of workflows. */
    FileStoreFinder NONE = key -> {
        throw new IOException("The file store " + key + " is of a workflow, but the table is of none");
    };

    /** @throws IOException if the workflow has no such file store */
    FileStore find(FileStoreKey key) throws IOException;
}
