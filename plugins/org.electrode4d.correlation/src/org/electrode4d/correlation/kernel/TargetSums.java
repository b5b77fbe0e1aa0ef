// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/**
 * What the two windows contribute together, over the voxels that exist in both. g is the deformed volume's grey value
 * at the place to which the window's voxel is mapped, less a constant; the rest as in {@link ReferenceSums}.
 *
 * @param crossed sums of x_j d_i f g, twelve
 */
public record TargetSums(double count, double f, double ff, double g, double gg, double fg, double[] gradient,
    double[] weighted, double[] crossed) {

    /** What a window contributes that is mapped outside the deformed volume altogether. */
    public static TargetSums none() {
        return new TargetSums(0, 0, 0, 0, 0, 0, new double[12], new double[12], new double[12]);
    }

    /** The sums over two windows that do not overlap. */
    public TargetSums plus(final TargetSums o) {
        return new TargetSums(count + o.count, f + o.f, ff + o.ff, g + o.g, gg + o.gg, fg + o.fg,
            ReferenceSums.sum(gradient, o.gradient), ReferenceSums.sum(weighted, o.weighted),
            ReferenceSums.sum(crossed, o.crossed));
    }

    /** Sum of the squared deviations of f from its mean. */
    public double contrastF() {
        return ff - f * f / count;
    }

    /** Sum of the squared deviations of g from its mean. */
    public double contrastG() {
        return gg - g * g / count;
    }

    /** Zero-mean normalised cross-correlation. */
    public double zncc() {
        return (fg - f * g / count) / Math.sqrt(contrastF() * contrastG());
    }
}
