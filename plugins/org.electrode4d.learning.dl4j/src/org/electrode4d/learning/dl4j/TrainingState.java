// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import java.nio.ByteBuffer;
import java.util.List;

import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Step;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;

/** All that training changes: parameters, both moments of their derivatives, and how many steps were made. */
final class TrainingState implements AutoCloseable {

    /** E4DD: tells states from anything else. */
    private static final int MARK = 0x45344444;

    private final ParameterLayout layout;

    private final INDArray parameters;

    private final INDArray first;

    private final INDArray second;

    private int steps;

    /** @param parameters flat array, which steps change */
    TrainingState(final ParameterLayout layout, final INDArray parameters) {
        this.layout = layout;
        this.parameters = parameters;
        first = Nd4j.zeros(parameters.dataType(), parameters.length());
        second = Nd4j.zeros(parameters.dataType(), parameters.length());
    }

    /** Goes one step of Adam; running means go down by what stands at their place. */
    void step(final INDArray gradients, final double learningRate) {
        final List<INDArray> learned = layout.learned(gradients);
        final List<INDArray> means = layout.learned(first);
        final List<INDArray> squares = layout.learned(second);
        for (int i = 0; i < learned.size(); i++) {
            Nd4j.exec(new AdamUpdater(learned.get(i), squares.get(i), means.get(i), learningRate, Step.BETA1,
                Step.BETA2, Step.EPSILON, steps));
            if (learningRate == 0) {
                // the updater takes a rate of 0 for a missing one, and goes a step of epsilon
                learned.get(i).assign(0);
            }
        }
        parameters.subi(gradients);
        steps++;
    }

    byte[] save() {
        final ByteBuffer state = ByteBuffer.allocate(size());
        state.putInt(MARK).putInt(steps);
        for (final INDArray array : List.of(parameters, first, second)) {
            for (final double value : NativeValues.doubles(array)) {
                state.putDouble(value);
            }
        }
        return state.array();
    }

    /** @throws EngineException if the state is not one of a network of this size; nothing is changed then */
    void restore(final byte[] saved) {
        final ByteBuffer state = ByteBuffer.wrap(saved);
        if (saved.length != size() || state.getInt() != MARK) {
            throw new EngineException("The state of " + saved.length + " bytes is not one of this network in "
                + "Deeplearning4j, which has " + size() + " bytes. Restore a state of the same layers and engine.");
        }
        steps = state.getInt();
        final double[] values = new double[Math.toIntExact(parameters.length())];
        for (final INDArray array : List.of(parameters, first, second)) {
            state.asDoubleBuffer().get(values);
            state.position(state.position() + values.length * Double.BYTES);
            NativeValues.put(values, array);
        }
    }

    private int size() {
        return Math.toIntExact(2 * Integer.BYTES + 3 * Double.BYTES * parameters.length());
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
