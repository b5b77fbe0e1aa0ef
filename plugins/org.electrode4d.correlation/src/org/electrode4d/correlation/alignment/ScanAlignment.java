// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrode4d.correlation.Accuracy;
import org.electrode4d.correlation.AlignedVolume;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Polar;
import org.electrode4d.correlation.RigidMode;
import org.electrode4d.correlation.RigidMotion;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * How a scan drifted, and where it belongs. Positions in µm count from the centre of the first voxel.
 */
public final class ScanAlignment {

    private final Volume volume;
    private final MatchedScan match;
    private final Transformation fromFirst;
    private final Frame frame;
    private final Optional<CollectorPlane> plane;
    private final Accuracy accuracy;

    /**
     * The first scan's frame.
     *
     * @param plane of its collector
     * @param middle of the region, where drift is measured, in µm
     * @param level from the levelled frame to the first scan; the identity without levelling
     * @param origin of the first scan
     */
    record Frame(Optional<CollectorPlane> plane, Point middle, Transformation level, Point origin) {
    }

    /** @param fromFirst the map from the first scan to this one */
    ScanAlignment(final ScanState state, final MatchedScan match, final Transformation fromFirst, final Frame frame,
        final Accuracy accuracy) {
        volume = state.scan().volume();
        plane = state.plane();
        this.match = match;
        this.fromFirst = fromFirst;
        this.frame = frame;
        this.accuracy = accuracy;
    }

    /** Where the first scan's material is in this one: about the middle of the volume, in voxels. */
    public Transformation map() {
        return fromFirst;
    }

    /** Of the iteration; NOT_RUN for the first scan and where nothing was determined. */
    public NodeStatus status() {
        return match.status();
    }

    /** What a person should know. */
    public List<String> remarks() {
        return match.remarks();
    }

    /** The degrees of freedom that were measured, in the axes of the collector. */
    public Set<RigidMode> determined() {
        return match.determined().keySet();
    }

    /**
     * Standard deviation that the noise of the scans explains, against the scan it was compared with: µm for
     * translations, degrees for rotations; NaN where it was not determined.
     */
    public double uncertainty(final RigidMode mode) {
        final Map<RigidMode, Double> all = match.determined();
        final double deviation = all.getOrDefault(mode, Double.NaN);
        return mode.isRotation() ? Math.toDegrees(deviation) : deviation;
    }

    /** Zero-mean normalised cross-correlation of the region with the scan it was compared with. */
    public double zncc() {
        return match.zncc();
    }

    /** Root of the mean squared difference of the region's grey values. */
    public double residual() {
        return match.residual();
    }

    /** The collector in this scan as it was recorded; empty where none was found. */
    public Optional<CollectorPlane> plane() {
        return plane;
    }

    /** How far the middle of the rigid region moved since the first scan, in µm. */
    public Point translation() {
        final VoxelSize size = volume.voxelSize();
        return fromFirst.displacement(frame.middle.dividedBy(size), volume.shape().centre()).times(size);
    }

    /** How the rigid region turned since the first scan: along the axis, as long as the angle in degrees. */
    public Point rotation() {
        final double[] v = Polar.of(RigidMotion.toMicrometres(fromFirst.f(), volume.voxelSize())).rotationVector();
        return new Point(v[0], v[1], v[2]);
    }

    /** Distance of this scan's collector to that of the first as recorded, in µm along its normal; NaN if unknown. */
    public double distanceBefore() {
        return distance(Transformation.IDENTITY);
    }

    /** The same once the scan is aligned. */
    public double distanceAfter() {
        return distance(fromFirst.inverse());
    }

    private double distance(final Transformation back) {
        if (plane.isEmpty() || frame.plane.isEmpty()) {
            return Double.NaN;
        }
        final VoxelSize size = volume.voxelSize();
        final Point moved = back.apply(plane.get().centroid().dividedBy(size), volume.shape().centre()).times(size);
        final double[] f = RigidMotion.toMicrometres(back.f(), size);
        final Point n = plane.get().normal();
        final Point turned = new Point(f[0] * n.x() + f[1] * n.y() + f[2] * n.z(),
            f[3] * n.x() + f[4] * n.y() + f[5] * n.z(), f[6] * n.x() + f[7] * n.y() + f[8] * n.z());
        final CollectorPlane first = frame.plane.get();
        return turned.dot(moved.minus(first.centroid())) / turned.dot(first.normal());
    }

    /** Whether the aligned scan is another volume than the scan itself. */
    public boolean isMoved() {
        return !intoFrame().equals(Transformation.IDENTITY);
    }

    private Transformation intoFrame() {
        return fromFirst.after(frame.level);
    }

    /**
     * The scan in the frame of the first, computed on demand: FLOAT32, NaN where the scan ends. The scan itself where
     * nothing has to be moved.
     */
    public Volume aligned() {
        return (isMoved() ? AlignedVolume.of(volume, intoFrame(), accuracy) : volume).withOrigin(frame.origin);
    }

    /** The same, but where the scan ends it goes on with the grey values of its border instead of NaN. */
    public Volume continued() {
        return (isMoved() ? AlignedVolume.continued(volume, intoFrame(), accuracy) : volume).withOrigin(frame.origin);
    }
}
