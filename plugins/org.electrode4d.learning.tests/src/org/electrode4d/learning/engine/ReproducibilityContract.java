// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.electrode4d.learning.network.Parameters;
import org.junit.jupiter.api.Test;

/** Equal seeds and equal numbers of threads give equal bits, also after a stop. */
interface ReproducibilityContract extends TrainableEngine {

    private static void train(final Network network, final int from, final int to) {
        for (int step = from; step < to; step++) {
            network.train(TinyNetwork.batch(1, 8, 6, 2, step), new Step(0.01, 100 + step));
        }
    }

    @Test
    default void equalSeedsGiveEqualParameters() {
        try (Network one = training(TinyNetwork.attention(1, 0.5));
                Network other = training(TinyNetwork.attention(1, 0.5))) {
            for (int step = 0; step < 8; step++) {
                train(one, step, step + 1);
                train(other, step, step + 1);
            }
            assertEquals(one.parameters(), other.parameters());
        }
    }

    @Test
    default void otherSeedsDropOtherValues() {
        final Batch batch = TinyNetwork.batch(1, 8, 6, 2, 1);
        try (Network network = training(TinyNetwork.attention(1, 0.5))) {
            final byte[] start = network.state();
            final double one = network.train(batch, new Step(0, 1));
            network.restore(start);
            assertNotEquals(one, network.train(batch, new Step(0, 2)));
            network.restore(start);
            assertEquals(one, network.train(batch, new Step(0, 1)));
        }
    }

    @Test
    default void aRestoredNetworkGoesOnAsIfNothingHappened() {
        final NetworkSource.Graph source = TinyNetwork.attention(1, 0.5);
        final Parameters straight;
        final byte[] state;
        try (Network network = training(source)) {
            train(network, 0, 5);
            state = network.state();
            network.predict(TinyNetwork.batch(1, 4, 4, 2, 1).images());
            train(network, 5, 9);
            straight = network.parameters();
        }
        try (Network resumed = training(source)) {
            train(resumed, 20, 22);
            resumed.restore(state);
            train(resumed, 5, 9);
            assertEquals(straight, resumed.parameters());
        }
    }

    @Test
    default void newParametersKeepWhatTheOptimiserHasGathered() {
        try (Network one = training(TinyNetwork.attention(1, 0.5));
                Network other = training(TinyNetwork.attention(1, 0.5))) {
            train(one, 0, 3);
            train(other, 0, 3);
            other.setParameters(other.parameters());
            train(one, 3, 5);
            train(other, 3, 5);
            assertEquals(one.parameters(), other.parameters());
        }
    }

    @Test
    default void aStateOfAnotherNetworkIsRefused() {
        try (Network network = training(TinyNetwork.attention(1, 0.5));
                Network other = training(TinyNetwork.line(1, 0))) {
            final byte[] state = other.state();
            assertThrows(EngineException.class, () -> network.restore(state));
            assertThrows(EngineException.class, () -> network.restore(new byte[] {1, 2, 3}));
        }
    }
}
