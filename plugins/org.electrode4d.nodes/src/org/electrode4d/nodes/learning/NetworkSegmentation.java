// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.SliceModel;
import org.electrode4d.learning.prediction.Prediction;
import org.electrode4d.learning.prediction.StepRule;
import org.electrode4d.learning.prediction.VolumePredictor;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.learning.ModelColumns.StepModel;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.knime.core.node.KNIMEException;

/**
 * Segments the scans of a series, each with the model that is for its step. The engine starts with the first scan; a
 * model is opened when a scan needs it.
 */
final class NetworkSegmentation implements AutoCloseable {

    private final UNetPredictorNodeParameters parameters;
    private final List<StepModel> models;
    private final List<StepRule> rules;
    private final EngineStart engines;
    private final Progress progress;
    private final Map<Integer, Network> networks = new HashMap<>();
    private EngineStart.Running running;

    /**
     * @param models at least one, unless there is no scan
     * @param progress of all scans, which the engine asks whether the work was cancelled
     * @throws KNIMEException where one of them is no network
     */
    NetworkSegmentation(final UNetPredictorNodeParameters parameters, final List<StepModel> models,
        final EngineStart engines, final Progress progress) throws KNIMEException {
        this.parameters = parameters;
        this.models = List.copyOf(models);
        this.engines = engines;
        this.progress = progress;
        for (final StepModel model : models) {
            if (model.file().description().kind() == ModelKind.FOREST) {
                throw NodeFailure.of("The model " + model.file().description().name() + " is a pixel classifier, no "
                    + "network.", "Connect it to a Pixel Classifier Predictor.");
            }
        }
        rules = ModelColumns.rules(models);
    }

    /** Which model is for a step. */
    int choose(final String step) {
        return StepRule.choose(rules, step);
    }

    /** A model by its number. */
    SliceModel model(final int index) {
        return SliceModel.of(models.get(index).file());
    }

    /** @param scratch keeps the result; close it after that was stored */
    Prediction predict(final int index, final Volume scan, final ScratchSpace scratch, final Progress part)
        throws IOException, KNIMEException {
        final SliceModel model = model(index);
        return new VolumePredictor(model, network(index, model), parameters.settings()).predict(scan, scratch, part);
    }

    private Network network(final int index, final SliceModel model) throws IOException, KNIMEException {
        if (running == null) {
            running = engines.start(parameters.m_engine, progress);
        }
        if (!networks.containsKey(index)) {
            networks.put(index, running.engine().open(model.source(), NetworkOptions.DEFAULT));
        }
        return networks.get(index);
    }

    /** Ends the engine, and all networks with it. */
    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}
