// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.SplittableRandom;

/**
 * Random changes of slices that leave their meaning: a network that has seen them learns from few labels. A seed
 * decides what happens; equal seeds give equal images on every machine. All maps are composed, so that an image is
 * interpolated once: linearly, its labels from the nearest pixel.
 *
 * @param flip mirror images
 * @param scale factor minus 1, such as -0.1 to 0.1, of both axes
 * @param elastic local displacements
 * @param shear angles in degrees, drawn for each axis
 * @param rotation angle in degrees
 * @param grey changes of grey values
 */
public record Augmentation(Flip flip, Amount scale, Elastic elastic, Amount shear, Amount rotation, Grey grey) {

    /** Leaves slices as they are. */
    public static final Augmentation NONE = new Augmentation(new Flip(0, 0), Amount.NONE, new Elastic(0, 0, 1),
        Amount.NONE, Amount.NONE, new Grey(0, 0, 0, 0));

    /**
     * Those of Häusler et al. 2026 (supplement, Note 4) with their probabilities, which are the defaults of
     * Albumentations 1.4 where the paper gives no numbers.
     */
    public static final Augmentation PAPER = new Augmentation(new Flip(0.5, 0), new Amount(0.5, -0.1, 0.1),
        new Elastic(0.3, 30, 50), new Amount(0.3, -10, 10), new Amount(0.3, 0, 20), new Grey(0, 0, 0, 0));

    /**
     * For models that are to segment other scans than those they were trained on: rotations both ways, both flips,
     * elastic displacements of some 2 pixels, and grey values that vary as between scans.
     */
    public static final Augmentation TRANSFER = new Augmentation(new Flip(0.5, 0.5), new Amount(0.5, -0.2, 0.2),
        new Elastic(0.3, 250, 20), new Amount(0.3, -10, 10), new Amount(0.3, -20, 20), new Grey(0.8, 0.2, 0.2, 0.2));

    /**
     * Mirror images.
     *
     * @param horizontal probability that left and right change places
     * @param vertical probability that top and bottom change places
     */
    public record Flip(double horizontal, double vertical) {
        public Flip {
            requireProbability(horizontal);
            requireProbability(vertical);
        }
    }

    /**
     * Something that happens now and then by a random amount.
     *
     * @param probability that it happens
     * @param from smallest amount
     * @param to largest amount; all between are equally likely
     */
    public record Amount(double probability, double from, double to) {

        static final Amount NONE = new Amount(0, 0, 0);

        public Amount {
            requireProbability(probability);
            if (!(from <= to)) {
                throw new IllegalArgumentException("An amount is drawn from the smaller to the larger, not from "
                    + from + " to " + to + ".");
            }
        }

        /** An amount, 0 if it does not happen; takes two numbers of the generator in any case. */
        double draw(final SplittableRandom random) {
            final boolean happens = random.nextDouble() < probability;
            final double part = random.nextDouble();
            return happens ? from + part * (to - from) : 0;
        }
    }

    /**
     * Displacements of each pixel, uniform in -1 to 1 along each axis, then smoothed by a Gaussian, then multiplied
     * (Simard et al., ICDAR 2003). Their standard deviation is about {@code 0.163 alpha / sigma} pixels.
     *
     * @param probability that it happens
     * @param alpha factor in pixels
     * @param sigma of the Gaussian in pixels, above 0
     */
    public record Elastic(double probability, double alpha, double sigma) {
        public Elastic {
            requireProbability(probability);
            if (!(sigma > 0)) {
                throw new IllegalArgumentException("Displacements are smoothed over more than 0 pixels, not " + sigma
                    + ".");
            }
        }
    }

    /**
     * Changes of normalised grey values.
     *
     * @param probability that they happen
     * @param contrast the factor is drawn from 1 - contrast to 1 + contrast
     * @param brightness the offset is drawn from -brightness to brightness
     * @param noise the standard deviation of white noise is drawn from 0 to noise
     */
    public record Grey(double probability, double contrast, double brightness, double noise) {
        public Grey {
            requireProbability(probability);
        }
    }

    private static void requireProbability(final double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability is 0 to 1, not " + probability + ".");
        }
    }

    /**
     * A changed copy of a part of a slice; turned, scaled and sheared about its centre. Where the map leaves the slice,
     * the image is mirrored at its border and nothing is labelled. O(pixels of the window).
     *
     * @param slice normalised
     * @param window size of the copy, and the part that it shows if nothing changes
     * @param seed of this copy
     */
    public LabelledSlice apply(final LabelledSlice slice, final Window window, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final LabelledSlice warped = new Warp(this, window, random.split()).apply(slice);
        return greyChanged(warped, random);
    }

    private LabelledSlice greyChanged(final LabelledSlice slice, final SplittableRandom random) {
        if (random.nextDouble() >= grey.probability()) {
            return slice;
        }
        final double factor = 1 + grey.contrast() * (2 * random.nextDouble() - 1);
        final double offset = grey.brightness() * (2 * random.nextDouble() - 1);
        final double noise = grey.noise() * random.nextDouble();
        final float[] values = new float[slice.image().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)(slice.image()[i] * factor + offset + noise * normal(random));
        }
        return slice.withImage(values);
    }

    /** A sum of four uniform numbers: nearly normal, and the same in every Java. */
    private static double normal(final SplittableRandom random) {
        final double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
        return Math.sqrt(3) * (sum - 2);
    }
}
