// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.List;

import org.electrode4d.nodes.picture.FieldQuantity;
import org.knime.node.parameters.widget.choices.Label;

/** What is drawn of a deformation field. */
enum FieldSelection {

    @Label(value = "Displacement", description = "Its components along x, y and z")
    DISPLACEMENT(FieldQuantity.DISPLACEMENT_X, FieldQuantity.DISPLACEMENT_Y, FieldQuantity.DISPLACEMENT_Z),

    @Label(value = "Volumetric strain", description = "det F - 1")
    VOLUMETRIC_STRAIN(FieldQuantity.VOLUMETRIC_STRAIN),

    @Label(value = "Quality", description = "The correlation coefficient ZNCC")
    QUALITY(FieldQuantity.ZNCC),

    @Label(value = "All", description = "Displacement, volumetric strain and correlation coefficient")
    ALL(FieldQuantity.values());

    final List<FieldQuantity> quantities;

    FieldSelection(final FieldQuantity... quantities) {
        this.quantities = List.of(quantities);
    }
}
