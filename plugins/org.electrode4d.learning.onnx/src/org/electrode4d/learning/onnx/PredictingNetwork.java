// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.onnx;

import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.Parameters;

/** A network that cannot be trained here. */
abstract class PredictingNetwork implements Network {

    @Override
    public final double train(final Batch batch, final Step step) {
        throw refusal();
    }

    @Override
    public final double loss(final Batch batch) {
        throw refusal();
    }

    @Override
    public final Parameters gradients(final Batch batch) {
        throw refusal();
    }

    @Override
    public final byte[] state() {
        throw refusal();
    }

    @Override
    public final void restore(final byte[] state) {
        throw refusal();
    }

    private static EngineException refusal() {
        return new EngineException("ONNX Runtime does not train networks; choose another engine for training. What "
            + "that one has trained can be opened here.");
    }
}
