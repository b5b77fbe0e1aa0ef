// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.dl4j;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer.AlgoMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer.FwdAlgo;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution by oneDNN that is not computed again on the way back. Deeplearning4j does that to get at the values before
 * the activation; our convolutions have none, so that only the shape of the values matters.
 */
final class OneDnnConvolution extends MKLDNNConvHelper {

    private INDArray seen;

    private INDArray computed;

    OneDnnConvolution() {
        super(DataType.FLOAT);
    }

    @Override
    public INDArray preOutput(final INDArray input, final INDArray weights, final INDArray bias, final int[] kernel,
            final int[] strides, final int[] pad, final AlgoMode mode, final FwdAlgo forward,
            final ConvolutionMode convolutionMode, final int[] dilation, final CNN2DFormat format,
            final LayerWorkspaceMgr workspaces) {
        if (input == seen) {
            final INDArray again = computed;
            seen = null;
            computed = null;
            return again;
        }
        seen = input;
        computed = super.preOutput(input, weights, bias, kernel, strides, pad, mode, forward, convolutionMode, dilation,
            format, workspaces);
        return computed;
    }
}
