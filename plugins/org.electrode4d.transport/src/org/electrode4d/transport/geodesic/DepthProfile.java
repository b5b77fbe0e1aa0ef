// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.transport.geodesic.DepthInterval.Connections;
import org.electrode4d.transport.geodesic.DepthInterval.Pores;
import org.electrode4d.transport.geodesic.DepthInterval.Tortuosity;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;

/** Measures slice by slice; sums run in the order of the voxels whatever the number of threads. */
final class DepthProfile {

    private final EntryFrame frame;
    private final double[] values;
    private final StraightDistances straight;
    private final int slices;

    /** What is counted in one slice; the sum of tortuosities is of its reachable voxels. */
    private record Slice(double sum, double minimum, long pore, long reachable, Ways ways) {
    }

    private record Ways(long areas, long areasWithCorners, long links) {
    }

    DepthProfile(final PathLengths lengths, final StraightDistances straight, final int slices) {
        frame = lengths.frame();
        values = lengths.values();
        this.straight = straight;
        this.slices = slices;
    }

    List<DepthInterval> measure(final Progress progress) {
        final Progress first = progress.part(0, 0.6);
        final List<Slice> all = Blocks.map(frame.depth(), first, "Tortuosity with depth", k -> slice(k, first));
        final int count = (frame.depth() + slices - 1) / slices;
        final Progress second = progress.part(0.6, 1);
        final List<Double> medians = Blocks.map(count, second, "Tortuosity with depth",
            k -> median(k * slices, Math.min(frame.depth(), (k + 1) * slices), second));
        final List<DepthInterval> intervals = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            final int from = k * slices;
            intervals.add(interval(all.subList(from, Math.min(frame.depth(), from + slices)), from, medians.get(k)));
        }
        return intervals;
    }

    DepthInterval single(final int k, final Progress progress) {
        return interval(List.of(slice(k, progress)), k, median(k, k + 1, progress));
    }

    private Slice slice(final int k, final Progress progress) {
        double sum = 0;
        double minimum = Double.POSITIVE_INFINITY;
        long pore = 0;
        long reachable = 0;
        long links = 0;
        final int from = k * frame.planeStep();
        for (int place = from; place < from + frame.planeStep(); place++) {
            if (values[place] >= 0) {
                final double tortuosity = straight.tortuosity(place, values[place]);
                sum += tortuosity;
                minimum = Math.min(minimum, tortuosity);
                reachable++;
                pore++;
                links += k + 1 < frame.depth() && values[place + frame.planeStep()] >= 0 ? 1 : 0;
            } else if (values[place] < 0) {
                pore++;
            }
        }
        final Volume mask = reachablePixels(from);
        return new Slice(sum, minimum, pore, reachable, new Ways(areas(mask, Connectivity.FACES, progress),
            areas(mask, Connectivity.CORNERS, progress), links));
    }

    private Volume reachablePixels(final int from) {
        final byte[] pixels = new byte[frame.width() * frame.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte)(values[from + i / frame.width() * frame.rowStep() + i % frame.width()] >= 0 ? 1 : 0);
        }
        return Volume.of("slice", ArrayImgs.unsignedBytes(pixels, frame.width(), frame.height()),
            VoxelSize.isotropic(1));
    }

    private static int areas(final Volume pixels, final Connectivity connectivity, final Progress progress) {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Progress silent = new Progress() {
                @Override
                public void check() {
                    progress.check();
                }

                @Override
                public void report(final double fraction, final String message) {
                    // one of many slices: those are what is reported
                }
            };
            return ConnectedComponents.of(pixels, connectivity, scratch, silent).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double median(final int from, final int to, final Progress progress) {
        return new PositiveMedian(visitor -> {
            for (int k = from; k < to; k++) {
                progress.check();
                for (int place = k * frame.planeStep(); place < (k + 1) * frame.planeStep(); place++) {
                    if (values[place] >= 0) {
                        visitor.accept(straight.tortuosity(place, values[place]));
                    }
                }
            }
        }).find();
    }

    private DepthInterval interval(final List<Slice> part, final int from, final double median) {
        double sum = 0;
        double minimum = Double.POSITIVE_INFINITY;
        long pore = 0;
        long reachable = 0;
        for (final Slice slice : part) {
            sum += slice.sum();
            minimum = Math.min(minimum, slice.minimum());
            pore += slice.pore();
            reachable += slice.reachable();
        }
        final long voxels = (long)frame.width() * frame.height() * part.size();
        return new DepthInterval(straight.depth(from + (part.size() - 1) / 2.0), part.size(),
            new Tortuosity(reachable == 0 ? Double.POSITIVE_INFINITY : sum / reachable, median, minimum),
            new Pores(voxels, pore, reachable), connections(part, from, reachable));
    }

    private Connections connections(final List<Slice> part, final int from, final long reachable) {
        long areas = 0;
        long areasWithCorners = 0;
        long links = 0;
        for (final Slice slice : part) {
            areas += slice.ways().areas();
            areasWithCorners += slice.ways().areasWithCorners();
            links += slice.ways().links();
        }
        final double count = part.size();
        final int followed = Math.min(part.size(), frame.depth() - 1 - from);
        return new Connections(areas / count, areasWithCorners / count, reachable / count,
            followed == 0 ? Double.NaN : links / (double)followed);
    }
}
