// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeFormatException;
import org.electrode4d.volume.io.VolumeSource;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStore;

/**
 * A volume in a table: either a reference to files that stay where they are, or voxels in the workflow's own file store
 * (an OME-Zarr folder). Two cells are equal where their volumes have the same content.
 */
public final class VolumeCell extends DescribedCell<VolumeDescription> implements VolumeValue {

    /** The type of a column of volumes. */
    public static final DataType TYPE = DataType.getType(VolumeCell.class);

    private static final long serialVersionUID = 1L;

    /** A path or URL as the user gave it; empty where the voxels are in the file store. */
    private final String location;

    private final String slicePattern;

    /** Without file stores: of a reference, and on the way back from disk, where the framework hands them over later. */
    private VolumeCell(final String location, final String slicePattern, final VolumeDescription description) {
        super(description);
        this.location = location;
        this.slicePattern = slicePattern;
    }

    private VolumeCell(final FileStore store, final VolumeDescription description) {
        super(description, store);
        location = "";
        slicePattern = "";
    }

    /**
     * A cell for voxels that stay where they are.
     *
     * @param location path or URL of a file, an OME-Zarr folder or a folder of slices
     * @param slicePattern which files of a folder are slices
     */
    public static VolumeCell referenceTo(final String location, final String slicePattern,
        final VolumeDescription description) {
        return new VolumeCell(location, slicePattern, description);
    }

    /** A cell for voxels that were written as OME-Zarr into a file store. */
    static VolumeCell storedIn(final FileStore store, final VolumeDescription description) {
        return new VolumeCell(store, description);
    }

    @Override
    public Volume getVolume() throws IOException {
        final VolumeDescription description = getDescription();
        final Volume volume = VolumeFiles.open(
            new VolumeSource(path(), slicePattern, Optional.of(description.voxelSize())));
        if (!volume.shape().equals(description.shape()) || volume.type() != description.type()) {
            throw new VolumeFormatException(path(), "It has changed since it was read into the table: it is now "
                + volume.shape() + " " + volume.type() + ", it was " + description.shape() + " " + description.type()
                + ". Run the reader again.");
        }
        return volume.withName(description.name()).withOrigin(description.origin())
            .withMetadata(description.metadata());
    }

    @Override
    public BufferedImage reportPicture() throws IOException {
        return VolumeRenderer.picture(this);
    }

    private Path path() throws IOException {
        return location.isEmpty() ? getFileStores()[0].getFile().toPath() : DataPath.resolve(location);
    }

    /** Writes and reads what a cell keeps; the framework takes care of the file stores. */
    public static final class Serializer implements DataCellSerializer<VolumeCell> {

        @Override
        public void serialize(final VolumeCell cell, final DataCellDataOutput out) throws IOException {
            out.writeUTF(cell.location);
            out.writeUTF(cell.slicePattern);
            cell.getDescription().write(out);
        }

        @Override
        public VolumeCell deserialize(final DataCellDataInput in) throws IOException {
            final String location = in.readUTF();
            final String slicePattern = in.readUTF();
            return new VolumeCell(location, slicePattern, VolumeDescription.read(in));
        }
    }
}
