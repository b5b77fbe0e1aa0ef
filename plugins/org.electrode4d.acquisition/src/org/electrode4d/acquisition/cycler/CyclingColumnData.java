// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.time.LocalDateTime;
import java.util.Arrays;

/** The columns of a series while they grow; only the first {@link #size} values are meant. */
final class CyclingColumnData {

    private static final int FIRST = 1024;

    int size;
    double[] time = new double[FIRST];
    double[] potential = new double[FIRST];
    double[] current = new double[FIRST];
    double[] charge = new double[FIRST];
    double[] stepCharge = new double[FIRST];
    double[] temperature = new double[FIRST];
    int[] step = new int[FIRST];
    int[] programStep = new int[FIRST];
    int[] cycle = new int[FIRST];
    String[] state = new String[FIRST];
    LocalDateTime[] date = new LocalDateTime[FIRST];

    /** Gives room for one more sample. */
    void reserve() {
        if (size == time.length) {
            resize(Math.addExact(size, size / 2));
        }
    }

    /** Gives back the room that is not used. */
    void trim() {
        resize(size);
    }

    private void resize(final int length) {
        time = Arrays.copyOf(time, length);
        potential = Arrays.copyOf(potential, length);
        current = Arrays.copyOf(current, length);
        charge = Arrays.copyOf(charge, length);
        stepCharge = Arrays.copyOf(stepCharge, length);
        temperature = Arrays.copyOf(temperature, length);
        step = Arrays.copyOf(step, length);
        programStep = Arrays.copyOf(programStep, length);
        cycle = Arrays.copyOf(cycle, length);
        state = Arrays.copyOf(state, length);
        date = Arrays.copyOf(date, length);
    }
}
