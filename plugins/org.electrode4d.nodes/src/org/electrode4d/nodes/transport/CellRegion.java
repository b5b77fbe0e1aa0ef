// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.flux.TransportParameters;
import org.knime.node.parameters.widget.choices.Label;

/** What the scan shows, in the words of PyBaMM: the names of its parameters begin and end with it. */
enum CellRegion {

    @Label(value = "Pores of the negative electrode", description = "Electrolyte in the pores of the anode")
    NEGATIVE_ELECTROLYTE("Negative electrode", "electrolyte"),

    @Label(value = "Pores of the separator", description = "Electrolyte in the separator")
    SEPARATOR("Separator", "electrolyte"),

    @Label(value = "Pores of the positive electrode", description = "Electrolyte in the pores of the cathode")
    POSITIVE_ELECTROLYTE("Positive electrode", "electrolyte"),

    @Label(value = "Solid of the negative electrode", description = "What conducts electrons in the anode")
    NEGATIVE_ELECTRODE("Negative electrode", "electrode"),

    @Label(value = "Solid of the positive electrode", description = "What conducts electrons in the cathode")
    POSITIVE_ELECTRODE("Positive electrode", "electrode");

    private final String domain;
    private final String component;

    CellRegion(final String domain, final String component) {
        this.domain = domain;
        this.component = component;
    }

    String porosityName() {
        return domain + " porosity";
    }

    String tortuosityFactorName() {
        return domain + " tortuosity factor (" + component + ")";
    }

    String bruggemanName() {
        return domain + " Bruggeman coefficient (" + component + ")";
    }

    /** The volume fraction of electrolyte: for PyBaMM, solid is all that is no pore. */
    double porosity(final TransportParameters parameters) {
        return component.equals("electrolyte") ? parameters.porosity() : 1 - parameters.porosity();
    }
}
