// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import java.util.SplittableRandom;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dropout that the seed of a step decides, with Java's generator: a training that goes on after a stop drops what it would
 * have dropped, on any number of threads.
 */
final class DropoutVertex extends ParameterlessVertex {

    private final double rate;

    private SplittableRandom random;

    private INDArray factors;

    private float[] drawn = new float[0];

    DropoutVertex(final ComputationGraph graph, final String name, final int index, final DataType type,
            final double rate) {
        super(graph, name, index, type);
        this.rate = rate;
    }

    /** Values are dropped in the next steps, as the generator decides. */
    void on(final SplittableRandom generator) {
        random = generator;
    }

    /** Values are left alone. */
    void off() {
        random = null;
    }

    @Override
    INDArray forward(final INDArray[] in, final boolean training, final LayerWorkspaceMgr workspaces) {
        final INDArray out = values(in[0], workspaces);
        if (!training || random == null) {
            factors = null;
            return out.assign(in[0]);
        }
        factors = workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, in[0].shape(), 'c');
        NativeValues.put(draw(Math.toIntExact(in[0].length())), factors);
        Nd4j.exec(new MulOp(in[0], factors, out));
        return out;
    }

    @Override
    INDArray[] backward(final INDArray[] in, final INDArray error, final LayerWorkspaceMgr workspaces) {
        final INDArray derivative = derivatives(in[0], workspaces);
        if (factors == null) {
            return new INDArray[] {derivative.assign(error)};
        }
        Nd4j.exec(new MulOp(error, factors, derivative));
        return new INDArray[] {derivative};
    }

    /** 0 or 1 / (1 - rate) for each value; two of each number of the generator. */
    private float[] draw(final int count) {
        if (drawn.length != count) {
            drawn = new float[count];
        }
        final long dropped = (long)(rate * (1L << Integer.SIZE));
        final float kept = (float)(1 / (1 - rate));
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits = i % 2 == 0 ? random.nextLong() : bits << Integer.SIZE;
            drawn[i] = bits >>> Integer.SIZE < dropped ? 0 : kept;
        }
        return drawn;
    }
}
