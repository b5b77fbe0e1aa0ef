// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Where the parameters of a network lie in the one array in which Deeplearning4j keeps them all, and derivatives at the
 * same place of another one.
 */
final class ParameterLayout {

    private static final Map<String, String> NAMES = Map.of("kernel", ConvolutionParamInitializer.WEIGHT_KEY, "bias",
        ConvolutionParamInitializer.BIAS_KEY, "gamma", BatchNormalizationParamInitializer.GAMMA, "beta",
        BatchNormalizationParamInitializer.BETA, "mean", BatchNormalizationParamInitializer.GLOBAL_MEAN, "variance",
        BatchNormalizationParamInitializer.GLOBAL_VAR);

    private final Map<String, Range> ranges = new LinkedHashMap<>();

    /** Values of a parameter, row by row. */
    private record Range(int[] shape, long from, long to) {

        INDArray of(final INDArray all) {
            return all.get(NDArrayIndex.interval(from, to));
        }
    }

    ParameterLayout(final LogitsGraph graph, final SortedMap<String, int[]> shapes) {
        final long start = graph.params().offset();
        shapes.forEach((name, shape) -> {
            final int slash = name.indexOf('/');
            final INDArray view =
                graph.getLayer(name.substring(0, slash)).getParam(NAMES.get(name.substring(slash + 1)));
            ranges.put(name, new Range(shape, view.offset() - start, view.offset() - start + view.length()));
        });
    }

    /** @param all flat array of all parameters */
    void put(final Parameters parameters, final INDArray all) {
        ranges.forEach((name, range) -> NativeValues.put(parameters.tensors().get(name).values(), range.of(all)));
    }

    /** @param all flat array of all parameters */
    Parameters parameters(final INDArray all) {
        final SortedMap<String, Tensor> tensors = new TreeMap<>();
        ranges.forEach((name, range) -> tensors.put(name, new Tensor(range.shape(), NativeValues.floats(range.of(all)))));
        return new Parameters(tensors);
    }

    /** @param all flat array of derivatives by all parameters */
    Parameters gradients(final INDArray all) {
        final SortedMap<String, Tensor> tensors = new TreeMap<>(parameters(all).tensors());
        tensors.keySet().removeIf(name -> !isLearned(name));
        return new Parameters(tensors);
    }

    /** The parts of a flat array with what is learned, that is all but running means. */
    List<INDArray> learned(final INDArray all) {
        final List<INDArray> parts = new ArrayList<>();
        ranges.forEach((name, range) -> {
            if (isLearned(name)) {
                parts.add(range.of(all));
            }
        });
        return parts;
    }

    private static boolean isLearned(final String name) {
        return !name.endsWith("/mean") && !name.endsWith("/variance");
    }
}
