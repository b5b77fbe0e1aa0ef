// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.onnx;

import org.electrode4d.learning.engine.InputCheck;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.OnnxExport;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/** A network of our own layers, exported to ONNX for each set of parameters. */
final class OwnNetwork extends PredictingNetwork {

    private final NetworkGraph graph;
    private final InputCheck check;
    private Parameters parameters;
    private OnnxSession session;

    OwnNetwork(final NetworkGraph graph, final Parameters parameters) {
        this.graph = graph;
        this.parameters = parameters;
        check = new InputCheck(graph);
        check.parameters(parameters);
        session = OnnxSession.open(OnnxExport.bytes(graph, parameters));
    }

    @Override
    public Tensor predict(final Tensor images) {
        check.images(images);
        return session.run(images);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public void setParameters(final Parameters changed) {
        check.parameters(changed);
        final OnnxSession opened = OnnxSession.open(OnnxExport.bytes(graph, changed));
        session.close();
        session = opened;
        parameters = changed;
    }

    @Override
    public void close() {
        session.close();
    }
}
