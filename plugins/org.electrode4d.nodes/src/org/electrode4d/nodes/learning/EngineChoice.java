// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.List;

import org.knime.node.parameters.widget.choices.Label;

/** The engine that computes a network. */
enum EngineChoice {
    @Label(value = "Automatic", description = "The fastest engine that is installed: for training PyTorch, else "
        + "Deeplearning4j; for prediction ONNX Runtime, else PyTorch, else Deeplearning4j.")
    AUTOMATIC,
    @Label(value = "Deeplearning4j", description = "Trains and predicts.")
    DL4J,
    @Label(value = "ONNX Runtime", description = "Predicts only.")
    ONNX,
    @Label(value = "PyTorch", description = "Trains and predicts; comes with a feature of its own.")
    PYTORCH;

    private static final List<EngineChoice> TRAINING = List.of(PYTORCH, DL4J);
    private static final List<EngineChoice> PREDICTION = List.of(ONNX, PYTORCH, DL4J);

    /** Engines that are asked for a training, best first. */
    List<EngineChoice> forTraining() {
        return this == AUTOMATIC ? TRAINING : List.of(this);
    }

    /** Engines that are asked for a prediction, best first. */
    List<EngineChoice> forPrediction() {
        return this == AUTOMATIC ? PREDICTION : List.of(this);
    }

    /** The id of the engine and the end of the name of its plug-in. */
    String id() {
        return switch (this) {
            case DL4J -> "dl4j";
            case ONNX -> "onnx";
            case PYTORCH -> "pytorch";
            case AUTOMATIC -> throw new IllegalStateException("Automatic is no engine.");
        };
    }

    /** The feature that brings the engine, as the list of software to install names it. */
    String feature() {
        return this == PYTORCH ? "Electrode4D learning: PyTorch"
            : "Electrode4D learning: Deeplearning4j and ONNX Runtime";
    }
}
