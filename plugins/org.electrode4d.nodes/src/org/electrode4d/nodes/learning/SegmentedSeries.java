// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.learning.prediction.Prediction;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanNames;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;

/** What the predictors put out: the cells of one scan after the other, with pictures and warnings. */
final class SegmentedSeries {

    private final SegmentedScan output;
    private final Warnings warnings;
    private final ScanNames names = new ScanNames();
    private final List<PictureTable.Drawing> drawings = new ArrayList<>();

    /** A scan and where it stands. */
    record Scan(ScanStep step, RowKey row, Volume volume) {
    }

    SegmentedSeries(final SegmentedScan output, final Warnings warnings) {
        this.output = output;
        this.warnings = warnings;
    }

    /**
     * Configures a node with the inputs series, models and more models.
     *
     * @param volumes column of the scans
     * @throws InvalidSettingsException if one of the tables has no column of models
     */
    static void configure(final ConfigureInput in, final ConfigureOutput out, final int volumes,
        final SegmentedScan.Wanted wanted) throws InvalidSettingsException {
        ModelColumns.require(in.getInTableSpec(1), in.getInTableSpec(2));
        // the columns of probabilities are named after the classes, which only the models know
        out.setOutSpec(0, wanted.probabilities() ? null
            : new RowAppender(new int[]{volumes}, SegmentedScan.columns(wanted, List.of())).spec(in.getInTableSpec(0)));
        out.setOutSpec(1, PictureTable.spec());
    }

    SegmentedScan.Wanted wanted() {
        return output.wanted();
    }

    /**
     * The cells of a scan, which are stored before this returns.
     *
     * @param model name of the one that was chosen
     */
    List<DataCell> add(final Scan scan, final Prediction prediction, final String model, final Progress progress)
        throws IOException {
        if (prediction.excluded() > 0) {
            warnings.add(prediction.excluded() + " voxels of " + scan.step.name()
                + " have no finite grey value. Their phase is 0.");
        }
        final List<DataCell> cells = output.store(prediction, model, progress);
        drawings.add(output.drawing(names.of(scan.step, scan.row), scan.volume, cells.get(0)));
        return cells;
    }

    /** Pictures of all scans so far, drawn when they are written. */
    List<PictureTable.Drawing> drawings() {
        return List.copyOf(drawings);
    }
}
