// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;

/** Tracking in label volumes. */
final class LabelTrackingTest {

    private static final int EDGE = 96;

    /** Balls that do not touch: x, y, z, radius in voxels. In the second scan ball i has the label SECOND[i]. */
    private static final double[][] BALLS = {
        {39.677061, 24.965631, 28.986434, 10.994259}, {65.924422, 54.844863, 39.145126, 10.992374},
        {30.895229, 43.985774, 55.131996, 10.991797}, {22.089942, 30.711713, 74.904215, 10.985329},
        {28.649959, 77.130463, 21.421917, 10.983646}, {23.790716, 59.943371, 76.904124, 10.982288},
        {40.872786, 65.065210, 46.277197, 10.977302}, {58.095632, 34.861959, 66.249892, 10.972934},
        {54.595946, 60.880616, 68.876862, 10.969176}, {58.618213, 19.079982, 47.171322, 10.965092},
        {62.685906, 32.746165, 26.298932, 10.030719}};
    private static final int[] SECOND = {3, 10, 7, 5, 8, 6, 1, 2, 11, 9, 4};

    /** Second scan: dz = 0.03 (95 - z), dx = 0.5 sin(x / 10), radius x 0.95. */
    private static LabelVolume balls(final boolean second) {
        final byte[] voxels = new byte[EDGE * EDGE * EDGE];
        for (int i = 0; i < BALLS.length; i++) {
            final double[] b = BALLS[i];
            final Point centre = new Point(b[0] + (second ? 0.5 * Math.sin(b[0] / 10) : 0), b[1],
                b[2] + (second ? 0.03 * (95 - b[2]) : 0));
            final double radius = b[3] * (second ? 0.95 : 1);
            for (int v = 0; v < voxels.length; v++) {
                if (new Point(v % EDGE, v / EDGE % EDGE, v / EDGE / EDGE).distance(centre) <= radius) {
                    voxels[v] = (byte)(second ? SECOND[i] : i + 1);
                }
            }
        }
        return labels(voxels, EDGE);
    }

    private static LabelVolume labels(final byte[] voxels, final int edge) {
        return LabelVolume.of(Volume.of("labels",
            ArrayImgs.unsignedBytes(voxels, edge, edge, voxels.length / edge / edge), VoxelSize.isotropic(1)));
    }

    private static List<Observation> census(final LabelVolume labels) {
        final int[] ids = new int[EDGE * EDGE * EDGE];
        labels.read(Block.of(labels.volume().shape()), ids);
        final Map<Integer, double[]> sums = new TreeMap<>();
        for (int v = 0; v < ids.length; v++) {
            if (ids[v] > 0) {
                final double[] sum = sums.computeIfAbsent(ids[v], l -> new double[4]);
                sum[0] += v % EDGE;
                sum[1] += v / EDGE % EDGE;
                sum[2] += v / EDGE / EDGE;
                sum[3]++;
            }
        }
        final List<Observation> particles = new ArrayList<>();
        sums.forEach((label, s) -> particles.add(
            new Observation(label, new Point(s[0] / s[3], s[1] / s[3], s[2] / s[3]), s[3])));
        return particles;
    }

    @Test
    void elevenBallsWithOtherLabels() {
        final LabelVolume before = balls(false);
        final LabelVolume after = balls(true);
        final Tracks tracks = ParticleTracking.of(List.of(
            new TrackedScan("T0", census(before), p -> Optional.empty(), VoxelOverlap.of(before, after)),
            new TrackedScan("T1", census(after))), TrackingSettings.DEFAULT, Progress.NONE);
        assertEquals(11, tracks.all().size());
        double moved = 0;
        for (final Track track : tracks.all()) {
            assertEquals(SECOND[track.id() - 1], track.at(1).orElseThrow().particle().label());
            assertEquals("certain", track.at(1).orElseThrow().flag());
            moved += track.displacement(1).orElseThrow().z() / 11;
        }
        assertEquals(1.3463, moved, 0.01, "1.3408 is the displacement of the voxels, 1.3463 that of the balls");
        final DepthProfile profile = DepthProfile.of(tracks, 1, new CollectorPlane(new Point(0, 0, -1), -95), true, 4);
        assertEquals(-0.03, profile.slope(), 0.002, "the balls come nearer to the collector at the largest z");
        final Volume renumbered = RenumberedLabels.of(after, tracks.idsByLabel(1), 11);
        assertEquals(VoxelType.UINT16, renumbered.type());
        assertEquals(census(after).get(SECOND[4] - 1).volume(), census(LabelVolume.of(renumbered)).get(4).volume());
    }

    @Test
    void overlapIsTheShareOfTheMovedParticle() {
        // along x: 1 1 1 1 2 2 0 0   and   0 0 3 3 3 4 4 0
        final LabelVolume before = row(1, 1, 1, 1, 2, 2, 0, 0);
        final LabelVolume after = row(0, 0, 3, 3, 3, 4, 4, 0);
        final Overlap.Shares shares = VoxelOverlap.of(before, after)
            .of(Map.of(1, new Point(1.4, 0, 0), 2, new Point(9, 0, 0)), Progress.NONE);
        assertEquals(0.75, shares.of(1, 3), 1e-12);
        assertEquals(0, shares.of(1, 4));
        assertEquals(0, shares.of(2, 4), "moved out of the scan");
        assertEquals(0, shares.of(5, 3), "there is no particle 5");
    }

    private static LabelVolume row(final int... values) {
        final byte[] voxels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            voxels[i] = (byte)values[i];
        }
        return LabelVolume.of(Volume.of("row", ArrayImgs.unsignedBytes(voxels, values.length, 1, 1),
            VoxelSize.isotropic(1)));
    }

    @Test
    void blocksAndThreadsDoNotMatter() {
        final LabelVolume before = balls(false);
        final LabelVolume after = balls(true);
        final Map<Integer, Point> shifts = new TreeMap<>();
        for (int label = 1; label <= 11; label++) {
            shifts.put(label, new Point(label - 5, 5 - label, 1.2 * label));
        }
        final List<Overlap.Shares> all = List.of(
            Parallelization.runSingleThreaded(() -> VoxelOverlap.inBlocks(before, after, 19).of(shifts, Progress.NONE)),
            Parallelization.runWithNumThreads(4, () -> VoxelOverlap.inBlocks(before, after, 64)
                .of(shifts, Progress.NONE)),
            VoxelOverlap.inBlocks(before, after, 200).of(shifts, Progress.NONE));
        double sum = 0;
        for (int from = 1; from <= 11; from++) {
            for (int to = 1; to <= 11; to++) {
                assertEquals(all.get(0).of(from, to), all.get(1).of(from, to));
                assertEquals(all.get(0).of(from, to), all.get(2).of(from, to));
                sum += all.get(0).of(from, to);
            }
        }
        assertTrue(sum > 2 && sum <= 11, "share " + sum);
    }

    @Test
    void labelsWithoutNumberVanishAndLargeNumbersNeedMoreBits() {
        final int[] values = new int[8];
        LabelVolume.of(RenumberedLabels.of(row(1, 1, 2, 2, 3, 0, 1, 3), Map.of(1, 70000, 3, 5), 70000))
            .read(new Block(0, 0, 0, 8, 1, 1), values);
        assertEquals(List.of(70000, 70000, 0, 0, 5, 0, 70000, 5), Arrays.stream(values).boxed().toList());
        assertEquals(VoxelType.INT32, RenumberedLabels.of(row(1), Map.of(), 65536).type());
    }

    @Test
    void voxelSizesThatDifferAreRefused() {
        final LabelVolume other = LabelVolume.of(row(1).volume().withVoxelSize(VoxelSize.isotropic(2)));
        assertTrue(assertThrows(SegmentationException.class, () -> VoxelOverlap.of(row(1), other)).getMessage()
            .contains("All scans need the same voxel size"));
    }
}
