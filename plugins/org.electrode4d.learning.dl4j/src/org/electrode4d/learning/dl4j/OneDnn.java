// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import java.lang.reflect.Field;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.LayerHelper;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNBatchNormHelper;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.electrode4d.learning.engine.EngineException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;

/**
 * Switches the convolutions and normalisations of a network to oneDNN. Deeplearning4j 1.0.0-M2.1 never does so itself: its
 * helpers are disabled by default, and enabled it looks for a class that is missing. Without them a convolution costs 6
 * to 20 times as much.
 */
final class OneDnn {

    /** System property: "false" computes as Deeplearning4j comes, to compare. */
    static final String PROPERTY = "org.electrode4d.learning.dl4j.onednn";

    private OneDnn() { }

    /** Whether there is oneDNN on this machine, and nobody switched it off. */
    static boolean available() {
        return Boolean.parseBoolean(System.getProperty(PROPERTY, "true")) && Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }

    /** To be called after every build of a network; double precision has no oneDNN. */
    static void switchOn(final ComputationGraph graph, final DataType type) {
        if (type != DataType.FLOAT || !available()) {
            return;
        }
        for (final Layer layer : graph.getLayers()) {
            if (layer instanceof ConvolutionLayer) {
                set(ConvolutionLayer.class, layer, new OneDnnConvolution());
            } else if (layer instanceof BatchNormalization) {
                set(BatchNormalization.class, layer, new MKLDNNBatchNormHelper(type));
            }
        }
    }

    private static void set(final Class<? extends Layer> type, final Layer layer, final LayerHelper helper) {
        try {
            final Field field = type.getDeclaredField("helper");
            field.setAccessible(true);
            field.set(layer, helper);
        } catch (final ReflectiveOperationException error) {
            throw new EngineException("Deeplearning4j is of another version than 1.0.0-M2.1: its " + type.getSimpleName()
                + " cannot be switched to oneDNN. Set the system property " + PROPERTY + " to false.", error);
        }
    }
}
