// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.io.Format;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.WriteOptions;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.ExecutionContext;

/** Makes cells of volumes: references to outside files, or copies in the file store of the executing node. */
public final class VolumeStorage {

    private VolumeStorage() {
    }

    /**
     * A cell for voxels that stay where they are.
     *
     * @param volume just opened from {@code location}
     * @param location path or URL as the user gave it
     * @param slicePattern which files of a folder are slices
     */
    public static VolumeCell reference(final Volume volume, final String location, final String slicePattern,
        final Progress progress) throws IOException {
        final String hash = ContentHash.ofReference(DataPath.resolve(location), progress);
        return VolumeCell.referenceTo(location, slicePattern, VolumeDescription.of(volume, hash));
    }

    /**
     * Writes a volume, lazy ones block by block, as OME-Zarr into a file store of the node. KNIME removes the file
     * store when the node is reset, fails or is cancelled.
     */
    public static VolumeCell store(final Volume volume, final ExecutionContext context, final Progress progress)
        throws IOException {
        final FileStore store = context.createFileStore("volume-" + UUID.randomUUID() + Format.OME_ZARR.suffix());
        final Path folder = store.getFile().toPath();
        VolumeFiles.write(volume, folder, WriteOptions.of(Format.OME_ZARR), progress.part(0, 0.95));
        return VolumeCell.storedIn(store,
            VolumeDescription.of(volume, ContentHash.ofAll(folder, progress.part(0.95, 1))));
    }
}
