// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.awt.image.BufferedImage;
import java.io.IOException;

import org.electrode4d.nodes.picture.FieldQuantity;
import org.electrode4d.nodes.picture.SlicePlane;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRenderer;

/** Shows the magnitude of the displacement in the middle slice across the electrode. */
public final class DeformationFieldRenderer extends CellPicture {

    private static final long serialVersionUID = 1L;

    private static final String DESCRIPTION = "Displacement in the middle slice";

    DeformationFieldRenderer() {
        super(DESCRIPTION);
    }

    @Override
    BufferedImage draw(final Object value) throws IOException {
        return value instanceof DeformationFieldValue cell ? picture(cell) : null;
    }

    /** The displacement in the middle slice; null of a registration, which has one node only. */
    static BufferedImage picture(final DeformationFieldValue cell) throws IOException {
        if (cell.getDescription().nodes() == 1) {
            return null;
        }
        final FieldQuantity shown = FieldQuantity.MAGNITUDE;
        return SlicePlane.XZ.slice(shown.of(cell.getDeformationField()), 0.5).withSize(SIZE)
            .withColours(shown.colours()).withTitle(shown.title()).withUnit("[" + shown.unit() + "]").render();
    }

    /** Named in the plug-in's manifest. */
    public static final class Factory extends AbstractDataValueRendererFactory {

        @Override
        public String getDescription() {
            return DESCRIPTION;
        }

        @Override
        public DataValueRenderer createRenderer(final DataColumnSpec spec) {
            return new DeformationFieldRenderer();
        }
    }
}
