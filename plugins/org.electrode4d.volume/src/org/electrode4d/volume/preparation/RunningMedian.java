// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.Arrays;

/** The median of a window that moves along a line; what is not a number takes no part. Keeps the window sorted. */
final class RunningMedian {

    private final float[] sorted;
    private int count;

    /** @param window most values at a time */
    RunningMedian(final int window) {
        sorted = new float[window];
    }

    void clear() {
        count = 0;
    }

    void add(final float value) {
        if (value == value) {
            final float added = value + 0f; // -0 becomes 0, so that all order alike
            int place = count++;
            while (place > 0 && sorted[place - 1] > added) {
                sorted[place] = sorted[place - 1];
                place--;
            }
            sorted[place] = added;
        }
    }

    /** @param value that was added */
    void remove(final float value) {
        if (value == value) {
            final int place = Arrays.binarySearch(sorted, 0, count, value + 0f);
            System.arraycopy(sorted, place + 1, sorted, place, --count - place);
        }
    }

    /** The same as {@link #remove} and {@link #add}, but moves only what lies between the two values. */
    void replace(final float removed, final float added) {
        if (removed != removed || added != added) {
            remove(removed);
            add(added);
            return;
        }
        final float value = added + 0f;
        int place = Arrays.binarySearch(sorted, 0, count, removed + 0f);
        for (; place > 0 && sorted[place - 1] > value; place--) {
            sorted[place] = sorted[place - 1];
        }
        for (; place < count - 1 && sorted[place + 1] < value; place++) {
            sorted[place] = sorted[place + 1];
        }
        sorted[place] = value;
    }

    /** The mean of the two in the middle for an even count; NaN without values. */
    float median() {
        if (count == 0) {
            return Float.NaN;
        }
        final int middle = count / 2;
        return count % 2 == 1 ? sorted[middle] : 0.5f * sorted[middle - 1] + 0.5f * sorted[middle];
    }
}
