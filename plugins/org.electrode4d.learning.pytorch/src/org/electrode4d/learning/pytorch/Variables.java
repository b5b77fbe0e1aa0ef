// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.electrode4d.learning.network.Tensor;

/**
 * Tensors of a network that lie one after the other in a single array, in the order of their names: the optimiser goes
 * over all of them at once.
 */
final class Variables {

    /** To change values in place; copyTo would give the array other memory than its views have. */
    static final NDIndex ALL = new NDIndex(":");

    /** Where values are staged on their way into arrays. */
    static final String STAGED = "values";

    private final SortedMap<String, int[]> shapes;
    private final NDArray flat;
    private final Map<String, NDArray> views;

    /**
     * Variables of value 0.
     *
     * @param flat as many zeros as the shapes have values
     */
    Variables(final SortedMap<String, int[]> shapes, final NDArray flat) {
        this.shapes = shapes;
        this.flat = flat;
        views = views(flat);
    }

    /** All values; what is changed here is changed in {@link #views()} too. */
    NDArray flat() {
        return flat;
    }

    /** The variables by name, in their shapes. */
    Map<String, NDArray> views() {
        return views;
    }

    /** The same values, by which results of computations can be differentiated. */
    Map<String, NDArray> differentiable(final NDManager manager) {
        final Map<String, NDArray> leaves = new LinkedHashMap<>();
        views.forEach((name, view) -> {
            final NDArray leaf = view.stopGradient();
            leaf.attach(manager);
            leaf.setRequiresGradient(true);
            leaves.put(name, leaf);
        });
        return leaves;
    }

    /** Derivatives by {@link #differentiable} variables, in the order of {@link #flat()}. */
    static NDArray gradient(final Map<String, NDArray> differentiable) {
        final NDList gradients = new NDList();
        differentiable.values().forEach(leaf -> gradients.add(leaf.getGradient().flatten()));
        return NDArrays.concat(gradients);
    }

    /** Replaces all values by those of the tensors of the same names. */
    void set(final Map<String, Tensor> tensors, final StagingMemory memory) {
        try (NDManager manager = flat.getManager().newSubManager()) {
            flat.set(ALL, memory.array(manager, STAGED, flat.getShape(), DataType.FLOAT32, bytes -> {
                final FloatBuffer buffer = bytes.asFloatBuffer();
                shapes.keySet().forEach(name -> buffer.put(tensors.get(name).values()));
            }));
        }
    }

    /** Values of an array in the order of {@link #flat()}, by name. */
    SortedMap<String, Tensor> tensors(final NDArray values) {
        final float[] all = floats(values);
        final SortedMap<String, Tensor> tensors = new TreeMap<>();
        int from = 0;
        for (final Map.Entry<String, int[]> entry : shapes.entrySet()) {
            final Tensor tensor = Tensor.zeros(entry.getValue());
            System.arraycopy(all, from, tensor.values(), 0, tensor.values().length);
            from += tensor.values().length;
            tensors.put(entry.getKey(), tensor);
        }
        return tensors;
    }

    private static float[] floats(final NDArray values) {
        if (values.getDataType() == DataType.FLOAT32) {
            return values.toFloatArray();
        }
        try (NDArray rounded = values.toType(DataType.FLOAT32, false)) {
            return rounded.toFloatArray();
        }
    }

    private Map<String, NDArray> views(final NDArray whole) {
        final Map<String, NDArray> parts = new LinkedHashMap<>();
        if (shapes.isEmpty()) {
            return parts;
        }
        final long[] starts = new long[shapes.size() - 1];
        int index = 0;
        long end = 0;
        for (final int[] shape : shapes.values()) {
            end += Tensor.size(shape);
            if (index < starts.length) {
                starts[index++] = end;
            }
        }
        final NDList pieces = whole.split(starts);
        index = 0;
        for (final Map.Entry<String, int[]> entry : shapes.entrySet()) {
            final long[] shape = IntStream.of(entry.getValue()).asLongStream().toArray();
            parts.put(entry.getKey(), pieces.get(index++).reshape(new Shape(shape)));
        }
        return parts;
    }
}
