// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.electrode4d.correlation.CorrelationException;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Region;
import org.electrode4d.correlation.RegionEvidence;
import org.electrode4d.correlation.RegionMatch;
import org.electrode4d.correlation.RegionRegistration;
import org.electrode4d.correlation.RegionSearch;
import org.electrode4d.correlation.RigidMode;
import org.electrode4d.correlation.RigidMotion;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;

/**
 * Brings a scan onto a reference: from the difference of the collectors' planes to all degrees of freedom, if texture
 * and edge of the collector fix them (see {@link RegionEvidence}). If they do not, then the planes give the three that
 * move a plane out of itself, and those in the plane come from another region, if so chosen.
 */
final class ScanMatch {

    private final ScanState reference;
    private final ScanState scan;
    private final AlignmentSettings settings;
    private final VolumePair pair;
    private final Region region;
    private final RigidMotion axes;
    private final Set<RigidMode> wanted;
    private final List<String> remarks = new ArrayList<>();

    private ScanMatch(final ScanState reference, final ScanState scan, final AlignmentSettings settings) {
        this.reference = reference;
        this.scan = scan;
        this.settings = settings;
        pair = new VolumePair(reference.greys(reference), scan.greys(reference));
        region = reference.region().orElseThrow();
        axes = PlaneMotion.axes(reference.plane(), pair.reference().voxelSize());
        wanted = settings.freedom().rotations() ? RigidMode.RIGID : RigidMode.TRANSLATION;
    }

    /**
     * @throws CorrelationException if the voxels differ in number or size, or the region has no contrast
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    static MatchedScan of(final ScanState reference, final ScanState scan, final AlignmentSettings settings,
        final Progress progress) {
        return new ScanMatch(reference, scan, settings).run(progress);
    }

    private MatchedScan run(final Progress progress) {
        final Placed placed = settings.freedom().inPlane() == InPlaneMotion.COLLECTOR
            ? byCollector(progress.part(0, 0.8)) : acrossPlane(progress.part(0, 0.8));
        final boolean other = settings.freedom().inPlane() == InPlaneMotion.VOLUME
            || settings.freedom().inPlane() == InPlaneMotion.MASK;
        return other ? inPlane(placed, progress.part(0.8, 1)) : result(placed, progress.part(0.8, 1));
    }

    /** A map, how it came about, and the degrees of freedom that it fixes with their deviations. */
    private record Placed(RegionMatch match, Map<RigidMode, Double> determined) {
    }

    /** All degrees of freedom by the collector's texture and edge, or what of them they fix. */
    private Placed byCollector(final Progress progress) {
        final Transformation start = start();
        final Set<Transformation> starts = new LinkedHashSet<>(List.of(start));
        if (settings.freedom().searchRange() > 0) {
            starts.addAll(RegionSearch.starts(pair, region, start, settings.freedom().searchRange(),
                progress.part(0, 0.2)));
        }
        final RegionMatch all = register(region, wanted, List.copyOf(starts), progress.part(0.2, 0.7));
        final RegionEvidence evidence = RegionEvidence.of(pair, region, all.map(), axes, progress.part(0.7, 0.8));
        final Set<RigidMode> fixed = all.isConverged() ? evidence.determined(wanted, largest(), lever(region))
            : EnumSet.noneOf(RigidMode.class);
        if (fixed.equals(wanted)) {
            return new Placed(all, evidence.uncertainty(wanted));
        }
        final Set<RigidMode> alongPlane = intersection(fixed, RigidMode.IN_PLANE);
        return alongPlane.isEmpty() ? acrossPlane(progress.part(0.8, 1)) : some(fixed, progress.part(0.8, 1));
    }

    private Transformation start() {
        return PlaneMotion.between(reference.plane(), scan.plane(), pair, settings.freedom().rotations());
    }

    /**
     * The motion that a smooth plane shows. Without texture an iteration would compare electrodes that are not on each
     * other, and their different greys move the edge; the planes, from half of the local grey step, do not mind.
     */
    private Placed acrossPlane(final Progress progress) {
        final Set<RigidMode> modes = intersection(RigidMode.OUT_OF_PLANE, wanted);
        if (reference.plane().filter(CollectorPlane::subVoxel).isPresent()
            && scan.plane().filter(CollectorPlane::subVoxel).isPresent()) {
            final Map<RigidMode, Double> deviations = PlaneMotion.uncertainty(reference.plane().get(),
                scan.plane().get());
            deviations.keySet().retainAll(modes);
            return new Placed(new RegionMatch(start(), NodeStatus.CONVERGED, Double.NaN, 0), deviations);
        }
        final RegionMatch match = register(region, modes, List.of(start()), progress.part(0, 0.5));
        final RegionEvidence evidence = RegionEvidence.of(pair, region, match.map(), axes, progress.part(0.5, 0.6));
        final Set<RigidMode> fixed = match.isConverged() ? evidence.determined(modes, largest(), lever(region))
            : EnumSet.noneOf(RigidMode.class);
        return fixed.equals(modes) ? new Placed(match, evidence.uncertainty(modes))
            : some(fixed, progress.part(0.6, 1));
    }

    /** Some degrees of freedom alone. */
    private Placed some(final Set<RigidMode> fixed, final Progress progress) {
        if (fixed.isEmpty()) {
            return new Placed(new RegionMatch(start(), NodeStatus.NOT_RUN, Double.NaN, 0), Map.of());
        }
        final RegionMatch match = register(region, fixed, List.of(start()), progress.part(0, 0.8));
        final RegionEvidence evidence = RegionEvidence.of(pair, region, match.map(), axes, progress.part(0.8, 1));
        return new Placed(match, evidence.uncertainty(fixed));
    }

    /** A deviation in µm: the edge of a cube as large as a voxel, times what is allowed. */
    private double largest() {
        return settings.freedom().largestUncertainty() * Math.cbrt(pair.reference().voxelSize().volume());
    }

    /** Half of the diagonal of a region's box in µm: what a rotation moves its corner by. */
    private double lever(final Region of) {
        final VoxelSize size = pair.reference().voxelSize();
        return new Point(of.box().sizeX(), of.box().sizeY(), of.box().sizeZ()).times(size).norm() / 2;
    }

    private RegionMatch register(final Region of, final Set<RigidMode> modes, final List<Transformation> starts,
        final Progress progress) {
        return RegionRegistration.register(pair, of, axes.withModes(modes), starts, settings.convergence(), progress);
    }

    private MatchedScan result(final Placed placed, final Progress progress) {
        final Set<RigidMode> lacking = EnumSet.copyOf(settings.freedom().rotations() ? RigidMode.RIGID
            : RigidMode.TRANSLATION);
        lacking.removeAll(placed.determined.keySet());
        if (settings.freedom().inPlane() == InPlaneMotion.NONE) {
            lacking.removeAll(RigidMode.IN_PLANE);
        }
        if (!lacking.isEmpty()) {
            remarks.add("The rigid region has too little texture to fix the motion " + labels(lacking)
                + ", which was left as it is" + (placed.determined.isEmpty() ? ". Choose another region."
                    : "; only " + labels(placed.determined.keySet()) + " was aligned. Take the motion in the plane "
                        + "from the whole volume or from another mask."));
        }
        final NodeStatus status = placed.match.status();
        if (status != NodeStatus.CONVERGED && status != NodeStatus.NOT_RUN) {
            remarks.add("The registration ended with '" + status.label()
                + "'. Widen the search range, or compare with the scan before.");
        }
        final RegionEvidence evidence = RegionEvidence.of(pair, region, placed.match.map(), axes, progress);
        return new MatchedScan(placed.match.map(), status, placed.determined, evidence.zncc(), evidence.residual(),
            List.copyOf(remarks));
    }

    private static String labels(final Set<RigidMode> modes) {
        return modes.stream().map(RigidMode::label).collect(Collectors.joining(", "));
    }

    /** The motion in the plane by another region, in which greys are as they are. */
    private MatchedScan inPlane(final Placed across, final Progress progress) {
        final VolumePair plain = new VolumePair(reference.scan().volume(), scan.scan().volume());
        final Region other = otherRegion(progress.part(0, 0.1));
        final Set<RigidMode> modes = intersection(RigidMode.IN_PLANE,
            settings.freedom().rotations() ? RigidMode.RIGID : RigidMode.TRANSLATION);
        final Set<Transformation> starts = new LinkedHashSet<>(List.of(across.match.map()));
        if (settings.freedom().searchRange() > 0) {
            starts.addAll(RegionSearch.starts(plain, other, across.match.map(), settings.freedom().searchRange(),
                progress.part(0.1, 0.3)));
        }
        final RegionMatch moved = RegionRegistration.register(plain, other, axes.withModes(modes),
            List.copyOf(starts), settings.convergence(), progress.part(0.3, 0.8));
        final RegionEvidence evidence = RegionEvidence.of(plain, other, moved.map(), axes, progress.part(0.8, 0.9));
        if (!moved.isConverged() || !evidence.determined(modes, largest(), lever(other)).equals(modes)) {
            return result(across, progress.part(0.9, 1));
        }
        final Map<RigidMode, Double> determined = new EnumMap<>(RigidMode.class);
        determined.putAll(across.determined);
        determined.putAll(evidence.uncertainty(modes));
        return result(new Placed(new RegionMatch(moved.map(), across.match.status(), moved.zncc(),
            moved.iterations()), determined), progress.part(0.9, 1));
    }

    private Region otherRegion(final Progress progress) {
        if (settings.freedom().inPlane() == InPlaneMotion.VOLUME) {
            return Region.whole(reference.scan().volume());
        }
        return reference.scan().inPlane().map(mask -> Region.of(mask, progress).orElseThrow(
            () -> new CorrelationException("The mask " + mask.name() + " for the motion in the plane covers nothing: "
                + "all its " + mask.shape() + " voxels are 0. Choose another mask.")))
            .orElseThrow(() -> new CorrelationException("There is no mask for the motion in the plane of "
                + reference.scan().volume().name() + ", to which other scans are aligned."));
    }

    private static Set<RigidMode> intersection(final Set<RigidMode> a, final Set<RigidMode> b) {
        final Set<RigidMode> both = EnumSet.copyOf(a);
        both.retainAll(b);
        return both;
    }
}
