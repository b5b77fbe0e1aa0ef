// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.learning.training.Validation;
import org.knime.node.parameters.widget.choices.Label;

/** What is kept out of training; labels for {@link Validation.Unit}. */
enum ValidationUnit {

    @Label(value = "By slice", description = "Slices drawn at random. Neighbouring slices are alike, so that the score "
        + "flatters where such are labelled")
    SLICE(Validation.Unit.SLICE),

    @Label(value = "By scan", description = "All slices of a scan are in one part: tells how well other scans will be "
        + "segmented. Needs labels of at least two scans")
    SCAN(Validation.Unit.SCAN);

    final Validation.Unit unit;

    ValidationUnit(final Validation.Unit unit) {
        this.unit = unit;
    }
}
