// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.util.Arrays;

/**
 * The places of a front, in buckets of equal width by the length of their paths (R. B. Dial, Communications of the ACM
 * 12, 632, 1969). Within a bucket there is no order: a caller whose steps are longer than a bucket is wide needs none.
 * 4 bytes per entry, and at most twice as many after growing.
 */
final class BucketQueue {

    private static final int FIRST_CAPACITY = 64;
    private static final int[] NONE = new int[0];

    private final double perLength;
    /** As many as a power of two, so that the numbers of buckets wrap around by their last bits. */
    private final int[][] entries;
    private final int[] sizes;
    private long current;
    private long size;
    /** The largest array of the buckets that became empty: fronts are often in few of them. */
    private int[] spare = NONE;

    /**
     * An empty queue.
     *
     * @param width of a bucket, in µm
     * @param longest by which a length may exceed that of the bucket which is open, in µm
     */
    BucketQueue(final double width, final double longest) {
        perLength = 1 / width;
        final int count = Integer.highestOneBit((int)Math.ceil(longest / width) + 1) << 1;
        entries = new int[count][];
        Arrays.fill(entries, NONE);
        sizes = new int[count];
    }

    /** The number of the bucket of a length. */
    long bucket(final double length) {
        return (long)(length * perLength);
    }

    /** The number of the bucket that is open. */
    long current() {
        return current;
    }

    /** Adds a place; lengths of buckets that were closed count as of the one that is open. */
    void add(final double length, final int place) {
        final int at = (int)(Math.max(current, bucket(length)) & entries.length - 1);
        if (sizes[at] == 0 && spare.length > 0) {
            entries[at] = spare;
            spare = NONE;
        } else if (sizes[at] == entries[at].length) {
            entries[at] = Arrays.copyOf(entries[at], Math.max(FIRST_CAPACITY, Math.multiplyExact(2, sizes[at])));
        }
        entries[at][sizes[at]++] = place;
        size++;
    }

    /** Opens the next bucket that is not empty, which may be the one that is open; false at the end. */
    boolean open() {
        if (size == 0) {
            return false;
        }
        while (sizes[(int)(current & entries.length - 1)] == 0) {
            current++;
        }
        return true;
    }

    /** Takes a place out of the open bucket; -1 if it is empty. */
    int poll() {
        final int at = (int)(current & entries.length - 1);
        if (sizes[at] == 0) {
            release(at);
            return -1;
        }
        size--;
        return entries[at][--sizes[at]];
    }

    private void release(final int at) {
        if (entries[at].length > FIRST_CAPACITY) {
            spare = entries[at].length > spare.length ? entries[at] : spare;
            entries[at] = NONE;
        }
    }

    /** Bytes that the entries take. */
    long bytes() {
        return (long)spare.length * Integer.BYTES
            + Arrays.stream(entries).mapToLong(bucket -> (long)bucket.length * Integer.BYTES).sum();
    }
}
