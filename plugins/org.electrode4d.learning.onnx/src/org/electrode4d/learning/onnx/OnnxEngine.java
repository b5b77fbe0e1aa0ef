// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.onnx;

import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkOptions.Precision;
import org.electrode4d.learning.engine.NetworkSource;

/**
 * ONNX Runtime on the processor: predicts with our own networks and with those that were trained elsewhere, and trains
 * none. It uses as many threads as the environment variable {@code OMP_NUM_THREADS} says.
 */
public final class OnnxEngine implements Engine {

    /** Instances are made by {@link java.util.ServiceLoader}; ONNX Runtime is loaded with the first network. */
    public OnnxEngine() { }

    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public String description() {
        return "ONNX Runtime 1.23.2";
    }

    @Override
    public boolean trains() {
        return false;
    }

    /**
     * {@inheritDoc}
     *
     * @throws EngineException for double precision, for parameters that do not fit to the layers, for bytes that are no
     *     ONNX model, and for models that do not turn one image into another of its size
     */
    @Override
    public Network open(final NetworkSource source, final NetworkOptions options) {
        if (options.precision() == Precision.DOUBLE) {
            throw new EngineException("ONNX Runtime computes convolutions in single precision only; open the network "
                + "with single precision, or with another engine.");
        }
        if (source instanceof NetworkSource.Graph own) {
            return new OwnNetwork(own.graph(), own.parameters());
        }
        return new ForeignNetwork((NetworkSource.Onnx)source);
    }
}
