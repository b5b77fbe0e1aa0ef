// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.filter.Gaussian;

/**
 * One affine map for a whole volume: a search of the translation on a strongly averaged volume, then Gauss-Newton
 * iterations from coarse to fine with the same criterion as in local correlation. Memory: averaged volumes of up to
 * 2^24 voxels and the spline of one of them, 256 MiB; larger ones, if bins are set so, block by block.
 */
public final class GlobalRegistration {

    private static final int SEARCH_EXTENT = 64;
    private static final int LEAST_EXTENT = 12;
    private static final double READ_SHARE = 0.05;
    private static final double SEARCH_SHARE = 0.1;
    /** A finer level would cost eight times as much and hardly be a better start. */
    private static final long LARGEST_FINEST = RegistrationSource.LARGEST_IN_MEMORY;
    /** Movement of the volume's corner in averaged voxels at which a level hands over to the next. */
    private static final double COARSE_TOLERANCE = 0.05;
    /** Blurs in averaged voxels, from which a large strain is found: what is out of phase is then still in one hump. */
    private static final double[] BLURS = {4, 2};

    private final VolumePair pair;
    private final RegistrationSettings settings;
    private final Optional<Transformation> given;

    private GlobalRegistration(final VolumePair pair, final RegistrationSettings settings,
        final Optional<Transformation> given) {
        this.pair = pair;
        this.settings = settings;
        this.given = given;
    }

    /**
     * Registers two states.
     *
     * @return a field of one node at the centre of the volume, (shape - 1) / 2; its status is that of the finest
     *     level. A level that fails hands on what it started from, and a remark tells
     * @throws CorrelationException if one of the volumes has no texture or no numbers
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static DeformationField register(final VolumePair pair, final RegistrationSettings settings,
        final Progress progress) {
        return register(pair, settings, Optional.empty(), progress);
    }

    /**
     * As {@link #register(VolumePair, RegistrationSettings, Progress)}, with one start more: what a person or an
     * earlier registration says. The others are tried as well, and the best correlation at the coarsest level wins.
     *
     * @param start about the centre of the volume; one that is not finite counts for nothing
     */
    public static DeformationField register(final VolumePair pair, final RegistrationSettings settings,
        final Optional<Transformation> start, final Progress progress) {
        return new GlobalRegistration(pair, settings, start.filter(Transformation::isFinite)).run(progress);
    }

    private DeformationField run(final Progress progress) {
        final Binning coarse = new Binning(coarsest(pair.shape()));
        final VolumePair small = coarse.load(pair, progress.part(0, READ_SHARE));
        final double shift = GreyContrast.require(small.reference(), coarse).mean();
        GreyContrast.require(small.deformed(), coarse);
        final DeformationField.Builder builder = DeformationField.builder(NodeGrid.single(pair.centre()),
            pair.reference().voxelSize()).of(pair.reference());
        final List<Integer> bins = settings.bins().isEmpty() ? automatic(pair.shape()) : settings.bins();
        final List<Transformation> starts = starts(small, coarse, shift,
            progress.part(READ_SHARE, SEARCH_SHARE));
        Transformation start = starts.get(0);
        NodeResult result = NodeResult.of(start, NodeStatus.NOT_RUN);
        for (int i = 0; i < bins.size(); i++) {
            final boolean finest = i == bins.size() - 1;
            final Progress part = progress.part(share(i, bins), share(i + 1, bins));
            result = i == 0 ? best(bins.get(0), finest, starts, shift, part)
                : level(bins.get(i), finest, start, shift, part);
            if (result.status() != NodeStatus.CONVERGED) {
                builder.remark("Registration at bin " + bins.get(i) + ": " + result.status().label() + " after "
                    + result.iterations() + " iterations. The result is that of the level before.");
                break;
            }
            start = result.transformation();
        }
        final boolean failed = result.status().code() < NodeStatus.NOT_RUN.code();
        return builder.set(0, failed ? result.with(start) : result).build();
    }

    /**
     * Where to begin: nowhere else, at the best correlation of the grey values, and at that of their fine structure. An
     * outline dominates the first and can mislead it; a fine structure that came and went misleads the second.
     */
    private List<Transformation> starts(final VolumePair small, final Binning coarse, final double shift,
        final Progress progress) {
        final Set<Transformation> starts = new LinkedHashSet<>();
        starts.add(Transformation.IDENTITY);
        given.ifPresent(starts::add);
        if (settings.searchRange() > 0) {
            final Point raw = TranslationSearch.best(small, settings.searchRange(), progress.part(0, 0.4));
            final Point fine = TranslationSearch.best(FineStructure.of(small), settings.searchRange(),
                progress.part(0.4, 0.8));
            for (final Point offset : List.of(raw, fine)) {
                starts.add(Transformation.translation(offset.x(), offset.y(), offset.z()).scaled(coarse.bin()));
            }
        }
        starts.add(blurred(small, shift, progress.part(0.8, 1)).scaled(coarse.bin()));
        return List.copyOf(starts);
    }

    /** The affine map between strongly blurred volumes, less and less blurred. */
    private Transformation blurred(final VolumePair small, final double shift, final Progress progress) {
        Transformation start = Transformation.IDENTITY;
        for (int i = 0; i < BLURS.length; i++) {
            final VolumePair blurred = new VolumePair(Gaussian.of(small.reference(), BLURS[i]),
                Gaussian.of(small.deformed(), BLURS[i]));
            final NodeResult result = iterate(blurred, approximate(), shift, start,
                progress.part(i / (double)BLURS.length, (i + 1) / (double)BLURS.length));
            start = result.status() == NodeStatus.CONVERGED ? result.transformation() : start;
        }
        return start;
    }

    /** The start from which the coarsest level correlates best. */
    private NodeResult best(final int bin, final boolean finest, final List<Transformation> starts,
        final double shift, final Progress progress) {
        NodeResult best = null;
        for (int i = 0; i < starts.size(); i++) {
            final NodeResult next = level(bin, finest, starts.get(i), shift,
                progress.part(i / (double)starts.size(), (i + 1) / (double)starts.size()));
            best = best == null || next.zncc() > best.zncc() || best.zncc() != best.zncc() ? next : best;
        }
        return best;
    }

    private NodeResult level(final int bin, final boolean finest, final Transformation start, final double shift,
        final Progress progress) {
        final ConvergenceSettings convergence = finest ? settings.convergence() : approximate();
        final Binning binning = new Binning(bin);
        final boolean small = pair.shape().voxels() <= LARGEST_FINEST * Math.pow(bin, 3);
        final VolumePair binned = small && bin > 1 ? binning.load(pair, progress.part(0, READ_SHARE))
            : binning.apply(pair);
        final NodeResult result = iterate(binned, convergence, shift, start.scaled(1.0 / bin),
            progress.part(READ_SHARE, 1));
        progress.report(1, "Registered at bin " + bin);
        return result.with(result.transformation().scaled(bin));
    }

    /** A level that only starts the next one need not settle to the last digit; where nothing is affine, none does. */
    private ConvergenceSettings approximate() {
        return settings.convergence().withAccuracy(Accuracy.FAST)
            .withTolerance(Math.max(COARSE_TOLERANCE, settings.convergence().tolerance()));
    }

    private static NodeResult iterate(final VolumePair pair, final ConvergenceSettings convergence,
        final double shift, final Transformation start, final Progress progress) {
        final Shape s = pair.shape();
        final Point centre = pair.centre();
        final WindowFrame frame = new WindowFrame(centre.times(-1),
            new Point(s.x() - 1, s.y() - 1, s.z() - 1).minus(centre), s.voxels(), Double.MAX_VALUE);
        return new GaussNewton(new RegistrationSource(pair, centre, shift, progress), frame, convergence)
            .run(start, progress);
    }

    /** Where the work of a level begins, by its number of voxels. */
    private static double share(final int level, final List<Integer> bins) {
        double before = 0;
        double all = 0;
        for (int i = 0; i < bins.size(); i++) {
            final double work = 1 / Math.pow(bins.get(i), 3);
            before += i < level ? work : 0;
            all += work;
        }
        return SEARCH_SHARE + (1 - SEARCH_SHARE) * before / all;
    }

    /** Powers of two from where the volume is about 64 voxels wide, to 1 or where it has no more than 2^27 voxels. */
    static List<Integer> automatic(final Shape shape) {
        final List<Integer> bins = new ArrayList<>();
        for (int bin = coarsest(shape); bin >= 1; bin /= 2) {
            bins.add(bin);
            if (bin > 1 && shape.voxels() / Math.pow(bin / 2, 3) > LARGEST_FINEST) {
                break;
            }
        }
        return bins;
    }

    private static int coarsest(final Shape shape) {
        final long longest = Math.max(shape.x(), Math.max(shape.y(), shape.z()));
        final long shortest = Math.min(shape.x(), Math.min(shape.y(), shape.z()));
        int bin = 1;
        while (longest / bin > SEARCH_EXTENT && shortest / (2 * bin) >= LEAST_EXTENT) {
            bin *= 2;
        }
        return bin;
    }
}
