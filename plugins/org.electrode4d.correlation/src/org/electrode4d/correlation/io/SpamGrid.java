// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.volume.Point;

/** The regular grid that the positions of a table form, in any order of the lines. */
final class SpamGrid {

    private final SpamTable table;
    private final GridAxis x;
    private final GridAxis y;
    private final GridAxis z;

    /** @throws FieldFormatException if the positions are not evenly spaced, or some are missing or doubled */
    SpamGrid(final SpamTable table) throws FieldFormatException {
        this.table = table;
        x = axis("Xpos");
        y = axis("Ypos");
        z = axis("Zpos");
        final long size = (long)x.count() * y.count() * z.count();
        if (size != table.rows().size()) {
            throw incomplete();
        }
        final boolean[] present = new boolean[(int)size];
        for (final double[] row : table.rows()) {
            present[index(row)] = true;
        }
        for (final boolean node : present) {
            if (!node) {
                throw incomplete();
            }
        }
    }

    private FieldFormatException incomplete() {
        return table.problem("There are " + table.rows().size() + " nodes, but their positions form a grid of "
            + x.count() + " x " + y.count() + " x " + z.count() + ". Nodes are missing or doubled.");
    }

    private GridAxis axis(final String column) throws FieldFormatException {
        final double[] positions = table.rows().stream().mapToDouble(row -> table.value(row, column)).sorted()
            .distinct().toArray();
        return GridAxis.of(positions).orElseThrow(() -> table.problem("The positions in " + column
            + " are not evenly spaced. A regular grid of nodes was expected."));
    }

    /** Along an axis with one layer of nodes the spacing is the largest of the others. */
    NodeGrid nodes() {
        final double spacing = Math.max(1, Math.max(x.spacing(), Math.max(y.spacing(), z.spacing())));
        return new NodeGrid(new Point(x.first(), y.first(), z.first()),
            new Point(x.spacingOr(spacing), y.spacingOr(spacing), z.spacingOr(spacing)), x.count(), y.count(),
            z.count());
    }

    /** Number of the node that a line is about. */
    int index(final double[] row) {
        final Point at = table.position(row);
        return (z.index(at.z()) * y.count() + y.index(at.y())) * x.count() + x.index(at.x());
    }
}
