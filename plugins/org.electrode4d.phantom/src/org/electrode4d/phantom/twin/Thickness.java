// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

/** The thickness of the electrode over the columns of the view. */
final class Thickness {

    /** Columns along each side that are looked at, at most: waves of 30 µm need no more. */
    private static final long MOST = 256;

    private final TwinSettings settings;
    private final TwinMaterial material;
    private final ScanFrame frame;

    Thickness(final TwinSettings settings, final TwinMaterial material, final ScanFrame frame) {
        this.settings = settings;
        this.material = material;
        this.frame = frame;
    }

    /** Mean and standard deviation, µm. */
    double[] meanAndDeviation() {
        final long width = Math.min(MOST, settings.shape().x());
        final long height = Math.min(MOST, settings.shape().y());
        double sum = 0;
        double squares = 0;
        for (long j = 0; j < height; j++) {
            for (long i = 0; i < width; i++) {
                final double value = at((i + 0.5) / width, (j + 0.5) / height);
                sum += value;
                squares += value * value;
            }
        }
        final double mean = sum / (width * height);
        return new double[] {mean, Math.sqrt(Math.max(0, squares / (width * height) - mean * mean))};
    }

    /** From the face of the foil to the separator, at a place given as parts of the view. */
    private double at(final double right, final double up) {
        final double placeX = right * material.layers().extent().x();
        final double placeY = up * material.layers().extent().y();
        final double x = frame.materialX(placeX, placeY);
        final double y = frame.materialY(placeX, placeY);
        return frame.swelling().after(x, y) - material.foil().height(x, y);
    }
}
