// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.knime.node.parameters.widget.choices.Label;

/** Which anode is aged. */
enum AgeingStructure {

    @Label(value = "Micro-tomography", description = "Voxels of 0.65 µm; 24 % pores, graphite and silicon compound")
    MICRO_TOMOGRAPHY,

    @Label(value = "Electron micrograph", description = "Voxels of 0.02 µm between the graphite grains; 37.5 % pores")
    MICROGRAPH,

    @Label(value = "Own numbers", description = "As set below")
    OWN;
}
