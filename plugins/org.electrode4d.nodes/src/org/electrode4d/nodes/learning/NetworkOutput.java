// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.learning.model.OutputActivation;
import org.knime.node.parameters.widget.choices.Label;

/** What the last layer of a foreign network gives; labels for {@link OutputActivation}. */
enum NetworkOutput {

    @Label(value = "Probabilities", description = "After a sigmoid or softmax, as in most networks of Keras")
    PROBABILITIES(OutputActivation.PROBABILITIES),

    @Label(value = "Logits", description = "Without one, as in most networks of PyTorch")
    LOGITS(OutputActivation.LOGITS);

    final OutputActivation activation;

    NetworkOutput(final OutputActivation activation) {
        this.activation = activation;
    }
}
