// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Operation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** Writes a network down as a configuration of Deeplearning4j, layer by layer and under the same names. */
final class GraphTranslation {

    private GraphTranslation() { }

    static ComputationGraphConfiguration configuration(final NetworkGraph network, final DataType type) {
        final GraphBuilder builder = new NeuralNetConfiguration.Builder().dataType(type).updater(new NoOp())
            .trainingWorkspaceMode(WorkspaceMode.ENABLED).inferenceWorkspaceMode(WorkspaceMode.ENABLED).graphBuilder()
            .addInputs(NetworkGraph.INPUT);
        for (final var layer : network.layers()) {
            final String[] inputs = layer.inputs().toArray(String[]::new);
            final Layer translated = layer(layer.operation());
            if (translated == null) {
                builder.addVertex(layer.name(), vertex(layer.operation()), inputs);
            } else {
                builder.addLayer(layer.name(), translated, inputs);
            }
        }
        return builder.setOutputs(network.output()).validateOutputLayerConfig(false).build();
    }

    /** The layer of Deeplearning4j, or null where it is a vertex. */
    private static Layer layer(final Operation operation) {
        if (operation instanceof Operation.Convolution convolution) {
            return convolution(convolution);
        } else if (operation instanceof Operation.BatchNormalization normalization) {
            return normalization(normalization);
        } else if (operation instanceof Operation.MaxPooling) {
            return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build();
        }
        return operation instanceof Operation.UpSampling ? new Upsampling2D.Builder().size(2).build() : null;
    }

    private static Layer convolution(final Operation.Convolution convolution) {
        final int kernel = convolution.kernel();
        final int stride = convolution.stride();
        final int padding = stride == 1 ? kernel / 2 : 0;
        return new ConvolutionLayer.Builder(kernel, kernel).stride(stride, stride).padding(padding, padding)
            .nIn(convolution.in()).nOut(convolution.out()).activation(new ActivationIdentity())
            .cudnnAllowFallback(false).build();
    }

    private static Layer normalization(final Operation.BatchNormalization normalization) {
        return new BatchNormalization.Builder().nIn(normalization.channels()).nOut(normalization.channels())
            .decay(normalization.momentum()).eps(Operation.BatchNormalization.EPSILON)
            .useLogStd(false).activation(new ActivationIdentity()).cudnnAllowFallback(false).build();
    }

    private static GraphVertex vertex(final Operation operation) {
        if (operation instanceof Operation.Addition) {
            return new ElementWiseVertex(ElementWiseVertex.Op.Add);
        }
        return operation instanceof Operation.Concatenation ? new MergeVertex() : new OwnVertex(operation);
    }
}
