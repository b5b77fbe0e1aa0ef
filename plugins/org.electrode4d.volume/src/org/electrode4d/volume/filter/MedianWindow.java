// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import org.electrode4d.volume.Block;

/**
 * The median of the cube around each voxel of a block, by selection (C. A. R. Hoare, "Algorithm 65: Find", Commun.
 * ACM 4, 1961, 321).
 */
final class MedianWindow {

    private final int edge;
    private final float[] window;

    MedianWindow(final int halfSize) {
        edge = 2 * halfSize + 1;
        window = new float[edge * edge * edge];
    }

    /**
     * @param values of the block with its halo
     * @param halo the block with its halo
     * @param medians receives one value for each voxel of the block without halo
     */
    void filter(final float[] values, final Block halo, final float[] medians) {
        int index = 0;
        for (int z = 0; z <= halo.sizeZ() - edge; z++) {
            for (int y = 0; y <= halo.sizeY() - edge; y++) {
                for (int x = 0; x <= halo.sizeX() - edge; x++) {
                    gather(values, halo, (z * halo.sizeY() + y) * halo.sizeX() + x);
                    medians[index++] = median();
                }
            }
        }
    }

    private void gather(final float[] values, final Block halo, final int first) {
        int to = 0;
        for (int z = 0; z < edge; z++) {
            for (int y = 0; y < edge; y++) {
                System.arraycopy(values, first + (z * halo.sizeY() + y) * halo.sizeX(), window, to, edge);
                to += edge;
            }
        }
    }

    private float median() {
        for (final float value : window) {
            if (value != value) {
                return Float.NaN;
            }
        }
        final int middle = window.length / 2;
        int low = 0;
        int high = window.length - 1;
        while (low < high) {
            final float pivot = window[middle];
            int left = low;
            int right = high;
            while (left <= right) {
                while (window[left] < pivot) {
                    left++;
                }
                while (window[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    final float swapped = window[left];
                    window[left++] = window[right];
                    window[right--] = swapped;
                }
            }
            low = right < middle ? left : low;
            high = middle < left ? right : high;
        }
        return window[middle];
    }
}
