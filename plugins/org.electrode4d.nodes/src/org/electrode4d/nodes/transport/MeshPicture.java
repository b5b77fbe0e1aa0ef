// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.picture.LabelColours;

/**
 * A mesh of triangles in the colours of its phases, x to the right and y down, with its edges as thin lines.
 *
 * @param mesh in the plane
 */
record MeshPicture(SimplexMesh mesh) {

    private static final int MARGIN = 4;
    private static final int SMALLEST = 600;
    private static final int LARGEST = 2400;
    /** Wanted length in pixels of a typical edge, so that triangles can be told apart. */
    private static final double EDGE = 7;
    private static final Color LINES = new Color(255, 255, 255, 150);

    BufferedImage render() {
        final double[] x = range(0);
        final double[] y = range(1);
        final double longer = Math.max(x[1] - x[0], y[1] - y[0]);
        final double typical = Math.sqrt(2 * (x[1] - x[0]) * (y[1] - y[0]) / mesh.cellCount());
        final double scale = Math.max(SMALLEST, Math.min(LARGEST, EDGE * longer / typical)) / longer;
        final BufferedImage image = new BufferedImage((int)Math.ceil((x[1] - x[0]) * scale) + 2 * MARGIN,
            (int)Math.ceil((y[1] - y[0]) * scale) + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setStroke(new BasicStroke(0.5f));
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            final Path2D triangle = triangle(cell, x[0], y[0], scale);
            graphics.setColor(new Color(LabelColours.rgb(mesh.phases()[cell])));
            graphics.fill(triangle);
            graphics.setColor(LINES);
            graphics.draw(triangle);
        }
        graphics.dispose();
        return image;
    }

    private Path2D triangle(final int cell, final double left, final double top, final double scale) {
        final Path2D path = new Path2D.Double();
        for (int corner = 0; corner < 3; corner++) {
            final int vertex = mesh.vertex(cell, corner);
            final double x = MARGIN + (mesh.coordinate(vertex, 0) - left) * scale;
            final double y = MARGIN + (mesh.coordinate(vertex, 1) - top) * scale;
            if (corner == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private double[] range(final int axis) {
        final double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            range[0] = Math.min(range[0], mesh.coordinate(vertex, axis));
            range[1] = Math.max(range[1], mesh.coordinate(vertex, axis));
        }
        return range;
    }
}
