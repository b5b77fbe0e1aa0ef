// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.InterfaceShape;
import org.electrode4d.transport.mesh.MeshSettings;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

/** Images: 0 is the pore, 1 is solved. */
class StructureDiffusionTest {

    private static final MeshSettings STAIRS = MeshSettings.defaults().withInterfaces(InterfaceShape.STAIRCASE);

    /** 1 µm²/s and 4 µm/s. */
    private static DiffusionSettings settings(final double... outputs) {
        return new DiffusionSettings(List.of(new SolvedPhase(1, 1, 1e-12)), new LithiumSource(Set.of(0), 2, 4e-6),
            STAIRS, 2, new DiffusionSettings.Times(outputs, outputs[outputs.length - 1], 1e-4));
    }

    private static Volume labels(final int nx, final int ny, final int nz, final byte[] values) {
        return Volume.of("phases", ArrayImgs.unsignedBytes(values, nx, ny, nz), new VoxelSize(0.1, 0.2, 0.05))
            .withOrigin(new Point(3, 4, 5));
    }

    /** Pore in the first voxel along one axis, 1 µm of solved phase behind it. */
    private static Volume slab(final int axis) {
        final int[] counts = {axis == 0 ? 11 : axis == 1 ? 1 : 3, axis == 1 ? 6 : axis == 2 ? 1 : 3,
            axis == 2 ? 21 : axis == 0 ? 1 : 3};
        final byte[] values = new byte[counts[0] * counts[1] * counts[2]];
        for (int i = 0; i < values.length; i++) {
            final int[] at = {i % counts[0], i / counts[0] % counts[1], i / counts[0] / counts[1]};
            values[i] = (byte)(at[axis] == 0 ? 0 : 1);
        }
        return labels(counts[0], counts[1], counts[2], values);
    }

    private static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    @Test
    void slicesAcrossAnyAxisAreSolvedInThePlane() {
        for (int axis = 0; axis < 3; axis++) {
            final Volume slab = slab(axis);
            final StructureDiffusion.Outcome outcome =
                StructureDiffusion.of(slab, Optional.empty(), List.of(), settings(0.2), Progress.NONE).orElseThrow();
            final Volume map = outcome.maps().get(0);
            assertEquals(slab.shape(), map.shape());
            assertEquals(slab.origin(), map.origin());
            assertEquals(slab.voxelSize(), map.voxelSize());
            final float[] values = read(map);
            final int stride = axis == 0 ? 1
                : axis == 1 ? (int)slab.shape().x() : (int)(slab.shape().x() * slab.shape().y());
            final double step = new double[]{0.1, 0.2, 0.05}[axis];
            assertTrue(Float.isNaN(values[0]), "the pore is no part of the mesh");
            for (int i = 1; i < slab.shape().along(axis); i++) {
                assertEquals(2 * ExactUptake.SLAB.concentration(4, 1 - (i - 0.5) * step, 0.2), values[i * stride],
                    2e-3, "axis " + axis + ", voxel " + i);
            }
        }
    }

    @Test
    void systemsThatDoNotFitAreRefused() {
        StructureDiffusion.requireMemory(1_000_000, 1 << 30);
        final TransportException refused =
            assertThrows(TransportException.class, () -> StructureDiffusion.requireMemory(100_000_000, 1 << 30));
        assertTrue(refused.getMessage().startsWith("The linear systems take some 6103 MB or more, but the program has "
            + "only 1024 MB. Choose linear elements"), refused.getMessage());
    }

    @Test
    void aSpaceIsCancelledWhileItIsMade() {
        final int[] checks = {0};
        final Progress impatient = new Progress() {
            @Override
            public void check() {
                if (++checks[0] > 3) {
                    throw new CancellationException();
                }
            }

            @Override
            public void report(final double fraction, final String message) {
            }
        };
        final SimplexMesh mesh = SimpleMeshes.box(new int[]{130, 130}, 1, 1);
        assertThrows(CancellationException.class, () -> LagrangeSpace.of(mesh, 2, impatient));
    }

    @Test
    void aVolumeIsSolvedInSpace() {
        final byte[] values = new byte[11 * 3 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(i % 11 == 0 ? 0 : 1);
        }
        final StructureDiffusion.Outcome outcome = StructureDiffusion.of(labels(11, 3, 4, values),
            Optional.of(labels(11, 3, 4, particles(11, 3, 4))), List.of(), settings(0.2), Progress.NONE).orElseThrow();
        assertEquals(2 * ExactUptake.SLAB.mean(4, 0.2), outcome.result().mean()[outcome.result().mean().length - 1],
            2e-3);
        final List<List<GroupUptake>> uptakes = outcome.result().uptakes();
        final GroupUptake all = uptakes.get(0).get(0);
        assertEquals(1 * 0.6 * 0.2, all.measure(), 1e-9);
        assertEquals(all.uptake(), uptakes.get(1).get(0).uptake(), 1e-12);
        assertEquals(2, uptakes.get(2).size());
        assertEquals(7, uptakes.get(2).get(0).label());
        assertEquals(all.uptake(), uptakes.get(2).get(0).uptake() + uptakes.get(2).get(1).uptake(), 1e-9);
        assertTrue(uptakes.get(2).get(0).concentration() > uptakes.get(2).get(1).concentration(), "7 is at the pore");
    }

    /** 7 near the pore, 9 behind it. */
    private static byte[] particles(final int nx, final int ny, final int nz) {
        final byte[] values = new byte[nx * ny * nz];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(i % nx == 0 ? 0 : i % nx < 6 ? 7 : 9);
        }
        return values;
    }

    @Test
    void concentrationsStayBetweenNothingAndTheSource() {
        final byte[] values = new byte[40 * 40];
        final Random random = new Random(4);
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(random.nextDouble() < 0.2 ? 0 : 1);
        }
        final StructureDiffusion.Outcome outcome = StructureDiffusion.of(labels(40, 40, 1, values), Optional.empty(),
            List.of(), settings(0.002, 0.02, 50), Progress.NONE).orElseThrow();
        for (final Volume map : outcome.maps()) {
            for (final float value : read(map)) {
                assertTrue(Float.isNaN(value) || value > -0.02 && value < 2.002, () -> "concentration " + value);
            }
        }
        final DiffusionResult.Balance balance = outcome.result().balance();
        assertEquals(balance.uptake(), balance.inflow(), 1e-7 * balance.capacity());
        assertEquals(balance.capacity() * balance.connected(), balance.uptake(), 1e-4 * balance.capacity());
    }

    /** Voxels that touch at a corner alone: nothing may leak from the one at the pore into the other. */
    @Test
    void nothingLeaksThroughCorners() {
        final byte[] values = {0, 1, 2, 2, 2, 1};
        final StructureDiffusion.Outcome outcome = StructureDiffusion.of(labels(3, 2, 1, values), Optional.empty(),
            List.of(), settings(100), Progress.NONE).orElseThrow();
        final float[] map = read(outcome.maps().get(0));
        assertEquals(2, map[1], 1e-4);
        assertEquals(0, map[5]);
        assertEquals(0.5, outcome.result().balance().connected(), 1e-9);
    }

    @Test
    void aPhaseThatIsNowhereGivesNothing() {
        assertTrue(StructureDiffusion.of(labels(2, 2, 1, new byte[4]), Optional.empty(), List.of(), settings(1),
            Progress.NONE).isEmpty());
    }

    @Test
    void aProbeInThePoreIsRefused() {
        final String message = assertThrows(TransportException.class, () -> StructureDiffusion.of(slab(0),
            Optional.empty(), List.of(new ProbePoint("II", new Point(3, 4.2, 5))), settings(1), Progress.NONE))
            .getMessage();
        assertEquals("Probe II at (3.000, 4.200) µm is outside of the solved phases. The nearest place in them is "
            + "(3.050, 4.300) µm, 0.1118 µm away.", message);
    }
}
