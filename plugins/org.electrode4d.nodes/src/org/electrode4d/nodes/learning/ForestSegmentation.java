// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.learning.model.ForestModel;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.prediction.ForestPredictor;
import org.electrode4d.learning.prediction.Prediction;
import org.electrode4d.learning.prediction.StepRule;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.learning.ModelColumns.StepModel;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.ScanNames;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.RowKey;
import org.knime.core.node.KNIMEException;

/** Segments the scans of a series with pixel classifiers, each with the one that is for its step. */
final class ForestSegmentation {

    private final List<ForestModel> models = new ArrayList<>();
    private final List<StepRule> rules;
    private final SegmentedScan output;
    private final ScanNames names = new ScanNames();
    private final List<PictureTable.Drawing> drawings = new ArrayList<>();
    private final Warnings warnings;

    /** @throws KNIMEException where one of the models is no pixel classifier */
    ForestSegmentation(final List<StepModel> models, final SegmentedScan output, final Warnings warnings)
        throws KNIMEException {
        this.output = output;
        this.warnings = warnings;
        for (final StepModel model : models) {
            if (model.file().description().kind() != ModelKind.FOREST) {
                throw NodeFailure.of("The model " + model.file().description().name() + " is a network, no pixel "
                    + "classifier.", "Connect it to a U-Net Predictor.");
            }
            this.models.add(ForestModel.of(model.file()));
        }
        rules = models.stream().map(model -> StepRule.parse(model.steps())).toList();
    }

    /** The cells of a scan. */
    List<DataCell> segment(final ScanStep step, final RowKey row, final Volume scan, final Progress progress)
        throws IOException, KNIMEException {
        if (models.isEmpty()) {
            throw ModelColumns.nothing();
        }
        final ForestModel model = models.get(StepRule.choose(rules, step.name()));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Prediction prediction = new ForestPredictor(model).predict(scan, output.wanted().anyProbability(),
                scratch, progress.part(0, 0.9));
            if (prediction.excluded() > 0) {
                warnings.add(prediction.excluded() + " voxels of " + step.name()
                    + " have no finite grey value. Their phase is 0.");
            }
            final List<DataCell> cells =
                output.store(prediction, model.description().name(), progress.part(0.9, 1));
            drawings.add(output.drawing(names.of(step, row), scan, cells.get(0)));
            return cells;
        }
    }

    /** Pictures of all scans so far, drawn when they are written. */
    List<PictureTable.Drawing> drawings() {
        return List.copyOf(drawings);
    }
}
