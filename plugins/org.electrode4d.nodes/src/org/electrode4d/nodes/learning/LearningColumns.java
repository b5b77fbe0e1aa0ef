// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

/** The columns that nodes of this package hand to each other. */
final class LearningColumns {

    /** What people labelled: a volume of classes, with a label for what nobody looked at. */
    static final String LABELS = "Labels";

    /** The class of every voxel, as a model tells. */
    static final String PHASES = "Phases";

    /** A model. */
    static final String MODEL = "Model";

    /** The steps of a series that a model is for. */
    static final String STEPS = "Steps";

    private LearningColumns() {
    }
}
