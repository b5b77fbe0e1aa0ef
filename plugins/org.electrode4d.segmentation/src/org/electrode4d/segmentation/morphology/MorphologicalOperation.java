// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

/** What a structuring element does with a mask or with bright regions (Serra 1982; Soille 2003). */
public enum MorphologicalOperation {
    /** Keeps the voxels about which the element fits inside. */
    EROSION,
    /** Takes the voxels that the element reaches from inside. */
    DILATION,
    /** Erosion, then dilation: keeps what the element can fill; removes thin bridges and small objects. */
    OPENING,
    /** Dilation, then erosion: fills what the element cannot enter; closes thin gaps and small holes. */
    CLOSING;

    boolean beginsWithErosion() {
        return this == EROSION || this == OPENING;
    }

    boolean hasTwoSteps() {
        return this == OPENING || this == CLOSING;
    }
}
