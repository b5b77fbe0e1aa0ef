// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrode4d.correlation.kernel.CubicSampler;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.correlation.kernel.ReferenceSums;
import org.electrode4d.correlation.kernel.RowRanges;
import org.electrode4d.correlation.kernel.RowSampler;
import org.electrode4d.correlation.kernel.SplineCoefficients;
import org.electrode4d.correlation.kernel.TargetSums;
import org.electrode4d.correlation.kernel.TrilinearSampler;
import org.electrode4d.correlation.kernel.WindowSums;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/**
 * Sums over a whole volume, block by block on the ambient executor; a block holds what it needs of either volume only
 * while it is at work. A deformed volume of up to 2^24 voxels is held as a whole: its spline is the same in every pass
 * and needs no halos then. Block sums are added in the order of the blocks.
 */
final class RegistrationSource implements SumSource {

    private static final int EDGE = 64;
    /** Voxels of a deformed volume that is held as a whole, with its spline: 128 MiB at most. */
    static final long LARGEST_IN_MEMORY = 1L << 24;
    /** The part of the progress that is left after a pass over the volume: how many are needed is not known before. */
    private static final double LEFT = 0.85;

    private final VolumePair pair;
    private final Point centre;
    private final double shift;
    private final List<Block> blocks;
    private final List<ReferenceSums> ofBlocks;
    private final List<RowRanges> ranges;
    private final Progress progress;
    private final List<RowSampler> inMemory = new ArrayList<>();
    private double begun;

    /**
     * @param centre about which maps are described
     * @param shift about the mean of the reference's grey values
     * @param progress every pass over the volume brings it nearer to the end by the same part of the rest
     */
    RegistrationSource(final VolumePair pair, final Point centre, final double shift, final Progress progress) {
        this.pair = pair;
        this.centre = centre;
        this.shift = shift;
        this.progress = progress;
        final Shape s = pair.shape();
        blocks = Blocks.tile(new Shape(s.x() - 2, s.y() - 2, s.z() - 2), EDGE).stream()
            .map(block -> block.translate(1, 1, 1)).toList();
        ranges = blocks.stream().map(block -> new RowRanges()).toList();
        if (s.voxels() <= LARGEST_IN_MEMORY) {
            inMemory.add(new TrilinearSampler(Patch.load(pair.deformed(), Block.of(s), Optional.empty(),
                new SilentProgress(progress))));
        }
        ofBlocks = Blocks.map(blocks.size(), pass(), "Registering", i -> sums(i).reference());
    }

    @Override
    public double shift() {
        return shift;
    }

    @Override
    public ReferenceSums reference() {
        return ofBlocks.stream().reduce(ReferenceSums::plus).orElseThrow();
    }

    @Override
    public TargetSums target(final ReferenceSums whole, final Transformation map, final boolean cubic,
        final double shiftG) {
        if (cubic && inMemory.size() == 1) {
            inMemory.add(new CubicSampler(SplineCoefficients.of(inMemory.get(0).patch(), new SilentProgress(progress))));
        }
        return Blocks.map(blocks.size(), pass(), "Registering", i -> target(i, map, cubic, shiftG)).stream()
            .reduce(TargetSums::plus).orElseThrow();
    }

    private Progress pass() {
        final double from = begun;
        begun = 1 - LEFT * (1 - begun);
        return progress.part(from, begun);
    }

    private TargetSums target(final int i, final Transformation map, final boolean cubic, final double shiftG) {
        if (!inMemory.isEmpty()) {
            return sums(i).target(ofBlocks.get(i), SumSource.parameters(map), inMemory.get(cubic ? 1 : 0), shiftG);
        }
        final Block block = blocks.get(i);
        final Point low = new Point(block.minX(), block.minY(), block.minZ()).minus(centre);
        final Point high = new Point(block.endX() - 1.0, block.endY() - 1.0, block.endZ() - 1.0).minus(centre);
        final Block mapped = new WindowFrame(low, high, block.voxels(), 0).mapped(map, centre, 1);
        final Block needed = mapped.grow(cubic ? SplineCoefficients.HALO : 1).clip(pair.shape());
        if (mapped.clip(pair.shape()).isEmpty() || needed.sizeX() < 2 || needed.sizeY() < 2 || needed.sizeZ() < 2) {
            return TargetSums.none();
        }
        final Patch patch = Patch.load(pair.deformed(), needed, Optional.empty(), Progress.NONE);
        final RowSampler sampler = cubic ? new CubicSampler(SplineCoefficients.of(patch, Progress.NONE))
            : new TrilinearSampler(patch);
        return sums(i).target(ofBlocks.get(i), SumSource.parameters(map), sampler, shiftG);
    }

    private WindowSums sums(final int i) {
        final Block block = blocks.get(i);
        final Patch patch = Patch.load(pair.reference(), block.grow(1), Optional.empty(), Progress.NONE);
        return new WindowSums(patch, block, new double[] {centre.x(), centre.y(), centre.z()}, shift,
            ranges.get(i));
    }
}
