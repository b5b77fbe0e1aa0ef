// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import org.electrode4d.volume.Progress;
import org.electrode4d.volume.morphology.Components;

/**
 * Components that are worth to be counted, and how many are not.
 *
 * @param kept numbered without gaps, in the order that they had; computed on demand
 * @param tooSmall how many have fewer voxels than wanted
 * @param atBorder how many of the others touch a face of the volume, where those were not wanted
 */
public record ComponentSelection(Components kept, int tooSmall, int atBorder) {

    /**
     * @param smallest voxels of the smallest component that stays; 1 or less keeps all
     * @param wholeOnly whether components that touch a face of the volume are left out
     */
    public static ComponentSelection of(final Components all, final long smallest, final boolean wholeOnly,
        final Progress progress) {
        final boolean[] left = new boolean[all.count() + 1];
        final BorderContact contact = wholeOnly ? BorderContact.of(all.labels(), all.count(), progress) : null;
        int tooSmall = 0;
        int atBorder = 0;
        for (int label = 1; label <= all.count(); label++) {
            if (all.sizes()[label] < smallest) {
                tooSmall++;
            } else if (contact != null && contact.touches(label)) {
                atBorder++;
            } else {
                left[label] = true;
            }
        }
        return new ComponentSelection(all.keep(label -> left[label]), tooSmall, atBorder);
    }
}
