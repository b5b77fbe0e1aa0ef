// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;
import java.util.Optional;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.correlation.kernel.ReferenceSums;
import org.electrode4d.correlation.kernel.RowSampler;
import org.electrode4d.correlation.kernel.TargetSums;
import org.electrode4d.correlation.kernel.WindowSums;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/** Sums over one window of which all voxels are in memory. */
final class WindowSource implements SumSource {

    /** Voxels that are enough to come near; fewer are too noisy to be worth an iteration. */
    private static final int ENOUGH = 30_000;

    /** The part of a window above which its matrix is good enough. */
    private static final double NEARLY_WHOLE = 0.97;

    private final WindowSums sums;
    private final List<RowSampler> samplers;
    private final Optional<SumSource> coarse;
    private boolean reduced;

    WindowSource(final Patch reference, final Block window, final Point centre, final List<RowSampler> samplers) {
        final double mean = reference.mean(window);
        sums = new WindowSums(reference, window, new double[] {centre.x(), centre.y(), centre.z()},
            mean == mean ? mean : 0);
        this.samplers = samplers;
        final int step = Math.min(window.voxels() / ENOUGH, sums.chunks() / 8);
        coarse = step > 1 ? Optional.of(new WindowSource(sums.coarse(step), samplers)) : Optional.empty();
    }

    private WindowSource(final WindowSums sums, final List<RowSampler> samplers) {
        this.sums = sums;
        this.samplers = samplers;
        coarse = Optional.empty();
    }

    @Override
    public Optional<SumSource> coarse() {
        return coarse;
    }

    @Override
    public double shift() {
        return sums.shift();
    }

    @Override
    public ReferenceSums reference() {
        return sums.reference();
    }

    @Override
    public Optional<ReferenceSums> remaining(final ReferenceSums whole, final TargetSums last) {
        final boolean small = last.count() < NEARLY_WHOLE * whole.count();
        if (!sums.hasOtherPart() || !small && !reduced) {
            return Optional.empty();
        }
        reduced = small;
        return Optional.of(small ? sums.remaining() : whole);
    }

    @Override
    public TargetSums target(final ReferenceSums whole, final Transformation map, final boolean cubic,
        final double shiftG) {
        return sums.target(whole, SumSource.parameters(map), samplers.get(cubic ? 1 : 0), shiftG);
    }
}
