// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * How large a volume must be to stand for the electrode: the scatter of a quantity over sub-volumes, size by size.
 * Where its coefficient of variation stays below a tolerance, a volume is representative of that quantity with that
 * precision (T. Kanit et al., Int. J. Solids Struct. 40 (2003) 3647-3679, who give the number of realisations for a
 * precision).
 *
 * <p>Sub-volumes larger than half the edge overlap wherever they are: that their scatter goes to 0 says nothing.
 * Compare the number of sub-volumes with that of {@link SubVolumeSize#disjoint() disjoint} ones. A volume that is
 * itself too small has no representative size within it, whatever the numbers.
 *
 * <p>Cost: the quantity of the whole volume, and that of every sub-volume, one after the other.
 */
public final class RepresentativeVolume {

    private final double whole;
    private final List<SizeStatistics> sizes;

    private RepresentativeVolume(final double whole, final List<SizeStatistics> sizes) {
        this.whole = whole;
        this.sizes = List.copyOf(sizes);
    }

    /**
     * Studies a quantity. The same places for all volumes of a shape, and the same ones whatever the quantity.
     *
     * @throws org.electrode4d.transport.TransportException if sub-volumes are larger than the volume, or it is too
     *     small for any
     * @throws IOException what the quantity throws
     */
    public static RepresentativeVolume of(final Volume phases, final QuantityOfInterest quantity,
        final SubVolumeSettings settings, final Progress progress) throws IOException {
        final List<SubVolumes> sizes = new ArrayList<>();
        double voxels = phases.shape().voxels();
        for (final double edge : SubVolumes.edges(phases, settings)) {
            final SubVolumes size = SubVolumes.of(phases, edge, settings);
            voxels += (double)size.places().size() * size.size().voxels().voxels();
            sizes.add(size);
        }
        double done = phases.shape().voxels() / voxels;
        final double whole = quantity.of(phases, progress.part(0, done));
        final List<SizeStatistics> statistics = new ArrayList<>();
        for (final SubVolumes size : sizes) {
            final double[] values = new double[size.places().size()];
            for (int i = 0; i < values.length; i++) {
                progress.check();
                final Block block = size.places().get(i);
                final double end = Math.min(1, done + size.size().voxels().voxels() / voxels);
                values[i] = quantity.of(phases.crop(block), progress.part(done, end));
                done = end;
            }
            statistics.add(SizeStatistics.of(size.size(), values, whole));
        }
        return new RepresentativeVolume(whole, statistics);
    }

    /** The quantity of the whole volume. */
    public double whole() {
        return whole;
    }

    /** From the smallest size to the largest. */
    public List<SizeStatistics> sizes() {
        return sizes;
    }

    /**
     * The smallest size from which on the coefficient of variation is at most a tolerance. Sizes of which no two find
     * room side by side are left out: they all hold the same middle of the volume, and up to its own size scatter ever
     * less whatever is in it. A size of which some sub-volumes have no value is not representative.
     *
     * @param tolerance in %
     * @return empty where even the largest size scatters more, or has no coefficient of variation
     */
    public Optional<SizeStatistics> smallest(final double tolerance) {
        final List<SizeStatistics> told = sizes.stream().filter(size -> size.size().disjoint() > 1).toList();
        Optional<SizeStatistics> smallest = Optional.empty();
        for (int i = told.size() - 1; i >= 0 && told.get(i).isWithin(tolerance); i--) {
            smallest = Optional.of(told.get(i));
        }
        return smallest;
    }
}
