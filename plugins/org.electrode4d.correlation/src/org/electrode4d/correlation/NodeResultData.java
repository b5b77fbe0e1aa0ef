// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.electrode4d.volume.Point;

/** A node's result as bytes, without loss. */
final class NodeResultData {

    private NodeResultData() {
    }

    static void write(final NodeResult result, final DataOutput out) throws IOException {
        for (final double entry : result.transformation().f()) {
            out.writeDouble(entry);
        }
        write(result.transformation().displacement(), out);
        out.writeUTF(result.status().name());
        out.writeDouble(result.zncc());
        out.writeDouble(result.residual());
        out.writeInt(result.iterations());
        out.writeDouble(result.deltaPhiNorm());
        write(result.uncertainty(), out);
    }

    private static void write(final Point point, final DataOutput out) throws IOException {
        out.writeDouble(point.x());
        out.writeDouble(point.y());
        out.writeDouble(point.z());
    }

    static NodeResult read(final DataInput in) throws IOException {
        final double[] f = new double[9];
        for (int i = 0; i < f.length; i++) {
            f[i] = in.readDouble();
        }
        final Transformation map = Transformation.of(f, readPoint(in));
        return new NodeResult(map, NodeStatus.valueOf(in.readUTF()), in.readDouble(), in.readDouble(), in.readInt(),
            in.readDouble(), readPoint(in));
    }

    private static Point readPoint(final DataInput in) throws IOException {
        return new Point(in.readDouble(), in.readDouble(), in.readDouble());
    }
}
