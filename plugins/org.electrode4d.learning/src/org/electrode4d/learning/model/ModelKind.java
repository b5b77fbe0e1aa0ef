// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be in a model file. */
public enum ModelKind {
    /** A network of our own layers, with its parameters: every engine opens it. */
    NETWORK,
    /** A network that was trained elsewhere, as ONNX. */
    ONNX,
    /** A pixel classifier: features and a random forest. */
    FOREST;

    /** How the kind is called in a file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ModelKind> of(final String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
