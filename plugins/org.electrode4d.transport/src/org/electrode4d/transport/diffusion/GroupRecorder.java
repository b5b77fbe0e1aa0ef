// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.volume.Progress;

/** Follows means over groups of elements through time. */
final class GroupRecorder {

    private final CellGroups groups;
    private final SparseMatrix volumes;
    private final SparseMatrix contents;
    private final double[] measures;
    private final double[] means;
    private final CrossingTimes crossings;

    GroupRecorder(final CellGroups groups, final DiffusionModel model, final double threshold,
        final Progress progress) {
        this.groups = groups;
        final Assembly assembly = new Assembly(model.space(), progress);
        final double[] porosities = model.porosities();
        contents = assembly.integrals(groups.groups(), groups.size(), porosities);
        Arrays.fill(porosities, 1);
        volumes = assembly.integrals(groups.groups(), groups.size(), porosities);
        measures = new double[groups.size()];
        final double[] cells = assembly.measures();
        for (int cell = 0; cell < cells.length; cell++) {
            if (groups.groups()[cell] >= 0) {
                measures[groups.groups()[cell]] += cells[cell];
            }
        }
        means = new double[groups.size()];
        crossings = new CrossingTimes(groups.size(), threshold);
    }

    double[] add(final double time, final double[] values) {
        volumes.multiply(values, means);
        for (int i = 0; i < means.length; i++) {
            means[i] /= measures[i];
        }
        crossings.add(time, means);
        return means;
    }

    List<GroupUptake> uptakes(final double[] values) {
        final double[] times = crossings.times();
        final double[] amounts = contents.times(values);
        final List<GroupUptake> uptakes = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            uptakes.add(new GroupUptake(groups.labels().get(i), measures[i], means[i], amounts[i], times[i]));
        }
        return uptakes;
    }
}
