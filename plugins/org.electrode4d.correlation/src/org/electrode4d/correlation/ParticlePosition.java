// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.LabelCensus;

/**
 * Where a particle is in one scan.
 *
 * @param label of its voxels, greater than zero
 * @param centre of mass in µm, with every voxel weighing the same; counts from the origin of the volume's coordinates
 * @param voxels how many it has; 0 where it was not seen but followed by a deformation field
 */
public record ParticlePosition(int label, Point centre, long voxels) {

    /** The particles of a label volume, label by label; 0 is the background. One pass in blocks of 128 voxels. */
    public static List<ParticlePosition> all(final LabelVolume labels, final Progress progress) {
        final Volume volume = labels.volume();
        return LabelCensus.of(labels, progress).extents().stream().map(extent -> new ParticlePosition(extent.label(),
            volume.origin().plus(extent.centre().times(volume.voxelSize())), extent.voxels())).toList();
    }

    /**
     * The particles of a scan.
     *
     * @throws ShapeMismatchException if the labels have another shape than the scan
     */
    public static List<ParticlePosition> all(final Volume scan, final LabelVolume labels, final Progress progress) {
        if (!labels.volume().shape().equals(scan.shape())) {
            throw new ShapeMismatchException(labels.volume(), scan, "Labels must have the shape of the scan that they "
                + "belong to.");
        }
        return all(labels, progress);
    }

    /** The largest particles, at most so many, of at least a size; in the order of their labels. */
    public static List<ParticlePosition> largest(final List<ParticlePosition> particles, final int count,
        final long leastVoxels) {
        return particles.stream().filter(p -> p.voxels >= leastVoxels)
            .sorted(Comparator.comparingLong(ParticlePosition::voxels).reversed()
                .thenComparing(ParticlePosition::label))
            .limit(count).sorted(Comparator.comparingInt(ParticlePosition::label)).toList();
    }

    /** The particle of a label. */
    public static Optional<ParticlePosition> ofLabel(final List<ParticlePosition> particles, final int label) {
        return particles.stream().filter(p -> p.label == label).findFirst();
    }

    /** The particle whose centre is nearest to a position in µm, if it is no further than a distance in µm. */
    public static Optional<ParticlePosition> nearest(final List<ParticlePosition> particles, final Point position,
        final double within) {
        return particles.stream().filter(p -> p.centre.distance(position) <= within)
            .min(Comparator.comparingDouble(p -> p.centre.distance(position)));
    }

    /**
     * Where a deformation field carries the centre: {@code x = X + u(X)}. Empty where the field knows no displacement.
     *
     * @param field measured from this scan to another
     */
    public Optional<ParticlePosition> carriedBy(final DeformationField field) {
        final Point voxel = centre.minus(field.volumeOrigin()).dividedBy(field.voxelSize());
        final Transformation map = field.at(voxel);
        return map.isFinite()
            ? Optional.of(new ParticlePosition(label, centre.plus(map.displacement().times(field.voxelSize())), 0))
            : Optional.empty();
    }
}
