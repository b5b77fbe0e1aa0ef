// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.segmentation.comparison.ComparedParticle;
import org.electrode4d.segmentation.comparison.LabelMatching;
import org.electrode4d.segmentation.comparison.ParticleComparison;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Measured and true particles of the scans that both tables have.
 *
 * @param steps the scans, from the first one with measured labels on; empty where there is none
 */
record MatchedSeries(List<String> steps, ParticleComparison comparison) {

    private static final MatchedSeries EMPTY = new MatchedSeries(List.of(), new ParticleComparison(List.of(), 0));

    /** Labels of a scan. */
    private record Scan(String step, LabelVolume labels) {
    }

    /**
     * Matches particles at the first scan.
     *
     * @param series with the measured labels
     * @param trueSeries with the true labels of the first scan at least
     * @throws KNIMEException where a table does not have the first scan
     */
    static MatchedSeries of(final BufferedDataTable series, final BufferedDataTable trueSeries,
        final ParticleStates measured, final ParticleStates truth, final ParticleComparisonNodeParameters parameters,
        final Progress progress) throws InvalidSettingsException, IOException, KNIMEException {
        final Scan first = find(series, parameters.m_labelColumn, "");
        if (first == null) {
            return EMPTY;
        }
        final Scan trueFirst = find(trueSeries, parameters.m_trueColumn, first.step);
        if (trueFirst == null) {
            throw NodeFailure.of("The true series has no labels of " + first.step + ", the first measured scan.",
                "Set 'True particles' of the Digital Twin to 'First scan' or 'All scans'.");
        }
        requireStep(measured, first.step, "measured");
        requireStep(truth, first.step, "true");
        final List<String> steps = new ArrayList<>(truth.bySteps().keySet());
        steps.subList(0, steps.indexOf(first.step)).clear();
        steps.retainAll(measured.bySteps().keySet());
        final List<ComparedParticle> particles =
            LabelMatching.of(first.labels, trueFirst.labels, parameters.leastOverlap(), progress).matches().stream()
                .map(match -> new ComparedParticle(match, measured.of(match.measured(), steps),
                    truth.of(match.truth(), steps))).toList();
        return new MatchedSeries(List.copyOf(steps), new ParticleComparison(particles, steps.size()));
    }

    /**
     * The first scan that has labels, or null.
     *
     * @param wanted its step; empty for any
     */
    private static Scan find(final BufferedDataTable table, final String column, final String wanted)
        throws InvalidSettingsException, IOException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int labels = Columns.find(spec, column, VolumeValue.class, "labels (volumes)");
        for (final DataRow row : table) {
            final String step = ScanStep.of(spec, row).name();
            final DataCell cell = row.getCell(labels);
            if ((wanted.isEmpty() || wanted.equals(step)) && cell instanceof VolumeValue volume) {
                return new Scan(step, LabelVolume.of(volume.getVolume()));
            }
        }
        return null;
    }

    private static void requireStep(final ParticleStates table, final String step, final String kind)
        throws KNIMEException {
        if (!table.bySteps().containsKey(step)) {
            throw NodeFailure.of("The table of " + kind + " particles has no row of " + step
                + ", the first scan with labels; its steps are " + String.join(", ", table.bySteps().keySet()) + ".",
                "Connect tables of the same series.");
        }
    }
}
