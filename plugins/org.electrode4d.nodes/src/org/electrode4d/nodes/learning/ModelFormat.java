// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.nio.file.Path;

import org.electrode4d.learning.model.ModelFile;
import org.knime.node.parameters.widget.choices.Label;

/** The formats in which models are written. */
enum ModelFormat {

    @Label(value = "Electrode4D model", description = "Everything in one file: weights, classes, normalisation, voxel "
        + "size, training log. The Model Reader reads it")
    MODEL(".e4dmodel"),

    @Label(value = "ONNX network", description = "The network alone, for other programs: an image [batch, channel, row, "
        + "column] of normalised grey values in, probabilities out. Not for pixel classifiers")
    ONNX(".onnx");

    final String suffix;

    ModelFormat(final String suffix) {
        this.suffix = suffix;
    }

    /** @throws org.electrode4d.learning.LearningException for a model that the format cannot hold */
    void write(final ModelFile model, final Path file) throws IOException {
        model.write(file);
    }
}
