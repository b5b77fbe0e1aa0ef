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
import org.electrode4d.nodes.learning.ModelColumns.StepModel;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.knime.core.data.DataCell;
import org.knime.core.node.KNIMEException;

/** Segments the scans of a series with pixel classifiers, each with the one that is for its step. */
final class ForestSegmentation {

    private final List<ForestModel> models = new ArrayList<>();
    private final List<StepRule> rules;
    private final SegmentedSeries output;

    /** @throws KNIMEException where one of the models is no pixel classifier */
    ForestSegmentation(final List<StepModel> models, final SegmentedSeries output) throws KNIMEException {
        this.output = output;
        for (final StepModel model : models) {
            if (model.file().description().kind() != ModelKind.FOREST) {
                throw NodeFailure.of("The model " + model.file().description().name() + " is a network, no pixel "
                    + "classifier.", "Connect it to a U-Net Predictor.");
            }
            this.models.add(ForestModel.of(model.file()));
        }
        rules = ModelColumns.rules(models);
    }

    /** The cells of a scan. */
    List<DataCell> segment(final SegmentedSeries.Scan scan, final Progress progress)
        throws IOException {
        final ForestModel model = models.get(StepRule.choose(rules, scan.step().name()));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Prediction prediction = new ForestPredictor(model).predict(scan.volume(),
                output.wanted().anyProbability(), scratch, progress.part(0, 0.9));
            return output.add(scan, prediction, model.description().name(), progress.part(0.9, 1));
        }
    }
}
