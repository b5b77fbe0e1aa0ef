// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.statistics.LabelCensus;
import org.electrode4d.volume.statistics.LabelExtent;
import org.electrode4d.volume.statistics.LabelIndex;
import org.electrode4d.volume.surface.CroftonWeights;
import org.electrode4d.volume.surface.InterfaceCounts;
import org.electrode4d.volume.surface.PairCounts;

/**
 * Size, place, shape, surface, contacts and grey values of all particles of a label volume, from two passes over it,
 * and a third one for distances from a tilted plane. Some 500 bytes per label and 80 per pair that touches; particles
 * are put together when asked for.
 *
 * <p>Labels are integers above zero; background is 0 and below. A volume of one slice is measured in two dimensions:
 * see {@link Particle}. Grey values that are no numbers are left out. Nothing depends on blocks or threads.
 */
public final class ParticleMeasurement {

    private static final double CENSUS = 0.4;
    private static final double SURFACES = 0.9;

    private final Volume volume;
    private final ParticleSettings settings;
    private final boolean hasGrey;
    private final LabelCensus census;
    private final InterfaceCounts counts;
    private final CroftonWeights weights;
    /** Distances of the nearest voxel centres; null without collector, or where boxes tell. */
    private final double[] nearest;
    private final int[] contacts;
    private final double[] contactArea;

    private ParticleMeasurement(final LabelVolume labels, final Volume grey, final ParticleSettings settings,
        final Progress progress) {
        volume = labels.volume();
        this.settings = settings;
        hasGrey = grey != null;
        census = hasGrey ? LabelCensus.of(labels, grey, progress.part(0, CENSUS))
            : LabelCensus.of(labels, progress.part(0, CENSUS));
        final LabelIndex index = new LabelIndex();
        for (int i = 0; i < census.count(); i++) {
            index.add(census.label(i));
        }
        weights = isFlat() ? CroftonWeights.ofSlice(volume.voxelSize()) : CroftonWeights.of(volume.voxelSize());
        counts = InterfaceCounts.of(labels, index, settings.estimator() == SurfaceEstimator.LINDBLAD,
            progress.part(CENSUS, SURFACES));
        final Optional<CollectorPlane> tilted = settings.collector().filter(plane -> !plane.isAcrossZ());
        nearest = tilted.isEmpty() ? null
            : NearestVoxels.of(labels, tilted.get(), index, progress.part(SURFACES, 1));
        contacts = new int[census.count()];
        contactArea = new double[census.count()];
        touching().forEach(this::countContact);
    }

    /**
     * Measures all particles.
     *
     * @param labels of an integer type
     * @param grey of the same shape and voxel size; null for none
     * @throws SegmentationException if volumes do not fit together, or for Lindblad's weights where voxels are no cubes
     *     or the volume is a single slice
     */
    public static ParticleMeasurement of(final Volume labels, final Volume grey, final ParticleSettings settings,
        final Progress progress) {
        Masks.requireIntegers(labels, "the labels of particles");
        if (grey != null) {
            Masks.requireAlike(labels, grey);
        }
        if (settings.estimator() == SurfaceEstimator.LINDBLAD
            && (labels.shape().z() == 1 || !labels.voxelSize().isIsotropic())) {
            throw new SegmentationException("Lindblad's surface needs a volume of cubic voxels, but " + labels.name()
                + " has " + labels.shape() + " voxels of " + labels.voxelSize() + ". Take Crofton's formula.");
        }
        return new ParticleMeasurement(LabelVolume.of(labels), grey, settings, progress);
    }

    private boolean isFlat() {
        return volume.shape().z() == 1;
    }

    /** Of particles. */
    public int count() {
        return census.count();
    }

    /** A particle, from 0; labels ascend. */
    public Particle particle(final int place) {
        final LabelExtent extent = census.extent(place);
        final Particle.Form form = form(place, extent);
        return new Particle(extent, form, surface(place, form), distance(place, extent, form.centre()),
            hasGrey ? Optional.of(census.grey(place)) : Optional.empty());
    }

    private Particle.Form form(final int place, final LabelExtent extent) {
        final VoxelSize size = volume.voxelSize();
        final double amount = extent.voxels() * size.volume();
        final double diameter =
            isFlat() ? 2 * Math.sqrt(amount / size.z() / Math.PI) : Math.cbrt(6 * amount / Math.PI);
        final Point centre = volume.origin().plus(extent.centre().times(size));
        return new Particle.Form(amount, diameter, centre,
            PrincipalAxes.of(census.covariance(place), size, isFlat()), VolumeFace.touchedBy(extent.box(), volume.shape()));
    }

    private Particle.Surface surface(final int place, final Particle.Form form) {
        final VoxelSize size = volume.voxelSize();
        final double area = settings.estimator() == SurfaceEstimator.CROFTON
            ? counts.area(place, settings.borderIsSurface(), weights)
            : counts.lindbladFaces(place, settings.borderIsSurface()) * size.x() * size.x();
        final boolean cut = !settings.borderIsSurface() && !form.border().isEmpty();
        final double ball = Math.PI * form.diameter() * (isFlat() ? size.z() : form.diameter());
        final boolean hasSphericity = !cut && census.voxels(place) >= settings.leastVoxels() && area > 0;
        return new Particle.Surface(area, hasSphericity ? ball / area : Double.NaN, contacts[place],
            contactArea[place]);
    }

    private Optional<Particle.Distance> distance(final int place, final LabelExtent extent, final Point centre) {
        if (isFlat()) {
            return Optional.empty();
        }
        return settings.collector().map(plane -> {
            final double half = plane.halfVoxel(volume.voxelSize());
            final long z = plane.normal().z() > 0 ? extent.box().minZ() : extent.box().endZ() - 1;
            final double first = nearest != null ? nearest[place]
                : plane.distance(volume.origin().plus(new Point(0, 0, z).times(volume.voxelSize())));
            return new Particle.Distance(plane.distance(centre), first - half);
        });
    }

    /** Numbers of pairs that share a face, in the order of their labels: sums do not depend on threads. */
    private IntStream touching() {
        final PairCounts pairs = counts.pairs();
        return IntStream.range(0, pairs.size()).filter(i -> pairs.faces(i) > 0).boxed()
            .sorted(Comparator.<Integer>comparingInt(pairs::first).thenComparingInt(pairs::second))
            .mapToInt(Integer::intValue);
    }

    private void countContact(final int pair) {
        final double area = counts.pairs().area(pair, weights);
        for (final int place : Set.of(counts.pairs().first(pair), counts.pairs().second(pair))) {
            contacts[place]++;
            contactArea[place] += area;
        }
    }

    /** All pairs that share a face of a voxel, in the order of their labels. */
    public List<ParticleContact> contacts() {
        final PairCounts pairs = counts.pairs();
        return touching().mapToObj(i -> new ParticleContact(census.label(pairs.first(i)),
            census.label(pairs.second(i)), pairs.faces(i), pairs.area(i, weights))).toList();
    }
}
