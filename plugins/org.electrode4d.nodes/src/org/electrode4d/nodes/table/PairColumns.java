// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

/** The columns that every table of pairs of scans has: one row per pair. */
public final class PairColumns {

    /** Name of the reference scan. */
    public static final String REFERENCE_STEP = "Reference step";

    /** Name of the deformed scan. */
    public static final String DEFORMED_STEP = "Deformed step";

    /** The scan that positions are given in. */
    public static final String REFERENCE = "Reference";

    /** The scan that is searched for the material of the reference. */
    public static final String DEFORMED = "Deformed";

    /** Deformation field of one node: the registration of the whole volumes. */
    public static final String REGISTRATION = "Registration";

    /** Deformation field on a grid. */
    public static final String FIELD = "Deformation field";

    /** What residual maps take for noise; the same in every row of a series. */
    public static final String NOISE_THRESHOLD = "Noise threshold [grey value]";

    private PairColumns() {
    }
}
