// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.awt.image.BufferedImage;
import java.io.IOException;

import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRenderer;

/** Shows the middle slice of a volume. */
public final class VolumeRenderer extends CellPicture {

    private static final long serialVersionUID = 1L;

    private static final String DESCRIPTION = "Middle slice";

    VolumeRenderer() {
        super(DESCRIPTION);
    }

    @Override
    BufferedImage draw(final Object value) throws IOException {
        return value instanceof VolumeValue cell ? picture(cell) : null;
    }

    /** The middle slice with its bar of colours. */
    static BufferedImage picture(final VolumeValue cell) throws IOException {
        final Volume volume = cell.getVolume();
        return VolumeDisplay.of(volume).slice(volume, SlicePlane.XY, 0.5).withSize(SIZE).withTitle(volume.name())
            .render();
    }

    /** Named in the plug-in's manifest. */
    public static final class Factory extends AbstractDataValueRendererFactory {

        @Override
        public String getDescription() {
            return DESCRIPTION;
        }

        @Override
        public DataValueRenderer createRenderer(final DataColumnSpec spec) {
            return new VolumeRenderer();
        }
    }
}
