// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.List;

/** The columns of a table of true particles: one row per particle and scan. */
public final class TrueParticleColumns {

    /** Number of the particle, the same in all scans. */
    public static final String PARTICLE = SeriesColumns.PARTICLE;

    /** How the particle takes up lithium. */
    public static final String CLASS = "Class";

    /** Diameter of the ball of its volume at the first scan. */
    public static final String DIAMETER = "Equivalent diameter [µm]";

    /** What is not lithiated. */
    public static final String VOLUME = "Non-lithiated volume [µm³]";

    /** Centre of mass of what is not lithiated, in the scan: x, y, z. */
    public static final List<String> CENTRE = List.of("Centre x [µm]", "Centre y [µm]", "Centre z [µm]");

    /** The same where scans are aligned: as if the sample had not moved on its stage since the first scan. */
    public static final List<String> ALIGNED_CENTRE =
        List.of("Aligned centre x [µm]", "Aligned centre y [µm]", "Aligned centre z [µm]");

    /** Whether the border of the scan cuts it. */
    public static final String TOUCHES_BORDER = "Touches border";

    private TrueParticleColumns() {
    }
}
