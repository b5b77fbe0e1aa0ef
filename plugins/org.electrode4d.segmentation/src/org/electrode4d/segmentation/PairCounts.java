// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often pairs of integers occur, such as a label in one volume and the label in another at the same voxel. A hash
 * table without objects, for few different pairs in many voxels; not safe for several threads at once.
 */
public final class PairCounts {

    private static final int SMALLEST = 16;

    private long[] keys = new long[SMALLEST];
    private long[] counts = new long[SMALLEST];
    private int used;
    private int latest;

    /** A pair and how often it occurred. */
    public record Entry(int first, int second, long count) {
    }

    /** @param count greater than zero */
    public void add(final int first, final int second, final long count) {
        final long key = (long)first << 32 | second & 0xffff_ffffL;
        if (keys[latest] != key || counts[latest] == 0) {
            latest = slot(key);
            if (counts[latest] == 0) {
                claim(key);
            }
        }
        counts[latest] += count;
    }

    private void claim(final long key) {
        if (2 * (used + 1) > keys.length) {
            grow();
            latest = slot(key);
        }
        keys[latest] = key;
        used++;
    }

    /** Adds all counts of another table. */
    public void addAll(final PairCounts other) {
        other.entries().forEach(entry -> add(entry.first, entry.second, entry.count));
    }

    public long get(final int first, final int second) {
        return counts[slot((long)first << 32 | second & 0xffff_ffffL)];
    }

    /** The number of different pairs. */
    public int size() {
        return used;
    }

    /** All pairs, sorted by the first and then by the second integer. */
    public List<Entry> entries() {
        final List<Entry> entries = new ArrayList<>(used);
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                entries.add(new Entry((int)(keys[i] >> 32), (int)keys[i], counts[i]));
            }
        }
        entries.sort(Comparator.comparingInt(Entry::first).thenComparingInt(Entry::second));
        return entries;
    }

    /** Where a key is, or the free place where it belongs. */
    private int slot(final long key) {
        final int mask = keys.length - 1;
        int slot = (int)(key * 0x9E37_79B9_7F4A_7C15L >>> 32) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        final long[] oldKeys = keys;
        final long[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > 0) {
                final int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
