// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.learning.worker.server.MessageReader;
import org.electrode4d.learning.worker.server.Request;

/** A network in a worker. */
final class WorkerNetwork implements Network {

    private static final WorkerEngine.Arguments NOTHING = out -> { };

    private final WorkerEngine engine;
    private final int id;
    private boolean closed;

    WorkerNetwork(final WorkerEngine engine, final int id) {
        this.engine = engine;
        this.id = id;
    }

    @Override
    public Tensor predict(final Tensor images) {
        return engine.call(Request.PREDICT, id, out -> out.tensor(images), MessageReader::tensor);
    }

    @Override
    public double train(final Batch batch, final Step step) {
        return engine.call(Request.TRAIN, id, out -> {
            out.batch(batch);
            out.step(step);
        }, MessageReader::real);
    }

    @Override
    public double loss(final Batch batch) {
        return engine.call(Request.LOSS, id, out -> out.batch(batch), MessageReader::real);
    }

    @Override
    public Parameters gradients(final Batch batch) {
        return engine.call(Request.GRADIENTS, id, out -> out.batch(batch), MessageReader::parameters);
    }

    @Override
    public Parameters parameters() {
        return engine.call(Request.PARAMETERS, id, NOTHING, MessageReader::parameters);
    }

    @Override
    public void setParameters(final Parameters parameters) {
        engine.call(Request.SET_PARAMETERS, id, out -> out.parameters(parameters), in -> null);
    }

    @Override
    public byte[] state() {
        return engine.call(Request.STATE, id, NOTHING, MessageReader::bytes);
    }

    @Override
    public void restore(final byte[] state) {
        engine.call(Request.RESTORE, id, out -> out.bytes(state), in -> null);
    }

    /** Of a worker that has ended nothing is left to be freed. */
    @Override
    public void close() {
        if (!closed && !engine.hasEnded()) {
            closed = true;
            engine.call(Request.CLOSE, id, NOTHING, in -> null);
        }
    }
}
