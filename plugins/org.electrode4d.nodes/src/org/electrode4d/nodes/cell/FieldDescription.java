// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.nodes.picture.NumberText;

/**
 * What a cell keeps of a deformation field.
 *
 * @param nx nodes along x; ny and nz likewise
 * @param spacing mean node spacing in voxels
 * @param converged number of converged nodes
 * @param filled number of nodes that were filled from their neighbours
 * @param contentHash see {@link ContentHash}
 */
public record FieldDescription(int nx, int ny, int nz, double spacing, long converged, long filled,
    String contentHash) implements CellDescription {

    private static final byte VERSION = 1;

    static FieldDescription of(final DeformationField field, final String contentHash) {
        final NodeGrid grid = field.grid();
        return new FieldDescription(grid.nx(), grid.ny(), grid.nz(), grid.meanSpacing(),
            field.count(NodeStatus.CONVERGED), field.count(NodeStatus.FILLED), contentHash);
    }

    @Override
    public boolean sameContent(final CellDescription other) {
        return equals(other);
    }

    /** Number of nodes. */
    public int nodes() {
        return nx * ny * nz;
    }

    void write(final DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeInt(nx);
        out.writeInt(ny);
        out.writeInt(nz);
        out.writeDouble(spacing);
        out.writeLong(converged);
        out.writeLong(filled);
        out.writeUTF(contentHash);
    }

    static FieldDescription read(final DataInput in) throws IOException {
        final byte version = in.readByte();
        if (version != VERSION) {
            throw new IOException("This deformation field was stored by a newer version of Electrode4D (cell version "
                + version + ", known here: " + VERSION + ").");
        }
        return new FieldDescription(in.readInt(), in.readInt(), in.readInt(), in.readDouble(), in.readLong(),
            in.readLong(), in.readUTF());
    }

    /** One line. */
    @Override
    public String toString() {
        if (nodes() == 1) {
            return converged == 1 ? "Registration, converged" : "Registration, not converged";
        }
        return String.format(Locale.ROOT, "%d × %d × %d nodes every %s voxels, %.1f %% converged, %.1f %% filled",
            nx, ny, nz, NumberText.of(spacing), 100.0 * converged / nodes(), 100.0 * filled / nodes());
    }
}
