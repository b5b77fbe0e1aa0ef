// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import org.electrode4d.learning.engine.NetworkSource;

/** A model that segments slices: a network, and what must be known to use it. */
public sealed interface SliceModel permits NetworkModel, OnnxModel {

    ModelDescription description();

    /** What an engine opens. */
    NetworkSource source();

    OutputActivation activation();

    /** Rows and columns of an image must be multiples of it. */
    int divisor();

    ModelFile toFile();

    /**
     * The network in a file.
     *
     * @throws org.electrode4d.learning.LearningException if there is none, or it is damaged
     */
    static SliceModel of(final ModelFile file) {
        return file.description().kind() == ModelKind.ONNX ? OnnxModel.of(file) : NetworkModel.of(file);
    }

    /** Channels at the output of a network: one for two classes, else one for each. */
    static int outputs(final int classes) {
        return classes == 2 ? 1 : classes;
    }
}
