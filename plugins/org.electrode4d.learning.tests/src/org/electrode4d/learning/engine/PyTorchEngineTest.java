// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

/** DIRECT FOR NOW. */
class PyTorchEngineTest extends EngineContract {

    @Override
    protected Engine start() throws Exception {
        return (Engine)Class.forName("org.electrode4d.learning.pytorch.PyTorchEngine").getConstructor().newInstance();
    }
}
