// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import static org.electrode4d.transport.flux.Bodies.body;
import static org.electrode4d.transport.flux.Bodies.solve;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads, memory, cancelling, and settings that cannot be. */
class SteadyFluxRunTest {

    /** Above the size from which several threads work on a level. */
    private static LabelVolume noise() {
        final Random random = new Random(7);
        final byte[] labels = new byte[64 * 64 * 40];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)(random.nextInt(10) < 6 ? 1 : 0);
        }
        return body(64, 64, 40, VoxelSize.isotropic(1), labels);
    }

    private static double run(final LabelVolume labels, final long heap, final Path folder) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open(heap, folder)) {
            return SteadyFlux.of(labels, Conductors.of(1), FluxSettings.along(2), scratch, Progress.NONE).result()
                .effectiveDiffusivity();
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit(@TempDir final Path folder) throws Exception {
        final LabelVolume noise = noise();
        final double one = Parallelization.runSingleThreaded(() -> run(noise, 1 << 30, folder));
        final double four = Parallelization.runWithNumThreads(4, () -> run(noise, 1 << 30, folder));
        final double onDisk = Parallelization.runWithNumThreads(3, () -> run(noise, 0, folder));
        assertTrue(one > 0.1 && one < 0.4, "D " + one);
        assertEquals(one, four);
        assertEquals(one, onDisk);
    }

    @Test
    void aCancelEndsTheIterations() {
        final AtomicInteger checks = new AtomicInteger();
        final Progress impatient = new Progress() {
            @Override
            public void check() {
                if (checks.incrementAndGet() > 300) {
                    throw new CancellationException("enough");
                }
            }

            @Override
            public void report(final double fraction, final String message) {
                // nobody looks
            }
        };
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertThrows(CancellationException.class, () -> SteadyFlux.of(noise(), Conductors.of(1),
                FluxSettings.along(2), scratch, impatient));
        }
    }

    @Test
    void tooFewIterationsAreTold() {
        final FluxSettings hasty = new FluxSettings(2, FluxBoundary.FACES, false, 1e-9, 2);
        final FluxResult result = solve(noise(), Conductors.of(1), hasty).result();
        assertEquals(2, result.convergence().iterations());
        assertEquals(false, result.convergence().isConverged());
        assertTrue(result.convergence().fluxSpread() > 1e-9);
    }

    @Test
    void contrastsOfMagnitudesAreSolved() {
        final LabelVolume layers = body(10, 10, 30, (x, y, z) -> z / 5 % 2 + 1);
        final Conductors far = Conductors.of(Map.of(1, 1e-9, 2, 1e-15));
        final FluxResult result = solve(layers, far, FluxSettings.along(2)).result();
        assertEquals(2e-15 / (1 + 1e-6), result.effectiveDiffusivity(), 1e-20);
        assertTrue(result.convergence().isConverged());
    }

    /** Where one voxel is unknown, the first step makes a residual that is updated 0, but for its rounding. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void oneUnknownVoxelIsSolvedToTheTolerance(final int code) {
        final double[] values = {1, 1e-6};
        final LabelVolume three = body(1, 1, 3, (x, y, z) -> (code >> z & 1) + 1);
        final FluxResult result = solve(three, Conductors.of(Map.of(1, values[0], 2, values[1])),
            FluxSettings.along(2).withBoundary(FluxBoundary.LAYERS)).result();
        final double resistance = (1 / values[code & 1] + 2 / values[code >> 1 & 1] + 1 / values[code >> 2]) / 2;
        assertTrue(result.convergence().isConverged());
        assertEquals(2 / resistance, result.effectiveDiffusivity(), 1e-6 * 2 / resistance);
    }

    @Test
    void diffusivitiesMustBeGreaterThanZero() {
        for (final double bad : new double[] {0, -1e-10, Double.NaN, Double.POSITIVE_INFINITY}) {
            final TransportException refused =
                assertThrows(TransportException.class, () -> Conductors.of(Map.of(4, bad)));
            assertEquals("The diffusivity of label 4 is " + bad + " m²/s, but must be a number greater than 0. Leave "
                + "a phase out that does not conduct.", refused.getMessage());
        }
        assertEquals("No phase conducts. Give at least one label with its diffusivity.",
            assertThrows(TransportException.class, () -> Conductors.of(Map.of())).getMessage());
        assertEquals("The reference diffusivity is 0.0 m²/s, but must be a number greater than 0. Take that of the "
            + "free electrolyte.", assertThrows(TransportException.class,
                () -> new Conductors(new TreeMap<>(Map.of(1, 1.0)), 0)).getMessage());
    }

    @Test
    void axesAndTolerancesThatAreNoneAreRefused() {
        assertEquals("The axis of the flux is 3, but must be 0 (x), 1 (y) or 2 (z).",
            assertThrows(TransportException.class, () -> FluxSettings.along(3)).getMessage());
        for (final double bad : new double[] {0, 1e-12, 0.5, Double.NaN}) {
            assertThrows(TransportException.class, () -> FluxSettings.along(0).withTolerance(bad));
        }
    }

    @Test
    void oneHeldLayerHasNoLength() {
        final TransportException refused = assertThrows(TransportException.class, () -> solve(
            body(4, 4, 1, (x, y, z) -> 1), Conductors.of(1),
            FluxSettings.along(2).withBoundary(FluxBoundary.LAYERS)));
        assertEquals("Concentrations held in the first and the last layer need two layers along the axis of the flux, "
            + "but body has 4 x 4 x 1 voxels. Hold them on the faces, or choose another axis.", refused.getMessage());
    }

    @Test
    void whatDoesNotFitIsRefusedBeforehand() {
        final Volume large = scan(512);
        assertEquals(29.67, FluxMemory.bytes(large.shape(), 2) / (double)large.shape().voxels(), 0.01);
        FluxMemory.require(large, 2, 8L << 30);
        assertEquals("The steady state in scan of 512 x 512 x 512 voxels takes 3798 MB, but 1434 MB are at hand, and "
            + "2^31 voxels are the most. Reduce the scan by blocks of 2 voxels along each axis before it is segmented, "
            + "crop it, or give the program more heap (-Xmx).", assertThrows(TransportException.class,
                () -> FluxMemory.require(large, 2, 2L << 30)).getMessage());
        FluxMemory.require(scan(1280), 2, 1L << 40);
        assertThrows(TransportException.class, () -> FluxMemory.require(scan(1300), 2, 1L << 40));
    }

    private static Volume scan(final int edge) {
        return LazyVolume.of("scan", new Shape(edge, edge, edge), VoxelSize.isotropic(1), 64, (block, values) -> {
            throw new AssertionError("nobody reads it");
        });
    }

    @Test
    void greyValuesAreNoPhases() {
        final Volume grey = Volume.of("grey", ArrayImgs.floats(2, 2, 2), VoxelSize.isotropic(1));
        assertThrows(IllegalArgumentException.class, () -> LabelVolume.of(grey));
    }
}
