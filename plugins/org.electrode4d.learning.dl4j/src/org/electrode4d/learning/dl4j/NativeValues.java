// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies numbers between Java and the native memory of arrays, row by row, in one go. */
final class NativeValues {

    private NativeValues() { }

    /** A new array outside of all workspaces, to be closed. */
    static INDArray array(final float[] values, final DataType type, final long... shape) {
        final INDArray array = Nd4j.createUninitializedDetached(type, 'c', shape);
        put(values, array);
        return array;
    }

    /** @param array whose values lie row by row without gaps */
    static void put(final float[] values, final INDArray array) {
        if (array.dataType() == DataType.FLOAT) {
            new FloatPointer(array.data().addressPointer()).put(values);
        } else {
            final double[] doubles = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                doubles[i] = values[i];
            }
            put(doubles, array);
        }
    }

    /** @param array whose values lie row by row without gaps */
    static void put(final double[] values, final INDArray array) {
        if (array.dataType() == DataType.DOUBLE) {
            new DoublePointer(array.data().addressPointer()).put(values);
        } else {
            final float[] floats = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                floats[i] = (float)values[i];
            }
            put(floats, array);
        }
    }

    static float[] floats(final INDArray array) {
        final float[] values = new float[Math.toIntExact(array.length())];
        if (array.dataType() == DataType.FLOAT) {
            new FloatPointer(rows(array).data().addressPointer()).get(values);
            return values;
        }
        final double[] doubles = doubles(array);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)doubles[i];
        }
        return values;
    }

    static double[] doubles(final INDArray array) {
        final double[] values = new double[Math.toIntExact(array.length())];
        if (array.dataType() == DataType.DOUBLE) {
            new DoublePointer(rows(array).data().addressPointer()).get(values);
            return values;
        }
        final float[] floats = floats(array);
        for (int i = 0; i < values.length; i++) {
            values[i] = floats[i];
        }
        return values;
    }

    private static INDArray rows(final INDArray array) {
        return array.dup('c');
    }
}
