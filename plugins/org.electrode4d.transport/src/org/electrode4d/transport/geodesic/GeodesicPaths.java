// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.VoxelType;

/**
 * The shortest paths from a face of a volume through its pores to every pore voxel, and what follows from them: the
 * geometric tortuosity of each voxel and with depth (T. Vorauer et al., Communications Chemistry 3, 141, 2020, Figs. 5c
 * and 6a), the number of connections (Fig. 6b), the pore space that can be reached, and the path itself.
 *
 * <p>Every pore voxel at the entry face is a start. A pore that no path reaches is infinitely far, and what is no pore
 * has no length at all (NaN). Lengths are computed in double precision, in memory: 8.1 bytes per voxel with the queue
 * of the front (10 in a volume of 8 slices), at most 2^31 - 9 voxels. One thread; 0.12 µs per pore voxel for steps to
 * 26 neighbours, 0.4 µs for fast marching. Results do not depend on the number of threads, and are mirrored and turned
 * with the volume.
 */
public final class GeodesicPaths {

    private static final int EDGE = 64;

    private final Volume mask;
    private final PathMetric metric;
    private final PathLengths lengths;
    private final Countdown.Reached reached;

    private GeodesicPaths(final Volume mask, final PathMetric metric, final PathLengths lengths,
        final Countdown.Reached reached) {
        this.mask = mask;
        this.metric = metric;
        this.lengths = lengths;
        this.reached = reached;
    }

    /**
     * Finds the paths.
     *
     * @param mask of an integer type; what is not 0 is pore
     * @param entry the face where paths begin; across an axis of one voxel all pores are starts
     * @throws org.electrode4d.volume.VolumeException for a mask of FLOAT32, or one that is too large for the memory
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static GeodesicPaths of(final Volume mask, final VolumeFace entry, final PathMetric metric,
        final Progress progress) {
        return of(mask, entry, metric, Runtime.getRuntime().maxMemory(), progress);
    }

    static GeodesicPaths of(final Volume mask, final VolumeFace entry, final PathMetric metric, final long heap,
        final Progress progress) {
        Masks.requireIntegers(mask, "the mask of the pores");
        final EntryFrame frame = new EntryFrame(mask, entry);
        final PathLengths lengths = PathLengths.ofMask(mask, frame, heap, progress.part(0, 0.1));
        final Progress search = progress.part(0.1, 1);
        final Countdown.Reached reached = metric.isEikonal() ? new FastMarching(lengths, metric, search).run()
            : new GraphSearch(lengths, metric, search).run();
        return new GeodesicPaths(mask, metric, lengths, reached);
    }

    /** How the lengths are defined. */
    public PathMetric metric() {
        return metric;
    }

    /** Voxels of the pores. */
    public long poreVoxels() {
        return lengths.poreVoxels();
    }

    /** Voxels of the pores that a path leads to. */
    public long reachableVoxels() {
        return reached.voxels();
    }

    /** The number of slices from the entry face to the opposite one. */
    public int slices() {
        return lengths.frame().depth();
    }

    /** The distance of neighbouring slices, in µm. */
    public double sliceDistance() {
        return lengths.frame().edges()[2];
    }

    /**
     * The length of the shortest path to each voxel, from the centre of an entry voxel to its centre.
     *
     * @return FLOAT32 in µm, computed on demand from the lengths in memory; infinity where no path leads to, NaN where
     *         there is no pore
     */
    public Volume length() {
        return floats("Path length in " + mask.name(), (place, length) -> length);
    }

    /**
     * The length of the shortest path to each voxel over the straight distance.
     *
     * @return FLOAT32, computed on demand from the lengths in memory; infinity where no path leads to, NaN where there
     *         is no pore
     * @throws IOException if there is no room for the distances to the entry pores
     */
    public Volume tortuosity(final TortuosityConvention convention) throws IOException {
        return floats("Tortuosity of " + mask.name(), StraightDistances.of(mask, lengths, convention)::tortuosity);
    }

    /** The pores that a path leads to: UINT8, 1 there and 0 elsewhere. */
    public Volume reachable() {
        final double[] values = lengths.values();
        final Layout layout = new Layout(mask.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
        return LazyVolume.load(mask.name() + ", reachable", layout, mask.voxelSize(), block -> {
            final byte[] inside = new byte[block.voxels()];
            lengths.frame().forEach(block, (i, place) -> inside[i] = (byte)(values[place] >= 0 ? 1 : 0));
            return inside;
        }).withOrigin(mask.origin());
    }

    /**
     * Tortuosity and connections with depth.
     *
     * @param slices of an interval, at least one; the last interval can have fewer
     * @throws IOException if there is no room for the distances to the entry pores
     * @throws IllegalArgumentException for fewer slices than one
     */
    public List<DepthInterval> profile(final TortuosityConvention convention, final int slices,
        final Progress progress) throws IOException {
        if (slices < 1) {
            throw new IllegalArgumentException("A depth interval needs at least one slice, not " + slices + ".");
        }
        return new DepthProfile(lengths, StraightDistances.of(mask, lengths, convention), slices).measure(progress);
    }

    /**
     * Tortuosity and connections in one slice.
     *
     * @param slice from 0 at the entry face
     * @throws IOException if there is no room for the distances to the entry pores
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public DepthInterval slice(final int slice, final TortuosityConvention convention, final Progress progress)
        throws IOException {
        requireSlice(slice);
        return new DepthProfile(lengths, StraightDistances.of(mask, lengths, convention), 1).single(slice, progress);
    }

    /** Volume and surface of the pores that a path leads to. */
    public ReachablePore reachablePore(final Progress progress) {
        return ReachablePore.of(reachable(), reached.voxels(), progress);
    }

    /** The last slice, from 0 at the entry face, that a path leads to; nothing if there is no pore at the face. */
    public OptionalInt deepestSlice() {
        return reached.last() < 0 ? OptionalInt.empty() : OptionalInt.of(reached.last() / lengths.frame().planeStep());
    }

    /**
     * The shortest of the paths that lead to a slice.
     *
     * @param slice from 0 at the entry face
     * @return nothing if no path leads there
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public Optional<ShortestPath> shortestPath(final int slice) {
        requireSlice(slice);
        final int target = lengths.nearest(slice);
        if (target < 0) {
            return Optional.empty();
        }
        return Optional.of(metric.isEikonal() ? new SteepestDescent(lengths).from(target)
            : new StepTrace(lengths, metric).from(target));
    }

    private void requireSlice(final int slice) {
        if (slice < 0 || slice >= slices()) {
            throw new IndexOutOfBoundsException("There is no slice " + slice + ": " + mask.name() + " has " + slices()
                + " from the entry face on, counted from 0.");
        }
    }

    private Volume floats(final String name, final LengthFunction function) {
        final double[] values = lengths.values();
        return LazyVolume.of(name, mask.shape(), mask.voxelSize(), EDGE,
            (block, result) -> lengths.frame().forEach(block, (i, place) -> result[i] = values[place] >= 0
                ? (float)function.of(place, values[place]) : outside(values[place]))).withOrigin(mask.origin());
    }

    private static float outside(final double length) {
        return Double.isNaN(length) ? Float.NaN : Float.POSITIVE_INFINITY;
    }

    /** A quantity of a place and the length of the path to it. */
    @FunctionalInterface
    interface LengthFunction {
        double of(int place, double length);
    }
}
