// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A graph of Deeplearning4j whose errors come from outside: the loss is ours. Activations stay in the workspaces that the
 * graph would use for a loss of its own; its public methods for external errors take them out, into memory that only the
 * garbage collector frees.
 */
final class LogitsGraph extends ComputationGraph {

    private static final long serialVersionUID = 1L;

    private final String output;

    LogitsGraph(final ComputationGraphConfiguration configuration, final String output) {
        super(configuration);
        this.output = output;
    }

    /** What the seed says is dropped in the next steps. */
    void dropout(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        for (final GraphVertex vertex : vertices) {
            if (vertex instanceof DropoutVertex dropout) {
                dropout.on(random.split());
            }
        }
    }

    /** Nothing is dropped in the next steps. */
    void noDropout() {
        for (final GraphVertex vertex : vertices) {
            if (vertex instanceof DropoutVertex dropout) {
                dropout.off();
            }
        }
    }

    /** The loss in training mode. */
    double forward(final INDArray images, final BiFunction<INDArray, INDArray, Double> loss) {
        return run(images, loss, false);
    }

    /**
     * The loss in training mode; derivatives by all parameters are then in {@link #getFlattenedGradients()}, and for
     * running means how much they go down in a step.
     *
     * @param loss takes the logits and gives the loss and, in the second array, its derivatives
     */
    double backpropagate(final INDArray images, final BiFunction<INDArray, INDArray, Double> loss) {
        return run(images, loss, true);
    }

    private double run(final INDArray images, final BiFunction<INDArray, INDArray, Double> loss, final boolean back) {
        final LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.builder()
            .with(ArrayType.ACTIVATIONS, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
            .with(ArrayType.INPUT, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
            .with(ArrayType.FF_WORKING_MEM, WS_LAYER_WORKING_MEM, WS_LAYER_WORKING_MEM_CONFIG)
            .with(ArrayType.BP_WORKING_MEM, WS_LAYER_WORKING_MEM, WS_LAYER_WORKING_MEM_CONFIG).build();
        try (MemoryWorkspace open = workspaces.notifyScopeEntered(ArrayType.ACTIVATIONS)) {
            final Map<String, INDArray> activations = ffToLayerActivationsInWS(true, -1, null, FwdPassType.STANDARD, false,
                new INDArray[] {images}, null, null, false);
            final INDArray logits = activations.get(output);
            final INDArray derivatives = Nd4j.createUninitialized(logits.dataType(), logits.shape(), 'c');
            final double value = loss.apply(logits, derivatives);
            if (back) {
                calcBackpropGradients(false, false, derivatives);
            }
            return value;
        } finally {
            for (final GraphVertex vertex : vertices) {
                vertex.clear();
            }
        }
    }
}
