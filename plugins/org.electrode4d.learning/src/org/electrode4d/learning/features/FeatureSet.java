// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/**
 * Which features a pixel classifier sees: every kind at every scale, ordered by scale, then kind, then eigenvalue.
 *
 * <p>Scales are in edges of the finest voxel axis that is looked along, so that a set means the same for scans of any
 * resolution; along a coarser axis sigma is smaller by the ratio of the edges, and the features are those of the
 * sample, not of the grid. A model is applied at the voxel size it was trained at, where µm would say the same.
 *
 * @param space whether planes are looked at one by one
 * @param sigmas ascending, 0.3 to 30
 * @param kinds at least one; unmodifiable
 */
public record FeatureSet(FeatureSpace space, List<Double> sigmas, Set<FeatureKind> kinds) {

    /** The scales of ilastik (Berg et al., Nature Methods 16, 1226, 2019) but its smallest, 0.3. */
    public static final List<Double> USUAL_SIGMAS = List.of(0.7, 1.0, 1.6, 3.5, 5.0, 10.0);

    private static final double LEAST = 0.3;
    private static final double MOST = 30;

    /** @throws LearningException for no kind or scale, and for scales outside of 0.3 to 30 or named twice */
    public FeatureSet {
        final TreeSet<Double> sorted = new TreeSet<>(sigmas);
        if (kinds.isEmpty() || sorted.isEmpty()) {
            throw new LearningException("A pixel classifier needs at least one feature: choose scales and kinds.");
        } else if (sorted.size() < sigmas.size()) {
            throw new LearningException("The scales " + sigmas + " name one twice.");
        }
        for (final double sigma : sorted) {
            if (!(sigma >= LEAST && sigma <= MOST)) {
                throw new LearningException("The scale of a feature must be " + LEAST + " to " + MOST
                    + " voxels, but is " + sigma + ".");
            }
        }
        sigmas = List.copyOf(sorted);
        kinds = Set.copyOf(kinds);
    }

    /** The usual scales with all kinds but the difference of Gaussians, which says what the Laplacian does. */
    public static FeatureSet usual(final FeatureSpace space) {
        return new FeatureSet(space, USUAL_SIGMAS,
            EnumSet.complementOf(EnumSet.of(FeatureKind.DIFFERENCE_OF_GAUSSIANS)));
    }

    /** How many numbers a voxel gets. */
    public int size() {
        return sigmas.size() * countOfScale();
    }

    /** Of each feature, such as {@code Hessian eigenvalue 1, sigma 1.6 voxels}. */
    public List<String> names() {
        final List<String> names = new ArrayList<>();
        for (final double sigma : sigmas) {
            final String scale = String.format(Locale.ROOT, ", sigma %s voxels", number(sigma));
            for (final FeatureKind kind : ordered()) {
                final int count = kind.count(space);
                for (int i = 1; i <= count; i++) {
                    names.add(kind.title() + (count == 1 ? "" : " " + i) + scale);
                }
            }
        }
        return List.copyOf(names);
    }

    /** The kinds in their order. */
    List<FeatureKind> ordered() {
        return List.copyOf(EnumSet.copyOf(kinds));
    }

    /** How many features every scale has. */
    int countOfScale() {
        return kinds.stream().mapToInt(kind -> kind.count(space)).sum();
    }

    /** The sigmas along x, y and z in voxels of each axis; 0 along z where planes are looked at one by one. */
    Point along(final double sigma, final VoxelSize size) {
        final double inPlane = Math.min(size.x(), size.y());
        if (space == FeatureSpace.PLANAR) {
            return new Point(sigma * inPlane / size.x(), sigma * inPlane / size.y(), 0);
        }
        final double finest = Math.min(inPlane, size.z());
        return new Point(sigma * finest / size.x(), sigma * finest / size.y(), sigma * finest / size.z());
    }

    private static String number(final double sigma) {
        return sigma == Math.rint(sigma) ? Long.toString((long)sigma) : Double.toString(sigma);
    }
}
