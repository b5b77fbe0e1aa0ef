// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

/** Why an edge that was looked at is not taken. */
public enum EdgeRejection {
    /** The profile leaves the volume, or voxels are not a number. */
    OUTSIDE("too near to the border"),
    /** No error function can be fitted, or its middle is elsewhere. */
    NO_EDGE("without the shape of an edge"),
    /** The surface is curved or rough within the patch. */
    NOT_STRAIGHT("not straight"),
    /** Beside the edge grey values do not stay what they are, or the profile is too short for its width. */
    NO_PLATEAU("without a plateau on both sides"),
    /** Too near to an edge that was taken, or of the same particle. */
    TAKEN("too near to another one, or of the same particle");

    private final String label;

    EdgeRejection(final String label) {
        this.label = label;
    }

    /** For people: "12 were ...". */
    public String label() {
        return label;
    }
}
