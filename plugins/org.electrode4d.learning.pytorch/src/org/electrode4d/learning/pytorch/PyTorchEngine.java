// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;

/**
 * PyTorch (Paszke et al., NeurIPS 2019) through the Deep Java Library, on the processor. Layers are evaluated one by
 * one with automatic differentiation, so that any {@link org.electrode4d.learning.network.NetworkGraph} can be computed.
 */
public final class PyTorchEngine implements Engine {

    /** Instances are made by {@link java.util.ServiceLoader}; PyTorch is loaded with the first network. */
    public PyTorchEngine() { }

    @Override
    public String id() {
        return "pytorch";
    }

    @Override
    public String description() {
        return NativeLibraries.versions();
    }

    @Override
    public boolean trains() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws EngineException for ONNX models, for parameters that do not fit to the layers, and if PyTorch's native
     *     libraries cannot be loaded
     */
    @Override
    public Network open(final NetworkSource source, final NetworkOptions options) {
        if (!(source instanceof NetworkSource.Graph graph)) {
            throw new EngineException("PyTorch opens no ONNX models; choose the engine ONNX Runtime for this model.");
        }
        return NativeErrors.named("open the network", () -> new PyTorchNetwork(graph.graph(), graph.parameters(),
            options, NativeLibraries.load().newBaseManager(ai.djl.Device.cpu())));
    }
}
