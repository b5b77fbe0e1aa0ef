// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.awt.image.BufferedImage;
import java.io.IOException;

import org.electrode4d.report.Reported;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;

/**
 * A cell that holds a description, while the content is in files. Cells are equal where the content is, also after a
 * file store was copied.
 */
abstract class DescribedCell<D extends CellDescription> extends FileStoreCell implements Described, Reported {

    private static final long serialVersionUID = 1L;

    private final transient D description;

    DescribedCell(final D description, final FileStore store) {
        super(store);
        this.description = description;
    }

    /** Without file stores: where the content is elsewhere, and where the framework hands them over afterwards. */
    DescribedCell(final D description) {
        this.description = description;
    }

    @Override
    public final D getDescription() {
        return description;
    }

    @Override
    protected final boolean equalsDataCell(final DataCell other) {
        return equalContent((DataValue)other);
    }

    @Override
    protected final boolean equalContent(final DataValue other) {
        return other instanceof Described described && description.sameContent(described.getDescription());
    }

    @Override
    public final int hashCode() {
        return description.contentHash().hashCode();
    }

    @Override
    public final String reportText() {
        return toString();
    }

    @Override
    public final String reportChecksum() {
        return description.contentHash();
    }

    @Override
    public BufferedImage reportPicture() throws IOException {
        return null;
    }

    @Override
    public final String toString() {
        return description.toString();
    }
}
