// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.surface.MarchingCubes;
import org.electrode4d.volume.surface.TriangleSurface;

/**
 * How far two phases are from each other, in both directions: for points of the one the distance
 * {@code d(a, B) = min |a - b|} to the other (Vorauer et al., Commun. Chem. 3, 141, 2020, Fig. 7). The largest of a
 * direction is its directed Hausdorff distance, the larger of both the Hausdorff distance.
 *
 * <p>With surfaces, both phases are smoothed and triangulated by {@link MarchingCubes}; where the volume cuts a phase
 * is no surface. With voxels, distances are those of {@link DistanceTransform}. What lies beyond the border of the
 * volume is unknown: a distance may be too large where it is longer than that to the border.
 */
public final class PhaseDistances {

    private final DistanceDistribution there;
    private final DistanceDistribution back;
    private final Volume map;
    private final List<ColouredSurface> surfaces;
    private final String undefined;

    private PhaseDistances(final DistanceDistribution there, final DistanceDistribution back, final Volume map,
        final List<ColouredSurface> surfaces, final String undefined) {
        this.there = there;
        this.back = back;
        this.map = map;
        this.surfaces = surfaces;
        this.undefined = undefined;
    }

    /**
     * The surface of a phase.
     *
     * @param triangles in µm
     * @param distances of the vertices to the other phase, in µm
     */
    public record ColouredSurface(TriangleSurface triangles, float[] distances) {
    }

    /**
     * Measures both directions. Memory: 5 bytes per voxel in the scratch space; with surfaces, besides, some 40 per
     * triangle of the larger one.
     *
     * @param first 1 inside and 0 elsewhere, of an integer type
     * @param second alike in shape and voxel size
     * @throws org.electrode4d.volume.VolumeException if the phases are FLOAT32 or not alike, if surfaces do not fit
     *     into memory, or if the histogram has too many bins
     * @throws IOException if there is no room for the distances
     */
    public static PhaseDistances of(final Volume first, final Volume second, final DistanceSettings settings,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        Masks.requireAlike(Masks.requireIntegers(first, "the first phase"),
            Masks.requireIntegers(second, "the second phase"));
        for (final Volume phase : new Volume[] {first, second}) {
            if (Masks.isEmpty(phase, progress)) {
                return undefined(null, phase.name() + " has no voxel");
            }
        }
        return settings.points() == DistancePoints.SURFACE ? ofSurfaces(first, second, settings, scratch, progress)
            : ofVoxels(first, second, settings, scratch, progress);
    }

    private static PhaseDistances undefined(final Volume map, final String reason) {
        return new PhaseDistances(DistanceDistribution.NONE, DistanceDistribution.NONE, map, List.of(), reason);
    }

    private static PhaseDistances ofVoxels(final Volume first, final Volume second, final DistanceSettings settings,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        final boolean boundaryOnly = settings.points() == DistancePoints.BOUNDARY_VOXELS;
        final double correction = settings.convention().correction(settings.points(), first);
        final PlaneStore toFirst = DistanceTransform.storeTo(first, scratch, progress.part(0, 0.4));
        final DistanceDistribution back = DistanceDistribution.of(
            new VoxelSamples(second, toFirst, boundaryOnly, correction), settings.binWidth(), progress.part(0.4, 0.5));
        scratch.release(toFirst);
        final PlaneStore toSecond = DistanceTransform.storeTo(second, scratch, progress.part(0.5, 0.9));
        final DistanceDistribution there = DistanceDistribution.of(
            new VoxelSamples(first, toSecond, boundaryOnly, correction), settings.binWidth(), progress.part(0.9, 1));
        return new PhaseDistances(there, back, map(first, second, toSecond, settings), List.of(), "");
    }

    private static PhaseDistances ofSurfaces(final Volume first, final Volume second, final DistanceSettings settings,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        final PlaneStore toSecond = DistanceTransform.storeTo(second, scratch, progress.part(0, 0.2));
        final Volume map = map(first, second, toSecond, settings);
        final TriangleSurface one = surface(first, settings, progress.part(0.2, 0.3));
        final TriangleSurface other = surface(second, settings, progress.part(0.3, 0.4));
        if (one.triangleCount() == 0 || other.triangleCount() == 0) {
            return undefined(map, (one.triangleCount() == 0 ? first : second).name()
                + " has no surface inside of the volume, or is too thin for the smoothing");
        }
        final float[] there = SurfaceDistances.of(one, other, progress.part(0.4, 0.7));
        final float[] back = SurfaceDistances.of(other, one, progress.part(0.7, 1));
        return new PhaseDistances(
            DistanceDistribution.of(new VertexSamples(one, there), settings.binWidth(), Progress.NONE),
            DistanceDistribution.of(new VertexSamples(other, back), settings.binWidth(), Progress.NONE), map,
            List.of(new ColouredSurface(one, there), new ColouredSurface(other, back)), "");
    }

    private static TriangleSurface surface(final Volume phase, final DistanceSettings settings,
        final Progress progress) {
        return MarchingCubes.of(MarchingCubes.smoothed(phase, settings.sigma()), MarchingCubes.MASK_LEVEL, progress);
    }

    private static Volume map(final Volume first, final Volume second, final PlaneStore distances,
        final DistanceSettings settings) {
        final VoxelSamples samples = new VoxelSamples(first, distances, false,
            settings.convention().correction(DistancePoints.ALL_VOXELS, first));
        Blocks.map(samples.parts(), Progress.NONE, "Distances of voxels", z -> {
            samples.keepPhase(z);
            return z;
        });
        return distances.like(first, "Distance from " + first.name() + " to " + second.name());
    }

    /** From the first phase to the second. */
    public DistanceDistribution there() {
        return there;
    }

    /** From the second phase to the first. */
    public DistanceDistribution back() {
        return back;
    }

    /** The Hausdorff distance in µm: the larger of both directions; NaN where it is not defined. */
    public double hausdorff() {
        return Math.max(there.max(), back.max());
    }

    /**
     * The distance of each voxel of the first phase to the second one, between centres or faces as the settings say,
     * and NaN elsewhere: FLOAT32 in µm, which lives as long as the scratch space. Empty if one of the phases is.
     */
    public Optional<Volume> map() {
        return Optional.ofNullable(map);
    }

    /** The surfaces of the first and of the second phase; none if others were asked for, or one is not there. */
    public List<ColouredSurface> surfaces() {
        return surfaces;
    }

    /** Why there are no distances, without a full stop; empty where there are. */
    public String undefined() {
        return undefined;
    }
}
