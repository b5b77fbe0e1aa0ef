// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.Arrays;
import org.electrode4d.volume.Point;

/** A list of blobs or spheres: centre, size and amplitude of each, five numbers side by side. */
public final class Bodies {

    private static final int NUMBERS = 5;

    private double[] numbers = new double[64 * NUMBERS];
    private int count;

    void add(final double x, final double y, final double z, final double size, final double amplitude) {
        final int at = count * NUMBERS;
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[at] = x;
        numbers[at + 1] = y;
        numbers[at + 2] = z;
        numbers[at + 3] = size;
        numbers[at + 4] = amplitude;
        count++;
    }

    void addAll(final Bodies others) {
        for (int i = 0; i < others.count; i++) {
            add(others.x(i), others.y(i), others.z(i), others.size(i), others.amplitude(i));
        }
    }

    public int count() {
        return count;
    }

    /** The centre in voxels of the reference state. */
    public Point centre(final int body) {
        return new Point(x(body), y(body), z(body));
    }

    double x(final int body) {
        return numbers[body * NUMBERS];
    }

    double y(final int body) {
        return numbers[body * NUMBERS + 1];
    }

    double z(final int body) {
        return numbers[body * NUMBERS + 2];
    }

    /** Standard deviation of a blob, radius of a sphere, voxels. */
    public double size(final int body) {
        return numbers[body * NUMBERS + 3];
    }

    /** What the body adds to the pattern at its centre. */
    public double amplitude(final int body) {
        return numbers[body * NUMBERS + 4];
    }
}
