// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.IOException;

import org.electrode4d.learning.model.ModelFile;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStore;

/** A trained model in a table; its file is in the workflow's file store. Equal where the content is the same. */
public final class SegmentationModelCell extends DescribedCell<SegmentationModelDescription>
    implements SegmentationModelValue {

    /** The type of a column of models. */
    public static final DataType TYPE = DataType.getType(SegmentationModelCell.class);

    private static final long serialVersionUID = 1L;

    SegmentationModelCell(final FileStore store, final SegmentationModelDescription description) {
        super(description, store);
    }

    /** Used on the way back from disk, where the framework hands over the file store afterwards. */
    private SegmentationModelCell(final SegmentationModelDescription description) {
        super(description);
    }

    @Override
    public ModelFile getModel() throws IOException {
        return ModelFile.read(getFileStores()[0].getFile().toPath());
    }

    /** Writes and reads what a cell keeps; the framework takes care of the file store. */
    public static final class Serializer implements DataCellSerializer<SegmentationModelCell> {

        @Override
        public void serialize(final SegmentationModelCell cell, final DataCellDataOutput out) throws IOException {
            cell.getDescription().write(out);
        }

        @Override
        public SegmentationModelCell deserialize(final DataCellDataInput in) throws IOException {
            return new SegmentationModelCell(SegmentationModelDescription.read(in));
        }
    }
}
