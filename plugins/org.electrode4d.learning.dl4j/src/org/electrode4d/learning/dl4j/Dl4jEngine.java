// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;

/** Deeplearning4j on the processor: trains and predicts; its convolutions are those of oneDNN. */
public final class Dl4jEngine implements Engine {

    /** Name of this engine. */
    public static final String ID = "dl4j";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "Deeplearning4j 1.0.0-M2.1" + (OneDnn.available() ? " with oneDNN" : "");
    }

    @Override
    public boolean trains() {
        return true;
    }

    @Override
    public Network open(final NetworkSource source, final NetworkOptions options) {
        if (source instanceof NetworkSource.Graph graph) {
            return new Dl4jNetwork(graph, options);
        }
        throw new EngineException("Deeplearning4j opens networks of this program only, no ONNX file. Choose the engine "
            + "\"onnx\".");
    }
}
