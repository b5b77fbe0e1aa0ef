// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package lab.demo;

import java.io.IOException;

import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataValue;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/** The cells of the reference workflow: a raw volume in a file store, and its size. */
public final class LabVolumeCell extends FileStoreCell implements DataValue {

    private static final long serialVersionUID = 1L;

    private final int[] size;

    private LabVolumeCell(final int[] size) {
        this.size = size;
    }

    /** The numbers of voxels. */
    public int[] size() {
        return size;
    }

    public FileStore store() {
        return getFileStores()[0];
    }

    /** Writes and reads the size. */
    public static final class Serializer implements DataCellSerializer<LabVolumeCell> {

        @Override
        public void serialize(final LabVolumeCell cell, final DataCellDataOutput output) throws IOException {
            output.writeInt(cell.size.length);
            for (int n : cell.size) {
                output.writeInt(n);
            }
        }

        @Override
        public LabVolumeCell deserialize(final DataCellDataInput input) throws IOException {
            int[] size = new int[input.readInt()];
            for (int i = 0; i < size.length; i++) {
                size[i] = input.readInt();
            }
            return new LabVolumeCell(size);
        }
    }
}
