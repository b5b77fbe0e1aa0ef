// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.volume.Progress;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.ExecutionContext;

/** Makes cells of models. */
public final class ModelStorage {

    private ModelStorage() {
    }

    /**
     * Writes a model into a file store of the node. KNIME removes the file store when the node is reset, fails or is
     * cancelled.
     */
    public static SegmentationModelCell store(final ModelFile model, final ExecutionContext context,
        final Progress progress) throws IOException {
        final FileStore store = context.createFileStore("model-" + UUID.randomUUID() + ModelFile.SUFFIX);
        final Path file = store.getFile().toPath();
        model.write(file);
        return new SegmentationModelCell(store,
            SegmentationModelDescription.of(model.description(), ContentHash.ofAll(file, progress)));
    }
}
