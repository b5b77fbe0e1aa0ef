// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.surface.CroftonWeights;
import org.electrode4d.volume.surface.MarchingCubes;

/**
 * How much of a volume every phase takes, in total and per slice, the surface of each, the interface of each pair, and
 * the lines along which three meet; from two passes over the volume, and one more per phase for marching cubes. Every
 * label is a phase, 0 too. Asking for a phase that is not there answers 0.
 *
 * <p>A volume of one slice is a section through bodies that go on along z: surfaces and interfaces are the length of
 * borders, and lines the number of points, times the thickness of the slice.
 *
 * <p>Nothing is seen in the outermost half voxel: surfaces, interfaces and lines are those between the centres of the
 * outermost voxels. Nothing depends on blocks or threads.
 */
public final class PhaseMeasurement {

    /** What counting takes of the time where marching cubes follow. */
    private static final double COUNTS = 0.2;

    private final LabelVolume phases;
    private final int axis;
    private final PhaseCounts counts;
    private final PhaseInterfaces interfaces;
    private final CroftonWeights weights;
    private final Map<Integer, Double> surfaces = new TreeMap<>();

    private PhaseMeasurement(final LabelVolume phases, final PhaseSettings settings, final Progress progress) {
        this.phases = phases;
        axis = settings.axis();
        final Volume volume = phases.volume();
        final boolean meshed = settings.estimator() == AreaEstimator.MARCHING_CUBES;
        final double counted = meshed ? COUNTS : 1;
        weights = weights(volume);
        counts = PhaseCounts.of(phases, settings.axis(), progress.part(0, counted / 2));
        interfaces = PhaseInterfaces.of(phases, counts.labels(), progress.part(counted / 2, counted));
        final List<Integer> labels = counts.labels();
        for (final int label : labels) {
            final double part = (1 - counted) / labels.size();
            final double from = counted + part * surfaces.size();
            surfaces.put(label, meshed ? mesh(label, settings, progress.part(from, from + part))
                : interfaces.surface(label, settings.borderIsSurface(), weights));
        }
    }

    /** The faces of the volume are flat, so that their area is that of the faces of voxels. */
    private double mesh(final int label, final PhaseSettings settings, final Progress progress) {
        final Volume indicator =
            MarchingCubes.smoothed(LabelMask.of(phases, label), settings.smoothing());
        final double inside = MarchingCubes.area(indicator, MarchingCubes.MASK_LEVEL, progress);
        return settings.borderIsSurface() ? inside + interfaces.borderArea(label, phases.volume()) : inside;
    }

    /**
     * Measures all phases.
     *
     * @param phases of an integer type; names of labels are taken from its metadata
     * @throws org.electrode4d.volume.VolumeException for FLOAT32
     * @throws TransportException for more than 64 labels, or marching cubes of a volume of one voxel along x or y
     */
    public static PhaseMeasurement of(final Volume phases, final PhaseSettings settings, final Progress progress) {
        Masks.requireIntegers(phases, "the phases");
        final Shape shape = phases.shape();
        if (settings.estimator() == AreaEstimator.MARCHING_CUBES && Math.min(shape.x(), shape.y()) < 2) {
            throw new TransportException(phases.name() + " has " + shape + " voxels, but marching cubes need at least "
                + "two along x and y. Take Crofton's formula, or turn the volume so that its slices are across z.");
        }
        return new PhaseMeasurement(LabelVolume.of(phases), settings, progress);
    }

    /** For a volume, or for a section through bodies that go on along z. */
    static CroftonWeights weights(final Volume volume) {
        return volume.shape().z() == 1 ? CroftonWeights.ofSlice(volume.voxelSize())
            : CroftonWeights.of(volume.voxelSize());
    }

    /** All labels of the volume, ascending. */
    public List<Integer> labels() {
        return counts.labels();
    }

    /** The name of a phase; "Label 7" where the volume has none for it. */
    public String name(final int label) {
        return phases.name(label);
    }

    /** Of all voxels, in µm³. */
    public double sampleVolume() {
        final Shape shape = phases.volume().shape();
        return shape.voxels() * phases.volume().voxelSize().volume();
    }

    /** In µm³. */
    public double volume(final int label) {
        return counts.voxels(label) * phases.volume().voxelSize().volume();
    }

    /** The part of all voxels that a phase takes, 0 to 1. */
    public double fraction(final int label) {
        return counts.voxels(label) / (double)phases.volume().shape().voxels();
    }

    /** The part of each slice that a phase takes, 0 to 1, from the first slice on. */
    public double[] profile(final int label) {
        return counts.profile(label);
    }

    /** Where the centres of the slices are, in µm along their axis from the origin of the scanner. */
    public double[] positions() {
        final Volume volume = phases.volume();
        final Point step = new Point(1, 1, 1).times(volume.voxelSize());
        final double first = along(volume.origin());
        final double[] positions = new double[Math.toIntExact(volume.shape().along(axis))];
        Arrays.setAll(positions, slice -> first + slice * along(step));
        return positions;
    }

    private double along(final Point point) {
        return axis == 0 ? point.x() : axis == 1 ? point.y() : point.z();
    }

    /** Of the parts of slices, 0 to 1; the mean is the fraction. */
    public SampleStatistics slices(final int label) {
        return SampleStatistics.of(counts.profile(label));
    }

    /** In µm², by the estimator of the settings. */
    public double surface(final int label) {
        return surfaces.getOrDefault(label, 0.0);
    }

    /** All pairs of phases that meet somewhere. */
    public SortedSet<PhasePair> pairs() {
        return interfaces.pairs();
    }

    /** In µm², by Crofton's formula; those of a phase add up to its surface by that formula without the border. */
    public double interfaceArea(final PhasePair pair) {
        return interfaces.area(pair, weights);
    }

    /** All triples of phases that meet somewhere. */
    public SortedSet<PhaseTriple> triples() {
        return counts.triples();
    }

    /** Where three phases meet: of no length where they do not. */
    public TripleLine tripleLine(final PhaseTriple triple) {
        return counts.tripleLine(triple);
    }
}
