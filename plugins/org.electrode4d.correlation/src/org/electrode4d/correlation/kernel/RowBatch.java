// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;

/**
 * Samples many rows at once: the voxels around the points of all rows are gathered line by line into arrays without
 * gaps, and interpolated in long loops. A row alone is too short for the compiler's vector instructions, and where in
 * the volume its voxels are costs more than to interpolate between them. Not for several threads at once.
 */
public final class RowBatch {

    private static final int CAPACITY = 2048;
    /** Points of a part of a row below which gathering does not pay. */
    private static final int SHORT = 6;

    private final GatheredSampler sampler;
    private final float[] values;
    private final int taps;
    private final GatheredLines gathered;
    private final float[] sampled = new float[CAPACITY];
    private final int[] from = new int[CAPACITY];
    private final int[] to = new int[CAPACITY];
    private final int[] length = new int[CAPACITY];
    private Segment segment;
    private int parts;
    private int filled;

    /** @param values receives what is sampled, when the batch is full or flushed */
    RowBatch(final GatheredSampler sampler, final float[] values) {
        this.sampler = sampler;
        this.values = values;
        taps = sampler.taps();
        gathered = new GatheredLines(taps * taps, sampler.rooms(), CAPACITY);
    }

    /** Samples the points {@code start + i step} for i in [first, end) into {@code values[i]}; NaN beside holes. */
    void add(final double[] start, final double[] step, final int first, final int end) {
        if (sampler.patch().hasHoles()) {
            sampler.sample(start, step, first, end, values);
            return;
        }
        if (segment == null || !segment.hasStep(step)) {
            flush();
            segment = sampler.segment(step);
        }
        segment.row(start);
        for (int i = first; i < end; i = segment.end) {
            segment.find(i, Math.min(end, i + CAPACITY - taps));
            if (segment.end - i < SHORT) {
                sampler.sample(segment, i, values);
            } else {
                gather(i);
            }
        }
    }

    private void gather(final int first) {
        final int points = segment.end - first;
        final int needed = points + taps - 1;
        if (filled + needed > CAPACITY) {
            flush();
        }
        final int origin = sampler.origin(segment);
        final float[] source = sampler.source();
        for (int line = 0; line < gathered.lines.length; line++) {
            System.arraycopy(source, origin + sampler.offset(line), gathered.lines[line], filled, needed);
        }
        gathered.place(segment, filled, points);
        from[parts] = filled;
        to[parts] = first;
        length[parts++] = points;
        filled += needed;
    }

    /** Delivers what is still gathered. */
    void flush() {
        if (filled > 0) {
            Arrays.fill(sampled, 0, filled, 0);
            gathered.advance(segment, filled);
            sampler.interpolate(gathered, filled, sampled);
            for (int part = 0; part < parts; part++) {
                System.arraycopy(sampled, from[part], values, to[part], length[part]);
            }
            parts = 0;
            filled = 0;
        }
    }
}
