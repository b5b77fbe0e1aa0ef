// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

/** In how many dimensions the surroundings of a voxel are looked at. */
public enum FeatureSpace {
    /** Each plane z on its own: for labelled slices, and for scans whose planes are far apart. */
    PLANAR("2-D"),
    /** Along x, y and z. */
    SPATIAL("3-D");

    private final String title;

    FeatureSpace(final String title) {
        this.title = title;
    }

    /** For people: 2-D or 3-D. */
    public String title() {
        return title;
    }
}
