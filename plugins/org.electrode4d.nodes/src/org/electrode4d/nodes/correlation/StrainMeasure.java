// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.electrode4d.correlation.StrainComponent.BIOT_XX;
import static org.electrode4d.correlation.StrainComponent.BIOT_XY;
import static org.electrode4d.correlation.StrainComponent.BIOT_XZ;
import static org.electrode4d.correlation.StrainComponent.BIOT_YY;
import static org.electrode4d.correlation.StrainComponent.BIOT_YZ;
import static org.electrode4d.correlation.StrainComponent.BIOT_ZZ;
import static org.electrode4d.correlation.StrainComponent.DEVIATORIC;
import static org.electrode4d.correlation.StrainComponent.GREEN_LAGRANGE_XX;
import static org.electrode4d.correlation.StrainComponent.GREEN_LAGRANGE_XY;
import static org.electrode4d.correlation.StrainComponent.GREEN_LAGRANGE_XZ;
import static org.electrode4d.correlation.StrainComponent.GREEN_LAGRANGE_YY;
import static org.electrode4d.correlation.StrainComponent.GREEN_LAGRANGE_YZ;
import static org.electrode4d.correlation.StrainComponent.GREEN_LAGRANGE_ZZ;
import static org.electrode4d.correlation.StrainComponent.SMALL_DEVIATORIC;
import static org.electrode4d.correlation.StrainComponent.SMALL_VOLUMETRIC;
import static org.electrode4d.correlation.StrainComponent.SMALL_XX;
import static org.electrode4d.correlation.StrainComponent.SMALL_XY;
import static org.electrode4d.correlation.StrainComponent.SMALL_XZ;
import static org.electrode4d.correlation.StrainComponent.SMALL_YY;
import static org.electrode4d.correlation.StrainComponent.SMALL_YZ;
import static org.electrode4d.correlation.StrainComponent.SMALL_ZZ;
import static org.electrode4d.correlation.StrainComponent.VOLUMETRIC;

import java.util.List;

import org.electrode4d.correlation.StrainComponent;
import org.knime.node.parameters.widget.choices.Label;

/** Which numbers describe the strain. */
enum StrainMeasure {

    @Label(value = "Finite", description = "Volumetric strain det F - 1, deviatoric strain, and the Biot strain U - I, "
        + "which is free of rotation; for large strains")
    FINITE(VOLUMETRIC, DEVIATORIC, BIOT_XX, BIOT_YY, BIOT_ZZ, BIOT_XY, BIOT_XZ, BIOT_YZ),

    @Label(value = "Green-Lagrange", description = "Volumetric strain det F - 1, and (FᵀF - I)/2, which is free of "
        + "rotation; for comparison with simulations")
    GREEN_LAGRANGE(VOLUMETRIC, GREEN_LAGRANGE_XX, GREEN_LAGRANGE_YY, GREEN_LAGRANGE_ZZ, GREEN_LAGRANGE_XY,
        GREEN_LAGRANGE_XZ, GREEN_LAGRANGE_YZ),

    @Label(value = "Small", description = "The symmetric part of F - I; for strains and rotations of a few percent")
    SMALL(SMALL_VOLUMETRIC, SMALL_DEVIATORIC, SMALL_XX, SMALL_YY, SMALL_ZZ, SMALL_XY, SMALL_XZ, SMALL_YZ),

    @Label(value = "All", description = "Every measure, with principal stretches and rotations")
    ALL(StrainComponent.values());

    final List<StrainComponent> components;

    StrainMeasure(final StrainComponent... components) {
        this.components = List.of(components);
    }
}
