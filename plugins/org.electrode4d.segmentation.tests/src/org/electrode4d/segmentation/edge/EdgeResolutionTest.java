// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.apache.commons.math3.special.Erf;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class EdgeResolutionTest {

    private static final double FWHM = 2 * 2 * Math.sqrt(2 * Math.log(2));

    private static final VoxelSize UNIT = VoxelSize.isotropic(1);

    @FunctionalInterface
    private interface Distance {
        /** To the surface in µm, positive inside of the bright phase. */
        double at(double x, double y, double z);
    }

    /** Grey values 10000 and 40000 with an edge that a Gaussian of so many µm blurred, and noise. */
    private static Volume edges(final Shape shape, final VoxelSize size, final double sigma, final double noise,
        final Distance distance) {
        final Random random = new Random(53);
        final short[] values = new short[(int)shape.voxels()];
        for (int i = 0; i < values.length; i++) {
            final double d = distance.at(i % shape.x() * size.x(), i / shape.x() % shape.y() * size.y(),
                i / (shape.x() * shape.y()) * size.z());
            final double blurred = (1 + Erf.erf(Math.max(-5, Math.min(5, d / (sigma * Math.sqrt(2)))))) / 2;
            values[i] = (short)Math.round(10_000 + 30_000 * blurred + noise * random.nextGaussian());
        }
        return Volume.of("scan", ArrayImgs.unsignedShorts(values, shape.x(), shape.y(), shape.z()), size);
    }

    private static void assertWidth(final double expected, final Spread measured, final double tolerance) {
        assertEquals(expected, measured.mean(), tolerance * expected, measured.toString());
    }

    private static EdgeResolution.Report measure(final Volume volume, final int edges) {
        return EdgeResolution.of(volume, EdgeSettings.DEFAULT.withEdges(edges), Progress.NONE);
    }

    @Test
    void aSmoothEdgeHasItsAnalyticWidth() {
        final EdgeResolution.Report report =
            measure(edges(new Shape(128, 64, 1), UNIT, 2, 0, (x, y, z) -> x - 63.25), 5);
        assertEquals(5, report.edges().size());
        assertWidth(FWHM, report.erfWidth(), 0.002);
        assertWidth(FWHM, report.splineWidth(), 0.005);
        assertEquals(63.25, report.edges().get(0).position().x(), 0.01);
        assertEquals(30_000, report.edges().get(0).contrast(), 30);
    }

    @Test
    void aNoisyEdgeHasItsAnalyticWidth() {
        final EdgeResolution.Report report =
            measure(edges(new Shape(128, 64, 1), UNIT, 2, 100, (x, y, z) -> x - 63.25), 5);
        assertWidth(FWHM, report.erfWidth(), 0.005);
        assertWidth(FWHM, report.splineWidth(), 0.005);
    }

    @Test
    void obliqueAnisotropicAndNoisyEdges() {
        final VoxelSize size = new VoxelSize(0.8, 1, 1.25);
        final double norm = Math.sqrt(1 + 4 + 0.49);
        final EdgeResolution.Report report = measure(edges(new Shape(80, 70, 60), size, 2.2, 1500,
            (x, y, z) -> (x + 2 * y + 0.7 * z - 120) / norm), 10);
        assertWidth(1.1 * FWHM, report.erfWidth(), 0.015);
        assertWidth(1.1 * FWHM, report.splineWidth(), 0.04);
        final Point normal = report.edges().get(0).normal();
        assertEquals(1, normal.x() * (1 / norm) + normal.y() * (2 / norm) + normal.z() * (0.7 / norm), 1e-3);
    }

    @Test
    void aCurvedSurfaceDoesNotWidenTheEdge() {
        final EdgeResolution.Report report = measure(edges(new Shape(64, 64, 64), UNIT, 2, 0,
            (x, y, z) -> 16 - Math.sqrt(Math.pow(x - 31.3, 2) + Math.pow(y - 31.7, 2) + Math.pow(z - 31.4, 2))), 10);
        assertWidth(FWHM, report.erfWidth(), 0.005);
    }

    @Test
    void eachParticleGivesOneEdge() {
        final Shape shape = new Shape(130, 60, 60);
        final Distance balls = (x, y, z) -> Math.max(
            16 - Math.sqrt(Math.pow(x - 32, 2) + Math.pow(y - 30, 2) + Math.pow(z - 30, 2)),
            16 - Math.sqrt(Math.pow(x - 96, 2) + Math.pow(y - 30, 2) + Math.pow(z - 30, 2)));
        final byte[] labels = new byte[(int)shape.voxels()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)(balls.at(i % 130, i / 130 % 60, i / 7800) < 0 ? 0 : i % 130 < 65 ? 5 : 9);
        }
        final Volume volume = edges(shape, UNIT, 2, 300, balls).withOrigin(new Point(100, 0, 0));
        final EdgeResolution.Report report = EdgeResolution.of(volume,
            Volume.of("labels", ArrayImgs.unsignedBytes(labels, 130, 60, 60), UNIT), EdgeSettings.DEFAULT,
            Progress.NONE);
        assertEquals(List.of(5, 9), report.edges().stream().map(MeasuredEdge::label).sorted().toList());
        final MeasuredEdge edge = report.edges().get(0);
        final Point middle = new Point(edge.label() == 5 ? 132 : 196, 30, 30);
        assertEquals(16, edge.position().distance(middle), 0.1, "in the coordinates of the volume");
        assertWidth(FWHM, report.erfWidth(), 0.02);
    }

    @Test
    void thinLayersAreNoEdges() {
        final EdgeResolution.Report report =
            measure(edges(new Shape(64, 64, 40), UNIT, 1.5, 0, (x, y, z) -> 3 - Math.abs(x - 31)), 10);
        assertEquals(0, report.edges().size());
        assertTrue(report.candidates() > 0);
        assertTrue(report.reasons().contains("without a plateau on both sides")
            || report.reasons().contains("without the shape of an edge"), report.reasons());
        assertTrue(Double.isNaN(report.erfWidth().mean()));
    }

    @Test
    void whereNothingChangesThereIsNoEdge() {
        final Volume constant = Volume.of("empty", ArrayImgs.unsignedBytes(40, 40, 40), UNIT);
        final EdgeResolution.Report report = measure(constant, 10);
        assertEquals(0, report.candidates());
        assertEquals("", report.reasons());
    }

    @Test
    void voxelsThatAreNotANumberSpoilOnlyTheirSurroundings() {
        final Shape shape = new Shape(64, 90, 40);
        final Volume scan = edges(shape, UNIT, 2, 50, (x, y, z) -> x - 31.4);
        final float[] values = new float[(int)shape.voxels()];
        scan.read(Block.of(shape), values);
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 64 % 90 < 40 ? Float.NaN : values[i];
        }
        final EdgeResolution.Report report =
            measure(Volume.of("scan", ArrayImgs.floats(values, 64, 90, 40), UNIT), 5);
        assertEquals(5, report.edges().size());
        assertTrue(report.edges().stream().allMatch(edge -> edge.position().y() > 42), report.edges().toString());
        assertWidth(FWHM, report.erfWidth(), 0.01);
    }

    @Test
    void theSeedChoosesAndThreadsDoNot() {
        final Volume volume = edges(new Shape(70, 70, 70), UNIT, 2, 500, (x, y, z) -> x + 0.3 * z - 45);
        final EdgeSettings other = new EdgeSettings(10, 12, 3, 1.5, 0.5, 10, 0.05, 2);
        final EdgeResolution.Report one = Parallelization.runSingleThreaded(() -> measure(volume, 10));
        final EdgeResolution.Report four = Parallelization.runWithNumThreads(4, () -> measure(volume, 10));
        assertEquals(one.edges().stream().map(MeasuredEdge::position).toList(),
            four.edges().stream().map(MeasuredEdge::position).toList());
        assertArrayEquals(one.edges().stream().mapToDouble(MeasuredEdge::splineWidth).toArray(),
            four.edges().stream().mapToDouble(MeasuredEdge::splineWidth).toArray());
        assertTrue(one.edges().get(0).position()
            .distance(EdgeResolution.of(volume, other, Progress.NONE).edges().get(0).position()) > 0);
    }

    @Test
    void unfitVolumesAndSettingsAreNamed() {
        final Volume grey = Volume.of("grey", ArrayImgs.floats(40, 40, 40), UNIT);
        assertThrows(VolumeException.class,
            () -> EdgeResolution.of(grey, grey, EdgeSettings.DEFAULT, Progress.NONE), "labels are no floats");
        assertEquals("The number of edges is 0.0, but must lie between 1.0 and 10000.0.",
            assertThrows(VolumeException.class, () -> EdgeSettings.DEFAULT.withEdges(0)).getMessage());
    }
}
