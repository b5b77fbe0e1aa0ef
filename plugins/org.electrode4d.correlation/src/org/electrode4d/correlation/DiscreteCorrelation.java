// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.LabelCensus;
import org.electrode4d.volume.statistics.LabelExtent;

/**
 * One map per labelled particle instead of one per node of a grid (discrete volume correlation, as in Hall et al.,
 * Géotechnique 60 (2010), 315): grains that move as wholes, and cracks and pores between them, which a window of a grid
 * would smear. The criterion and the iteration are those of {@link LocalCorrelation}; the window is the particle with
 * a margin around it, and voxels of other particles take no part.
 *
 * <p>Work: (voxels of the particles' boxes) x (5 to 10 iterations), and one pass over the labels. Memory:
 * {@link DiscreteSettings#memory()}, 17 bytes per voxel of a particle's box for every thread, and some hundred bytes
 * per label. Results are the same bits for any number of threads.
 */
public final class DiscreteCorrelation {

    private static final double CENSUS_SHARE = 0.1;
    private static final double FIRST_SHARE = 0.8;
    /** Voxels by which another start value must differ for a second chance to make sense. */
    private static final double OTHER_START = 0.5;
    private static final int NEIGHBOURS = 8;
    private static final Set<NodeStatus> CURABLE = EnumSet.of(NodeStatus.MAX_ITERATIONS, NodeStatus.DIVERGED,
        NodeStatus.VOLUME_CHANGE, NodeStatus.SINGULAR_TRANSFORMATION, NodeStatus.BAD_START);

    private final VolumePair pair;
    private final LabelVolume labels;
    private final DiscreteSettings settings;
    private final List<LabelExtent> particles;
    private final NodeResult[] results;
    private final List<String> remarks = new ArrayList<>();

    private DiscreteCorrelation(final VolumePair pair, final LabelVolume labels, final DiscreteSettings settings,
        final List<LabelExtent> particles) {
        this.pair = pair;
        this.labels = labels;
        this.settings = settings;
        this.particles = particles;
        results = new NodeResult[particles.size()];
    }

    /**
     * Correlates the particles of two states.
     *
     * @param labels of the reference, in an integer type: particles are numbered from 1, in any order, with or without
     *     gaps; what is 0 or below belongs to none
     * @param start a registration (one node) or a field on a grid: evaluated at every particle's centre of mass. Where
     *     it says nothing, particles begin from their neighbours
     * @return a motion for every label, about its centre of mass. Particles with too few voxels are REFUSED, and so are
     *     those too large for the working memory, which a remark names
     * @throws CorrelationException if no voxel has a label
     * @throws ShapeMismatchException if the labels do not cover the reference
     * @throws IllegalArgumentException if the labels are of type FLOAT32
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static DiscreteResult correlate(final VolumePair pair, final Volume labels, final DeformationField start,
        final DiscreteSettings settings, final Progress progress) {
        if (!labels.shape().equals(pair.shape())) {
            throw new ShapeMismatchException(labels, pair.reference(), "The labels must cover the reference.");
        }
        final LabelVolume ids = new LabelVolume(labels, new TreeMap<>());
        final List<LabelExtent> particles = LabelCensus.of(ids, progress.part(0, CENSUS_SHARE)).extents();
        if (particles.isEmpty()) {
            throw new CorrelationException(labels.name() + " holds no label: no voxel is 1 or more. Choose a volume in "
                + "which the voxels of every particle have the number of the particle, and all others 0.");
        }
        return new DiscreteCorrelation(pair, ids, settings, particles).run(start, progress.part(CENSUS_SHARE, 1));
    }

    private DiscreteResult run(final DeformationField start, final Progress progress) {
        final List<ParticleTask> tasks = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            final LabelExtent particle = particles.get(i);
            final Transformation from = start.at(particle.centre());
            if (particle.voxels() < settings.minimumVoxels()) {
                results[i] = NodeResult.of(from, NodeStatus.REFUSED);
            } else {
                tasks.add(ParticleTask.of(i, particle, settings.margin(), from, pair.shape()));
            }
        }
        final double first = settings.secondChances() > 0 ? FIRST_SHARE : 1;
        final ParticleTiles tiles = new ParticleTiles(pair, labels, settings);
        tiles.run(tasks, progress.part(0, first)).forEach((index, result) -> results[index] = result);
        remarks.addAll(tiles.remarks());
        for (int chance = 0; chance < settings.secondChances(); chance++) {
            final double step = (1 - first) / settings.secondChances();
            tiles.run(secondChances(start), progress.part(first + chance * step, first + (chance + 1) * step))
                .forEach(this::improve);
        }
        progress.report(1, "Correlated " + results.length + " particles");
        return result();
    }

    /** A result that converged replaces one that did not; any replaces none at all. */
    private void improve(final int index, final NodeResult result) {
        if (result.status() == NodeStatus.CONVERGED) {
            results[index] = result;
        }
    }

    private List<ParticleTask> secondChances(final DeformationField start) {
        final List<ParticleTask> tasks = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            final LabelExtent particle = particles.get(i);
            if (CURABLE.contains(results[i].status())) {
                final Transformation before = start.at(particle.centre());
                final Point moved = ofNeighbours(particle.centre());
                if (!(before.displacement().distance(moved) < OTHER_START)) {
                    tasks.add(ParticleTask.of(i, particle, settings.margin(), Transformation.of(before.isFinite()
                        ? before.f() : Matrix3.identity(), moved), pair.shape()));
                }
            }
        }
        return tasks;
    }

    /** Mean displacement of the nearest converged particles, weighted by inverse distance; NaN without any. */
    private Point ofNeighbours(final Point place) {
        final double[] distance = new double[NEIGHBOURS];
        final int[] nearest = new int[NEIGHBOURS];
        int found = 0;
        for (int i = 0; i < results.length; i++) {
            if (results[i].status() != NodeStatus.CONVERGED) {
                continue;
            }
            final double d = particles.get(i).centre().distance(place);
            int at = found < NEIGHBOURS ? found++ : d < distance[NEIGHBOURS - 1] ? NEIGHBOURS - 1 : -1;
            for (; at > 0 && d < distance[at - 1]; at--) {
                distance[at] = distance[at - 1];
                nearest[at] = nearest[at - 1];
            }
            if (at >= 0) {
                distance[at] = d;
                nearest[at] = i;
            }
        }
        Point sum = Point.ORIGIN;
        double weights = 0;
        for (int k = 0; k < found; k++) {
            sum = sum.plus(results[nearest[k]].transformation().displacement().times(1 / distance[k]));
            weights += 1 / distance[k];
        }
        return sum.times(1 / weights);
    }

    private DiscreteResult result() {
        final List<LabelMotion> motions = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            final LabelExtent particle = particles.get(i);
            motions.add(new LabelMotion(particle.label(), particle.centre(), results[i], particle.voxels()));
        }
        return new DiscreteResult(motions, remarks);
    }
}
