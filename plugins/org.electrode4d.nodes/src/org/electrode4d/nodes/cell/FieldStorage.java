// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.io.FieldZarr;
import org.electrode4d.volume.Progress;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.ExecutionContext;

/** Makes cells of deformation fields. */
public final class FieldStorage {

    private FieldStorage() {
    }

    /**
     * Writes a field into a file store of the node. KNIME removes the file store when the node is reset, fails or is
     * cancelled.
     */
    public static DeformationFieldCell store(final DeformationField field, final ExecutionContext context,
        final Progress progress) throws IOException {
        final FileStore store = context.createFileStore("field-" + UUID.randomUUID());
        final Path folder = store.getFile().toPath();
        FieldZarr.write(field, folder);
        return new DeformationFieldCell(store,
            FieldDescription.of(field, ContentHash.ofAll(folder, progress)));
    }
}
