// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.awt.image.BufferedImage;
import java.io.IOException;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.io.FieldZarr;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStore;

/** A deformation field in a table; its nodes are in the workflow's file store. Equal where the content is the same. */
public final class DeformationFieldCell extends DescribedCell<FieldDescription> implements DeformationFieldValue {

    /** The type of a column of deformation fields. */
    public static final DataType TYPE = DataType.getType(DeformationFieldCell.class);

    private static final long serialVersionUID = 1L;

    DeformationFieldCell(final FileStore store, final FieldDescription description) {
        super(description, store);
    }

    /** Used on the way back from disk, where the framework hands over the file store afterwards. */
    private DeformationFieldCell(final FieldDescription description) {
        super(description);
    }

    @Override
    public DeformationField getDeformationField() throws IOException {
        return FieldZarr.read(getFileStores()[0].getFile().toPath());
    }

    @Override
    public BufferedImage reportPicture() throws IOException {
        return DeformationFieldRenderer.picture(this);
    }

    /** Writes and reads what a cell keeps; the framework takes care of the file store. */
    public static final class Serializer implements DataCellSerializer<DeformationFieldCell> {

        @Override
        public void serialize(final DeformationFieldCell cell, final DataCellDataOutput out) throws IOException {
            cell.getDescription().write(out);
        }

        @Override
        public DeformationFieldCell deserialize(final DataCellDataInput in) throws IOException {
            return new DeformationFieldCell(FieldDescription.read(in));
        }
    }
}
