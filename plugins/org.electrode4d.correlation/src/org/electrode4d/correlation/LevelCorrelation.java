// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/** All nodes of one level of the pyramid. */
final class LevelCorrelation {

    /** Voxels at a window's corner by which a start value must differ for a second chance to make sense. */
    private static final double OTHER_START = 0.5;
    /** What another start value may cure; missing voxels and missing texture it cannot. */
    private static final Set<NodeStatus> CURABLE = EnumSet.of(NodeStatus.MAX_ITERATIONS, NodeStatus.DIVERGED,
        NodeStatus.VOLUME_CHANGE, NodeStatus.SINGULAR_TRANSFORMATION, NodeStatus.BAD_START);

    private final VolumePair full;
    private final VolumePair pair;
    private final Optional<Volume> mask;
    private final Binning binning;
    private final NodeLevel level;
    private final NodeGrid grid;
    private final LocalCorrelationSettings settings;

    LevelCorrelation(final VolumePair full, final NodeLevel level, final int bin,
        final LocalCorrelationSettings settings) {
        this.full = full;
        this.level = level;
        this.settings = settings;
        binning = new Binning(bin);
        pair = binning.apply(full);
        mask = settings.mask().map(binning::apply);
        grid = settings.placement().place(full.shape(), level.nodeSpacing());
    }

    /** @param start where it is not defined, nodes end as {@link NodeStatus#BAD_START} and get their second chance */
    DeformationField run(final DeformationField start, final Progress progress) {
        final DeformationField.Builder builder = DeformationField.builder(grid, full.reference().voxelSize())
            .of(full.reference());
        final List<Integer> all = new ArrayList<>();
        for (int node = 0; node < grid.size(); node++) {
            all.add(node);
        }
        final double firstPart = settings.secondChances() > 0 ? 0.8 : 1;
        correlate(all, start, builder, progress.part(0, firstPart));
        DeformationField field = builder.build();
        DeformationField before = start;
        for (int chance = 0; chance < settings.secondChances(); chance++) {
            final DeformationField filled = FieldFilter.apply(field, FilterSettings.defaults());
            final SecondChance wanted = new SecondChance(field, before, filled, level.halfWindow());
            final List<Integer> failed = all.stream().filter(wanted::test).toList();
            if (failed.isEmpty()) {
                break;
            }
            correlate(failed, filled, builder, progress.part(begin(firstPart, chance), begin(firstPart, chance + 1)));
            field = builder.build();
            before = filled;
        }
        progress.report(1, "Node spacing " + level.nodeSpacing() + " voxels");
        return field;
    }

    /** Where on the progress a second chance begins; each has the same part of what the first run left. */
    private double begin(final double firstPart, final int chance) {
        return firstPart + (1 - firstPart) * chance / settings.secondChances();
    }

    /** Whether a failed node has converged neighbours that say something new. */
    private record SecondChance(DeformationField field, DeformationField before, DeformationField filled,
        int halfWindow) {

        boolean test(final int node) {
            if (!CURABLE.contains(field.status(node)) || filled.status(node) != NodeStatus.FILLED) {
                return false;
            }
            final Transformation old = before.at(field.grid().position(node));
            final Point corner = new Point(halfWindow, halfWindow, halfWindow);
            return !(new WindowFrame(corner.times(-1), corner, 0, 0).cornerDistance(old,
                filled.transformation(node)) < OTHER_START);
        }
    }

    /** Correlates some nodes; a node that has a result already keeps it unless the new one converged. */
    private void correlate(final List<Integer> nodes, final DeformationField start,
        final DeformationField.Builder builder, final Progress progress) {
        final List<NodeTask> tasks = new ArrayList<>();
        for (final int node : nodes) {
            final Point position = grid.position(node);
            tasks.add(NodeTask.of(node, binning.toBinned(position),
                start.at(position).scaled(1.0 / binning.bin()), level.halfWindow() / binning.bin(), pair.shape()));
        }
        final NodeResult[] results = new TileCorrelation(pair, mask, settings.convergence(), settings.memory(),
            grid.size()).run(tasks, progress);
        final boolean first = nodes.size() == grid.size();
        for (final NodeTask task : tasks) {
            final NodeResult result = results[task.node()];
            if (first || result.status() == NodeStatus.CONVERGED) {
                builder.set(task.node(), atNode(result, task));
            }
        }
    }

    /** From the window's centre back to the node, and to unbinned voxels. */
    private NodeResult atNode(final NodeResult result, final NodeTask task) {
        final Point position = binning.toBinned(grid.position(task.node()));
        return result.with(result.transformation().recentred(task.centre(), position).scaled(binning.bin()));
    }
}
