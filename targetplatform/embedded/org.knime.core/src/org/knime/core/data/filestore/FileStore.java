// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.filestore;

import java.io.File;
import java.util.Objects;

/**
 * A file or folder that belongs to cells of a workflow. The node that has made it writes it; others only read. It is
 * saved with the workflow.
 */
public final class FileStore {

    private final FileStoreKey key;

    private final File file;

    FileStore(final FileStoreKey key, final File file) {
        this.key = Objects.requireNonNull(key);
        this.file = Objects.requireNonNull(file);
    }

    /** @return the file or folder; it does not exist until someone writes it */
    public File getFile() {
        return file;
    }

    FileStoreKey key() {
        return key;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
