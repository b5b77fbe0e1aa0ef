// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.IOException;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.io.FieldZarr;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/** A deformation field in a table; its nodes are in the workflow's file store. Equal where the content is the same. */
public final class DeformationFieldCell extends FileStoreCell implements DeformationFieldValue {

    /** The type of a column of deformation fields. */
    public static final DataType TYPE = DataType.getType(DeformationFieldCell.class);

    private static final long serialVersionUID = 1L;

    private final transient FieldDescription description;

    DeformationFieldCell(final FileStore store, final FieldDescription description) {
        super(store);
        this.description = description;
    }

    /** Used on the way back from disk, where the framework hands over the file store afterwards. */
    private DeformationFieldCell(final FieldDescription description) {
        this.description = description;
    }

    @Override
    public FieldDescription getDescription() {
        return description;
    }

    @Override
    public DeformationField getDeformationField() throws IOException {
        return FieldZarr.read(getFileStores()[0].getFile().toPath());
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return description.equals(((DeformationFieldCell)other).description);
    }

    @Override
    protected boolean equalContent(final DataValue other) {
        return description.equals(((DeformationFieldValue)other).getDescription());
    }

    @Override
    public int hashCode() {
        return description.contentHash().hashCode();
    }

    @Override
    public String toString() {
        return description.toString();
    }

    /** Writes and reads what a cell keeps; the framework takes care of the file store. */
    public static final class Serializer implements DataCellSerializer<DeformationFieldCell> {

        @Override
        public void serialize(final DeformationFieldCell cell, final DataCellDataOutput out) throws IOException {
            cell.description.write(out);
        }

        @Override
        public DeformationFieldCell deserialize(final DataCellDataInput in) throws IOException {
            return new DeformationFieldCell(FieldDescription.read(in));
        }
    }
}
