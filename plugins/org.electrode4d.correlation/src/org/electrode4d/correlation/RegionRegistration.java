// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * The rigid motion of a part of the sample: only voxels of a region of the reference take part. The criterion and the
 * iteration are those of {@link GlobalRegistration}, on the same levels from coarse to fine; the degrees of freedom can
 * be chosen one by one. Work: (voxels of the region's box) x (some ten iterations). Memory: as there. The same bits for
 * any number of threads.
 */
public final class RegionRegistration {

    /** Voxels by which a region may move away from where its starts put it. */
    private static final int ROOM = 16;
    private static final int LEAST = 8;
    private static final double READ_SHARE = 0.1;
    private static final double COARSE_TOLERANCE = 0.05;
    private static final int EDGE = 64;

    private final VolumePair part;
    private final Volume mask;
    private final Block box;
    private final Point centre;
    private final RigidMotion motion;
    private final ConvergenceSettings convergence;

    private RegionRegistration(final VolumePair pair, final Region region, final Block crop, final RigidMotion motion,
        final ConvergenceSettings convergence) {
        part = new VolumePair(pair.reference().crop(crop), pair.deformed().crop(crop));
        mask = region.mask().crop(crop);
        box = region.box().translate(-crop.minX(), -crop.minY(), -crop.minZ());
        centre = part.centre();
        this.motion = motion;
        this.convergence = convergence;
    }

    /**
     * Registers a region.
     *
     * @param starts maps of the whole volume about its middle; from which the region correlates best on the coarsest
     *     level, the iteration goes on
     * @param convergence its freedom counts for nothing: {@code motion} does
     * @return a level that fails hands on what it started from
     * @throws CorrelationException if the region has no texture or no numbers
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static RegionMatch register(final VolumePair pair, final Region region, final RigidMotion motion,
        final List<Transformation> starts, final ConvergenceSettings convergence, final Progress progress) {
        Block crop = region.box().grow(ROOM);
        for (final Transformation start : starts) {
            final Point middle = pair.centre();
            final Block b = region.box();
            final WindowFrame frame = new WindowFrame(new Point(b.minX(), b.minY(), b.minZ()).minus(middle),
                new Point(b.endX() - 1.0, b.endY() - 1.0, b.endZ() - 1.0).minus(middle), b.voxels(), 0);
            crop = crop.hull(frame.mapped(start, middle, ROOM));
        }
        final Block inside = crop.clip(pair.shape());
        final RegionRegistration registration = new RegionRegistration(pair, region, inside, motion, convergence);
        final Point from = pair.centre();
        final Point to = registration.centre.plus(new Point(inside.minX(), inside.minY(), inside.minZ()));
        final RegionMatch match = registration.run(starts.stream().map(s -> s.recentred(from, to)).toList(), progress);
        return new RegionMatch(match.map().recentred(to, from), match.status(), match.zncc(), match.iterations());
    }

    private RegionMatch run(final List<Transformation> starts, final Progress progress) {
        final List<Integer> bins = GlobalRegistration.automatic(new Shape(Math.max(LEAST, box.sizeX()),
            Math.max(LEAST, box.sizeY()), Math.max(LEAST, box.sizeZ())));
        RegionMatch best = null;
        for (int i = 0; i < bins.size(); i++) {
            final Level level =
                level(bins.get(i), progress.part(i / (double)bins.size(), (i + READ_SHARE) / bins.size()));
            final Progress rest = progress.part((i + READ_SHARE) / bins.size(), (i + 1.0) / bins.size());
            final boolean finest = i == bins.size() - 1;
            final RegionMatch next = i == 0 ? best(level, starts, finest, rest) : level.run(best.map(), finest, rest);
            best = next.isConverged() || best == null ? next
                : new RegionMatch(best.map(), next.status(), best.zncc(), next.iterations());
            if (!next.isConverged()) {
                break;
            }
        }
        return best;
    }

    private static RegionMatch best(final Level level, final List<Transformation> starts, final boolean finest,
        final Progress progress) {
        RegionMatch best = null;
        for (int i = 0; i < starts.size(); i++) {
            final RegionMatch next = level.run(starts.get(i), finest,
                progress.part(i / (double)starts.size(), (i + 1.0) / starts.size()));
            best = best == null || isBetter(next, best) ? next : best;
        }
        return best;
    }

    private static boolean isBetter(final RegionMatch next, final RegionMatch best) {
        return next.isConverged() == best.isConverged() ? next.zncc() > best.zncc() || best.zncc() != best.zncc()
            : next.isConverged();
    }

    private Level level(final int bin, final Progress progress) {
        final Binning binning = new Binning(bin);
        final VolumePair binned = binning.apply(part);
        final Volume cover = binning.apply(mask);
        final Volume masked = LazyVolume.of(binned.reference().name(), binned.shape(), binned.reference().voxelSize(),
            EDGE, (block, values) -> maskedGreys(binned.reference(), cover, block, values));
        final VolumePair pair = new VolumePair(masked, binned.deformed());
        final boolean small = pair.shape().voxels() <= RegistrationSource.LARGEST_IN_MEMORY;
        final VolumePair loaded = small ? new Binning(1).load(pair, progress) : pair;
        return new Level(binning, loaded, small ? GreyContrast.require(loaded.reference(), binning).mean() : 0);
    }

    private static void maskedGreys(final Volume greys, final Volume cover, final Block block, final float[] values) {
        final float[] inside = new float[values.length];
        greys.read(block, values);
        cover.read(block, inside);
        for (int i = 0; i < values.length; i++) {
            values[i] = inside[i] != 0 ? values[i] : Float.NaN;
        }
    }

    /** One size of the averaged blocks. */
    private final class Level {

        private final Binning binning;
        private final VolumePair pair;
        private final double shift;

        Level(final Binning binning, final VolumePair pair, final double shift) {
            this.binning = binning;
            this.pair = pair;
            this.shift = shift;
        }

        RegionMatch run(final Transformation start, final boolean finest, final Progress progress) {
            final Point middle = binning.toBinned(centre);
            final RegistrationSource source = new RegistrationSource(pair, middle, shift, progress);
            final Point low = binning.toBinned(new Point(box.minX(), box.minY(), box.minZ())).minus(middle);
            final Point high = binning.toBinned(new Point(box.endX() - 1.0, box.endY() - 1.0, box.endZ() - 1.0))
                .minus(middle);
            final WindowFrame frame = new WindowFrame(low, high, source.reference().count(), Double.MAX_VALUE);
            final ConvergenceSettings settings = finest ? convergence : convergence.withAccuracy(Accuracy.FAST)
                .withTolerance(Math.max(COARSE_TOLERANCE, convergence.tolerance()));
            final NodeResult result = new GaussNewton(source, frame, settings, motion)
                .run(start.scaled(1.0 / binning.bin()), progress);
            return new RegionMatch(result.transformation().scaled(binning.bin()), result.status(), result.zncc(),
                result.iterations());
        }
    }
}
