// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.correlation.CorrelationException;
import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.RigidMode;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.correlation.alignment.AlignmentSettings.AlignmentFreedom;
import org.electrode4d.correlation.alignment.AlignmentSettings.RigidRegion;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

final class SeriesAlignmentTest {

    private static final CollectorPhantom GRAINY = new CollectorPhantom(0.08, 0.7, 0.03);
    private static final CollectorPhantom SMOOTH = new CollectorPhantom(0, 0, 0.03);
    private static final List<Transformation> DRIFT = List.of(Transformation.IDENTITY,
        rigid(new Point(0.4, -0.3, 0.5), new Point(1.3, -2.2, 0.7)),
        rigid(new Point(-0.8, 0.6, -1.2), new Point(-3.6, 2.4, -2.3)),
        rigid(new Point(1.0, 1.2, 2.0), new Point(4.2, 3.1, -3.4)));
    private static final double[] STRAIN = {0, 0.1, 0.25, 0.4};
    private static final Map<State, Volume> STATES = new ConcurrentHashMap<>();

    private record State(CollectorPhantom phantom, int step) {
    }

    private static Transformation rigid(final Point degrees, final Point translation) {
        return Transformation.of(degrees, new double[] {1, 1, 1, 0, 0, 0}, translation);
    }

    /** Rendered once: many tests begin with the same states. */
    private static Volume state(final CollectorPhantom phantom, final int step) {
        return STATES.computeIfAbsent(new State(phantom, step),
            key -> phantom.state("T" + step, DRIFT.get(step), STRAIN[step]));
    }

    private static ScanAlignment align(final AlignmentSettings settings, final Volume... scans) {
        final SeriesAlignment series = new SeriesAlignment(settings);
        ScanAlignment last = null;
        for (final Volume scan : scans) {
            last = series.add(AlignmentScan.of(scan), Progress.NONE);
        }
        return last;
    }

    private static AlignmentSettings with(final InPlaneMotion inPlane) {
        return AlignmentSettings.defaults().with(new AlignmentFreedom(true, inPlane, 0.3, 0.2));
    }

    @Test
    void aSwellingElectrodeIsAlignedOnItsCollector() {
        final SeriesAlignment series = new SeriesAlignment(AlignmentSettings.defaults());
        for (int step = 0; step < DRIFT.size(); step++) {
            final ScanAlignment scan = series.add(AlignmentScan.of(state(GRAINY, step)), Progress.NONE);
            final double error = CollectorPhantom.error(scan.map(), DRIFT.get(step));
            assertTrue(error < 0.05, "T" + step + ": " + error + " voxels");
            assertEquals(0, scan.distanceAfter(), 0.05 * 0.5, "T" + step);
            if (step > 0) {
                assertEquals(RigidMode.RIGID, scan.determined());
                assertEquals(NodeStatus.CONVERGED, scan.status());
                assertTrue(scan.uncertainty(RigidMode.X) < 0.02 * 0.5 && scan.zncc() > 0.9, "T" + step);
                assertTrue(scan.remarks().isEmpty());
            }
        }
    }

    @Test
    void aSmoothCollectorFixesItsPlaneOnlyAndSaysSo() {
        final SeriesAlignment series = new SeriesAlignment(AlignmentSettings.defaults());
        for (int step = 0; step < DRIFT.size(); step++) {
            final ScanAlignment scan = series.add(AlignmentScan.of(state(SMOOTH, step)), Progress.NONE);
            final double error = CollectorPhantom.errorAcross(scan.map(), DRIFT.get(step));
            assertTrue(error < 0.05, "T" + step + ": " + error + " voxels");
            if (step > 0) {
                assertEquals(RigidMode.OUT_OF_PLANE, scan.determined());
                assertTrue(Double.isNaN(scan.uncertainty(RigidMode.X)));
                assertTrue(scan.remarks().get(0).contains("x, y, about z"), scan.remarks()::toString);
            }
        }
    }

    @Test
    void theMotionInThePlaneMayComeFromTheWholeVolume() {
        final Transformation drift = rigid(new Point(0.4, -0.3, 0.5), new Point(1.3, -2.2, 0.7));
        final ScanAlignment scan = align(with(InPlaneMotion.VOLUME), state(SMOOTH, 0), SMOOTH.state("T1", drift, 0.02));
        assertEquals(RigidMode.RIGID, scan.determined());
        assertTrue(CollectorPhantom.error(scan.map(), drift) < 0.2);
        final ScanAlignment none = align(with(InPlaneMotion.NONE), state(SMOOTH, 0), SMOOTH.state("T1", drift, 0.02));
        assertEquals(RigidMode.OUT_OF_PLANE, none.determined());
        assertTrue(none.remarks().isEmpty(), "nobody asked for the motion in the plane");
    }

    @Test
    void stepsFromScanToScanAddUp() {
        final ScanAlignment scan = align(AlignmentSettings.defaults().withToPrevious(true), state(GRAINY, 0),
            state(GRAINY, 1), state(GRAINY, 2));
        assertTrue(CollectorPhantom.error(scan.map(), DRIFT.get(2)) < 0.08);
        final Point c = new Point(31.5, 31.5, 72);
        final Point truth = DRIFT.get(2).displacement(c, CollectorPhantom.centre()).times(0.5);
        assertEquals(0, truth.distance(scan.translation()), 0.05);
        assertEquals(0, new Point(-0.8, 0.6, -1.2).distance(scan.rotation()), 0.05);
    }

    @Test
    void theAlignedScanShowsTheCollectorWhereItWas() {
        final Volume first = state(GRAINY, 0);
        final Volume aligned = align(AlignmentSettings.defaults(), first, state(GRAINY, 1)).aligned();
        final Block block = new Block(10, 10, 76, 40, 40, 12);
        final float[] a = new float[block.voxels()];
        final float[] b = new float[block.voxels()];
        first.read(block, a);
        aligned.read(block, b);
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (double)(a[i] - b[i]);
        }
        assertEquals(Math.sqrt(2) * 300, Math.sqrt(squares / a.length), 90, "noise of both and nothing else");
        final float[] corner = new float[1];
        aligned.read(new Block(63, 0, 95, 1, 1, 1), corner);
        assertTrue(Float.isNaN(corner[0]), "the scan ended before");
    }

    @Test
    void levellingTurnsTheCollectorAcrossZ() {
        final Volume tilted = SMOOTH.state("T0", rigid(new Point(2, -1.5, 0), Point.ORIGIN), 0);
        final SeriesAlignment series = new SeriesAlignment(AlignmentSettings.defaults().withLevel(true));
        final ScanAlignment scan = series.add(AlignmentScan.of(tilted), Progress.NONE);
        assertEquals(2.5, scan.plane().orElseThrow().tilt(), 0.2);
        final Volume level = scan.aligned().crop(new Block(4, 4, 0, 56, 56, 93));
        assertEquals(0, new SeriesAlignment(AlignmentSettings.defaults()).add(AlignmentScan.of(level), Progress.NONE)
            .plane().orElseThrow().tilt(), 0.1);
    }

    @Test
    void aMaskMayTellWhatIsRigid() {
        final Volume first = state(GRAINY, 0);
        final AlignmentSettings any = AlignmentSettings.defaults().with(
            new RigidRegion(false, Optional.empty(), OptionalDouble.empty(), 0, false));
        final SeriesAlignment series = new SeriesAlignment(any);
        series.add(AlignmentScan.of(first).withMask(slab(first, 76)), Progress.NONE);
        final ScanAlignment scan = series.add(AlignmentScan.of(state(GRAINY, 1)), Progress.NONE);
        assertTrue(CollectorPhantom.error(scan.map(), DRIFT.get(1)) < 0.1);
        assertTrue(scan.plane().isEmpty() && Double.isNaN(scan.distanceAfter()));
        final SeriesAlignment collector = new SeriesAlignment(AlignmentSettings.defaults());
        final ScanAlignment known = collector.add(AlignmentScan.of(first).withMask(slab(first, 72)), Progress.NONE);
        assertEquals(72 * 0.5, known.plane().orElseThrow().centroid().z(), 0.1);
    }

    private static Volume slab(final Volume volume, final int from) {
        return slab(volume, from, 96);
    }

    private static Volume slab(final Volume volume, final int from, final int to) {
        final byte[] inside = new byte[(int)volume.shape().voxels()];
        Arrays.fill(inside, from * 64 * 64, to * 64 * 64, (byte)1);
        return Volume.of("slab", ArrayImgs.unsignedBytes(inside, 64, 64, 96), volume.voxelSize());
    }

    @Test
    void threadsDoNotChangeABit() throws Exception {
        final Volume first = state(GRAINY, 0);
        final Volume second = state(GRAINY, 1);
        final ScanAlignment one = Parallelization.runSingleThreaded(
            () -> align(AlignmentSettings.defaults(), first, second));
        final ScanAlignment four = Parallelization.runWithNumThreads(4,
            () -> align(AlignmentSettings.defaults(), first, second));
        assertEquals(one.map(), four.map());
        assertEquals(one.plane(), four.plane());
        assertEquals(one.uncertainty(RigidMode.ABOUT_X), four.uncertainty(RigidMode.ABOUT_X));
    }

    private static void assertTold(final String text, final SeriesAlignment series, final AlignmentScan scan) {
        final IllegalArgumentException e =
            assertThrows(IllegalArgumentException.class, () -> series.add(scan, Progress.NONE));
        assertTrue(e.getMessage().contains(text), e::getMessage);
    }

    @Test
    void whatIsNoCollectorIsTold() {
        final Volume electrode = state(SMOOTH, 0).crop(new Block(0, 0, 0, 64, 64, 64)).withName("T0");
        assertTold("No collector was found in T0", new SeriesAlignment(AlignmentSettings.defaults()),
            AlignmentScan.of(electrode));
        final Volume first = state(SMOOTH, 0);
        final byte[] nothing = new byte[(int)first.shape().voxels()];
        final Volume empty = Volume.of("nothing", ArrayImgs.unsignedBytes(nothing, 64, 64, 96), first.voxelSize());
        assertTold("The mask nothing of T0 covers nothing", new SeriesAlignment(AlignmentSettings.defaults()),
            AlignmentScan.of(first).withMask(empty));
        assertTold("The mask must cover the scan", new SeriesAlignment(AlignmentSettings.defaults()),
            AlignmentScan.of(first).withMask(slab(first, 70).crop(new Block(0, 0, 0, 64, 64, 90))));
        assertTold("of type FLOAT32", new SeriesAlignment(AlignmentSettings.defaults()),
            AlignmentScan.of(first).withMask(first));
        final AlignmentSettings any = AlignmentSettings.defaults().with(
            new RigidRegion(false, Optional.empty(), OptionalDouble.empty(), 0, false));
        assertTold("There is no mask for T0", new SeriesAlignment(any), AlignmentScan.of(first));
    }

    @Test
    void scansOfOtherVoxelsAreTold() {
        final SeriesAlignment series = new SeriesAlignment(AlignmentSettings.defaults());
        final Volume first = state(SMOOTH, 0);
        series.add(AlignmentScan.of(first), Progress.NONE);
        assertTold("T0 has voxels of 0.5 x 0.5 x 0.5 µm, but T1 of 0.4", series,
            AlignmentScan.of(first.withName("T1").withVoxelSize(VoxelSize.isotropic(0.4))));
        assertTold("same number of voxels", series,
            AlignmentScan.of(first.crop(new Block(0, 0, 0, 64, 64, 90)).withName("T1")));
        assertThrows(CorrelationException.class, () -> new SeriesAlignment(AlignmentSettings.defaults()).add(
            AlignmentScan.of(first.crop(new Block(0, 0, 90, 64, 64, 1))), Progress.NONE), "an image has no depth");
    }

    private static Volume changed(final Volume volume, final String name, final UnaryOperator<float[]> change) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return Volume.of(name, ArrayImgs.floats(change.apply(values), 64, 64, 96), volume.voxelSize());
    }

    /** Turned by 180° about the y axis, and so that the last slices are the first. */
    private static float[] over(final float[] values) {
        final float[] over = new float[values.length];
        for (int i = 0; i < over.length; i++) {
            over[i] = values[(95 - i / 4096) * 4096 + i / 64 % 64 * 64 + 63 - i % 64];
        }
        return over;
    }

    private static float[] withBrightFoil(final float[] values) {
        Arrays.fill(values, 0, 6 * 64 * 64, 11_000);
        return values;
    }

    @Test
    void aScanThatIsUpsideDownIsToldAndNotTurnedOver() {
        final String told =
            "The collector of T1 was found at the first slices, but must be at the last slices as in T0";
        final Volume over = changed(state(SMOOTH, 0), "T1", SeriesAlignmentTest::over);
        for (final boolean toPrevious : new boolean[] {false, true}) {
            final SeriesAlignment series =
                new SeriesAlignment(AlignmentSettings.defaults().withToPrevious(toPrevious));
            series.add(AlignmentScan.of(state(SMOOTH, 0)), Progress.NONE);
            assertTold(told, series, AlignmentScan.of(over));
        }
        final SeriesAlignment masked = new SeriesAlignment(AlignmentSettings.defaults());
        masked.add(AlignmentScan.of(state(SMOOTH, 0)).withMask(slab(over, 72)), Progress.NONE);
        assertTold(told, masked, AlignmentScan.of(over).withMask(slab(over, 0, 24)));
    }

    @Test
    void somethingBrighterAtTheOtherFaceOfALaterScanIsNoCollector() {
        final Volume foil = changed(state(SMOOTH, 1), "T1", SeriesAlignmentTest::withBrightFoil);
        assertEquals(Collector.FIRST_SLICE,
            CollectorThreshold.atFace(foil, Optional.empty(), Progress.NONE).orElseThrow().end());
        final ScanAlignment scan = align(AlignmentSettings.defaults(), state(SMOOTH, 0), foil);
        assertEquals(Collector.LAST_SLICE, scan.plane().orElseThrow().end());
        assertTrue(CollectorPhantom.errorAcross(scan.map(), DRIFT.get(1)) < 0.05);
    }

    @Test
    void theFaceOfTheCollectorIsFoundOrGiven() {
        final Volume first = state(SMOOTH, 0);
        assertEquals(Collector.LAST_SLICE, CollectorThreshold.atFace(first, Optional.empty(), Progress.NONE)
            .orElseThrow().end());
        assertTrue(CollectorThreshold.atFace(first, Optional.of(Collector.FIRST_SLICE), Progress.NONE).isEmpty());
        assertEquals(8000, CollectorThreshold.atFace(first, Optional.empty(), Progress.NONE).orElseThrow()
            .threshold(), 600, "between particles and copper, not between pores and particles");
    }
}
