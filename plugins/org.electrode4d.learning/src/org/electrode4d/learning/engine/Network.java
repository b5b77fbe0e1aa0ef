// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/** A network that an engine has opened. Not thread-safe; memory beside the heap is freed by {@link #close()}. */
public interface Network extends AutoCloseable {

    /**
     * Logits of images, without dropout and with the running means of batch normalisation. A network of foreign origin
     * gives whatever its last layer gives.
     *
     * @param images {@code [batch, channel, row, column]}, rows and columns multiples of the divisor of the network
     * @return {@code [batch, output, row, column]}
     */
    Tensor predict(Tensor images);

    /**
     * Goes one step down the gradient of the loss.
     *
     * @return the loss before the step, with dropout, weighted mean over the labelled pixels
     */
    double train(Batch batch, Step step);

    /** The loss in training mode (normalised by the batch) but without dropout; nothing is changed. */
    double loss(Batch batch);

    /** The derivatives of {@link #loss} by all parameters that are learned; nothing is changed. */
    Parameters gradients(Batch batch);

    /** All parameters, the running means among them. */
    Parameters parameters();

    /** Replaces all parameters, and keeps what the optimiser has gathered. */
    void setParameters(Parameters parameters);

    /** Parameters and what the optimiser has gathered, such that {@link #restore} goes on as if nothing happened. */
    byte[] state();

    /** Goes back to a state of a network with the same layers in the same engine. */
    void restore(byte[] state);

    @Override
    void close();
}
