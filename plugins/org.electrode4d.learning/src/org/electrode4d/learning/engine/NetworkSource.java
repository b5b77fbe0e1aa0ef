// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Parameters;

/** Where a network comes from. */
public sealed interface NetworkSource {

    /** Layers and parameters of our own: every engine opens them. */
    record Graph(NetworkGraph graph, Parameters parameters) implements NetworkSource { }

    /**
     * A network that was trained elsewhere, with one image at the input and one at the output.
     *
     * @param model bytes of an ONNX file; not copied
     * @param channelsLast whether its images are {@code [batch, row, column, channel]}, as those of Keras, instead of
     *     {@code [batch, channel, row, column]}
     */
    record Onnx(byte[] model, boolean channelsLast) implements NetworkSource { }
}
