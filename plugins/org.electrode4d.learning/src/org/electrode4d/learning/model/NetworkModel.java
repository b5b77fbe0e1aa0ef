// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Parameters;

/**
 * A network of our own layers that was trained.
 *
 * @param description of the kind {@link ModelKind#NETWORK}
 */
public record NetworkModel(ModelDescription description, NetworkGraph graph, Parameters parameters)
    implements SliceModel {

    private static final String GRAPH = "graph.json";
    private static final String WEIGHTS = "weights.bin";

    /**
     * @throws LearningException if the outputs of the network do not fit the classes, the parameters are not those of
     *     its layers, or the description is of another kind
     */
    public NetworkModel {
        description.require(ModelKind.NETWORK);
        final int classes = description.classes().classes().size();
        if (graph.outputs() != SliceModel.outputs(classes)) {
            throw new LearningException("The model " + description.name() + " has " + graph.outputs()
                + " outputs, which do not fit its " + classes + " classes. Write the model again.");
        }
        try {
            graph.check(parameters);
        } catch (IllegalArgumentException e) {
            throw damaged(description, e);
        }
    }

    /** @throws LearningException if the file holds another kind of model, or its parts are damaged */
    public static NetworkModel of(final ModelFile file) {
        file.description().require(ModelKind.NETWORK);
        final NetworkGraph graph;
        try {
            graph = GraphJson.read(file.json(GRAPH));
        } catch (IllegalArgumentException e) {
            throw damaged(file.description(), e);
        }
        return new NetworkModel(file.description(), graph, ParameterBytes.read(file.part(WEIGHTS)));
    }

    private static LearningException damaged(final ModelDescription description, final IllegalArgumentException e) {
        return new LearningException("The network of the model " + description.name() + " cannot be used: "
            + e.getMessage() + " Copy or write the model again.", e);
    }

    public ModelFile toFile() {
        return new ModelFile(description, new TreeMap<>(Map.of(GRAPH, ModelFile.bytes(GraphJson.write(graph)),
            WEIGHTS, ParameterBytes.write(parameters))));
    }

    @Override
    public NetworkSource source() {
        return new NetworkSource.Graph(graph, parameters);
    }

    @Override
    public OutputActivation activation() {
        return OutputActivation.LOGITS;
    }

    @Override
    public int divisor() {
        return graph.divisor();
    }
}
