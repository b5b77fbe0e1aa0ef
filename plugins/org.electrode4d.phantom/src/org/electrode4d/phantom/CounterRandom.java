// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Random numbers by their index: the n-th number is a function of the key and of n alone, so that any thread can draw
 * any number in any order.
 *
 * <p>The n-th number is the n-th output of the generator SplitMix64, which steps a counter and scrambles it (Steele,
 * Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014; the idea of counters as generators:
 * Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC 2011).
 */
public final class CounterRandom {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1p-53;

    private final long key;

    public CounterRandom(final long key) {
        this.key = key;
    }

    /** The numbers that belong to a seed and to further words, such as a stream or a cell's indices. */
    public static CounterRandom of(final long seed, final long... words) {
        long key = scramble(seed + GOLDEN_GAMMA);
        for (final long word : words) {
            key = scramble(key + scramble(word + GOLDEN_GAMMA));
        }
        return new CounterRandom(key);
    }

    /** The number as 64 random bits. */
    public long bits(final long index) {
        return scramble(key + (index + 1) * GOLDEN_GAMMA);
    }

    /** Uniform in [0, 1). */
    public double uniform(final long index) {
        return (bits(index) >>> 11) * UNIT;
    }

    /** Uniform between two numbers. */
    public double between(final double min, final double max, final long index) {
        return min + (max - min) * uniform(index);
    }

    /** Normal with mean 0 and standard deviation 1, from the uniform numbers 2 n and 2 n + 1 (Box and Muller 1958). */
    public double normal(final long index) {
        final double positive = 1 - uniform(2 * index);
        return Math.sqrt(-2 * Math.log(positive)) * Math.cos(2 * Math.PI * uniform(2 * index + 1));
    }

    /** Poisson-distributed with a small mean (up to about 100), by inverting the distribution of one uniform number. */
    int poisson(final double mean, final long index) {
        final double target = uniform(index);
        double probability = Math.exp(-mean);
        double sum = probability;
        int count = 0;
        while (sum < target && probability > 0) {
            count++;
            probability *= mean / count;
            sum += probability;
        }
        return count;
    }

    /** The finaliser of SplitMix64 (variant 13 of Stafford). */
    private static long scramble(final long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
