// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.io.IOException;
import java.nio.file.Path;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.volumes.ElectrodePhantomNodeFactory;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;

/**
 * Slices of labels as somebody paints them: strokes within phases, away from their boundaries. Label 0 is not painted,
 * 1 to 5 are pore, binder, graphite, silicon and copper.
 */
final class PaintedSlices {

    /** Edge of the scan that is painted, in voxels. */
    static final int SIZE = 80;

    private static final int[] ROWS = {26, 54};
    /** Breadth of a stroke of the brush, and how far strokes are apart, in voxels. */
    private static final int BREADTH = 4;
    private static final int DISTANCE = 8;
    private static final int COPPER = 5;

    private PaintedSlices() {
    }

    /** Writes two slices across the electrode, with x to the right and z down, named by step and place along y. */
    static void write(final Path folder) throws IOException {
        final float[] phases = phases();
        for (final int y : ROWS) {
            final byte[] painted = new byte[SIZE * SIZE];
            for (int i = 0; i < painted.length; i++) {
                painted[i] = label(phases, i % SIZE, y, i / SIZE);
            }
            final Volume slice = Volume.of("painted", ArrayImgs.unsignedBytes(painted, SIZE, SIZE, 1),
                TestVolumes.HALF);
            TestVolumes.write(slice, folder.resolve(String.format("T0-y%04d.tif", y)));
        }
    }

    private static float[] phases() throws IOException {
        try (NodeTester tester = NodeTester.open()) {
            final Volume truth = ((VolumeValue)tester.node(new ElectrodePhantomNodeFactory()).set("strains", "0")
                .set("size", SIZE).run().cell(0, 0, "True phases")).getVolume();
            final float[] phases = new float[SIZE * SIZE * SIZE];
            truth.read(Block.of(truth.shape()), phases);
            return phases;
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The phantom that is painted cannot be made", e);
        }
    }

    private static byte label(final float[] phases, final int x, final int y, final int z) {
        final int phase = phase(phases, x, y, z);
        final boolean within = phase(phases, x - 1, y, z) == phase && phase(phases, x + 1, y, z) == phase
            && phase(phases, x, y, z - 1) == phase && phase(phases, x, y, z + 1) == phase;
        if (!within || (x + z) % DISTANCE >= BREADTH) {
            return 0;
        }
        return (byte)(phase == COPPER ? COPPER : phase + 1);
    }

    private static int phase(final float[] phases, final int x, final int y, final int z) {
        return (int)phases[inside(x) + SIZE * (y + SIZE * inside(z))];
    }

    private static int inside(final int place) {
        return Math.min(SIZE - 1, Math.max(0, place));
    }
}
