// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;

import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;

/** Shows a cell as a small picture, with its colour bar; as text where no picture can be drawn. */
abstract class CellPicture extends AbstractPainterDataValueRenderer {

    /** Pixels along the longer side of the slice. */
    static final int SIZE = 160;

    private static final long serialVersionUID = 1L;

    private final String description;

    private transient BufferedImage picture;

    private String text = "";

    /** @param description of the renderer, for menus */
    CellPicture(final String description) {
        this.description = description;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    /** The picture of a value, or null where there is nothing to draw. */
    abstract BufferedImage draw(Object value) throws IOException;

    @Override
    protected final void setValue(final Object value) {
        text = String.valueOf(value);
        try {
            picture = draw(value);
        } catch (IOException | RuntimeException e) {
            picture = null;
            text = value + " (no picture: " + e.getMessage() + ")";
        }
    }

    @Override
    public final Dimension getPreferredSize() {
        return picture == null ? new Dimension(SIZE, 20) : new Dimension(picture.getWidth(), picture.getHeight());
    }

    @Override
    protected final void paintComponent(final Graphics graphics) {
        super.paintComponent(graphics);
        if (picture == null) {
            graphics.drawString(text, 2, 14);
        } else {
            drawFitting(graphics);
        }
    }

    /** As large as the table allows: cells of KNIME's tables have any size, but a picture keeps its proportions. */
    private void drawFitting(final Graphics graphics) {
        final double scale =
            Math.min(getWidth() / (double)picture.getWidth(), getHeight() / (double)picture.getHeight());
        final Graphics2D fine = (Graphics2D)graphics.create();
        try {
            fine.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            fine.drawImage(picture, 0, 0, (int)Math.round(picture.getWidth() * scale),
                (int)Math.round(picture.getHeight() * scale), null);
        } finally {
            fine.dispose();
        }
    }
}
