// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.model.OnnxModel;
import org.electrode4d.learning.network.OnnxExport;
import org.knime.node.parameters.widget.choices.Label;

/** The formats in which models are written. */
enum ModelFormat {

    @Label(value = "Electrode4D model", description = "Everything in one file: weights, classes, normalisation, voxel "
        + "size, training log. The Model Reader reads it")
    MODEL(".e4dmodel"),

    @Label(value = "ONNX network", description = "The network alone, for other programs: an image [batch, channel, "
        + "row, column] of normalised grey values in, logits out. Not for pixel classifiers")
    ONNX(".onnx");

    final String suffix;

    ModelFormat(final String suffix) {
        this.suffix = suffix;
    }

    /** @throws LearningException for a model that the format cannot hold */
    void write(final ModelFile model, final Path file) throws IOException {
        if (this == MODEL) {
            model.write(file);
        } else {
            Files.write(file, network(model));
        }
    }

    private static byte[] network(final ModelFile model) {
        return switch (model.description().kind()) {
            case ONNX -> OnnxModel.of(model).network();
            case NETWORK -> onnx(NetworkModel.of(model));
            case FOREST -> throw new LearningException("The model " + model.description().name() + " is a pixel "
                + "classifier, which ONNX networks cannot hold. Write it as an Electrode4D model.");
        };
    }

    private static byte[] onnx(final NetworkModel model) {
        return OnnxExport.bytes(model.graph(), model.parameters());
    }
}
