// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;

import org.electrode4d.transport.phase.PhasePair;
import org.electrode4d.transport.phase.PhaseQuantities;
import org.electrode4d.transport.phase.PhaseTriple;
import org.electrode4d.transport.phase.QuantityOfInterest;
import org.knime.node.parameters.widget.choices.Label;

/** What is studied on sub-volumes; labels for {@link PhaseQuantities}. */
enum RepresentativeQuantity {

    @Label(value = "Fraction", description = "The part of the volume that the phase takes")
    FRACTION("Fraction", "%", 100) {
        @Override
        QuantityOfInterest of(final List<Integer> phases, final int axis) {
            return PhaseQuantities.fraction(phases.get(0));
        }
    },

    @Label(value = "Specific surface", description = "Surface of the phase per volume of the sample, by Crofton's "
        + "formula")
    SPECIFIC_SURFACE("Specific surface", "1/µm", 1) {
        @Override
        QuantityOfInterest of(final List<Integer> phases, final int axis) {
            return PhaseQuantities.specificSurface(phases.get(0));
        }
    },

    @Label(value = "Specific interface", description = "Interface of two phases per volume of the sample, by Crofton's "
        + "formula")
    SPECIFIC_INTERFACE("Specific interface", "1/µm", 1) {
        @Override
        QuantityOfInterest of(final List<Integer> phases, final int axis) {
            return PhaseQuantities.specificInterface(new PhasePair(phases.get(0), phases.get(1)));
        }
    },

    @Label(value = "Triple-phase boundary", description = "Length of the line along which three phases meet, per "
        + "volume of the sample")
    TRIPLE_LINE("Triple-phase boundary", "1/µm²", 1) {
        @Override
        QuantityOfInterest of(final List<Integer> phases, final int axis) {
            return PhaseQuantities
                .tripleLineDensity(new PhaseTriple(phases.get(0), phases.get(1), phases.get(2)));
        }
    },

    @Label(value = "Tortuosity factor", description = "Of the phase along an axis, by steady diffusion; infinite where "
        + "it does not percolate")
    TORTUOSITY_FACTOR("Tortuosity factor", "-", 1) {
        @Override
        QuantityOfInterest of(final List<Integer> phases, final int axis) {
            return PhaseQuantities.tortuosityFactor(phases.get(0), axis);
        }
    },

    @Label(value = "Relative effective diffusivity", description = "Of the phase along an axis, by that in the phase "
        + "itself; 0 where it does not percolate")
    DIFFUSIVITY("Relative effective diffusivity", "-", 1) {
        @Override
        QuantityOfInterest of(final List<Integer> phases, final int axis) {
            return PhaseQuantities.relativeDiffusivity(phases.get(0), axis);
        }
    };

    private final String title;
    private final String unit;
    private final double factor;

    RepresentativeQuantity(final String title, final String unit, final double factor) {
        this.title = title;
        this.unit = unit;
        this.factor = factor;
    }

    /** @param phases three labels, of which as many are used as the quantity has */
    abstract QuantityOfInterest of(List<Integer> phases, int axis);

    /** What the domain gives in the unit of the columns. */
    double inUnit(final double value) {
        return factor * value;
    }

    /** The name of a column: "Fraction, mean [%]". */
    String column(final String what) {
        return title + (what.isEmpty() ? "" : ", " + what) + " [" + unit + "]";
    }

    /** For messages: "specific surface". */
    String inText() {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
