// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.electrode4d.transport.TransportException;

/**
 * The potential of an active material at rest against its state of charge. It must not rise with the state of charge:
 * lithium would run uphill otherwise.
 */
public interface EquilibriumPotential {

    /**
     * Silicon while it is lithiated: M. Verbrugge, D. Baker and X. Xiao, J. Electrochem. Soc. 163, A262 (2016), as the
     * polynomial that PyBaMM's parameter set Chen2020_composite (W. Ai et al., J. Power Sources 527, 231142, 2022) has.
     */
    EquilibriumPotential SILICON_LITHIATION =
        polynomial(0.8633, -9.286, 62.99, -232.8, 489.9, -587.6, 372.6, -96.63);

    /** Silicon while it is delithiated, from the same sources. */
    EquilibriumPotential SILICON_DELITHIATION =
        polynomial(0.9937, -3.792, 16.87, -58.76, 140.2, -205.7, 161.3, -51.02);

    /**
     * The potential in V against lithium.
     *
     * @param soc state of charge; 0 without lithium, 1 when full; goes on straight beyond
     */
    double at(double soc);

    /** How the potential changes with the state of charge, in V; never above zero. */
    double slope(double soc);

    /**
     * A straight line.
     *
     * @param empty V at a state of charge of 0
     * @param slope V from empty to full; zero or below
     * @throws TransportException for a slope above zero
     */
    static EquilibriumPotential linear(final double empty, final double slope) {
        if (!(slope <= 0) || !Double.isFinite(empty) || Double.isInfinite(slope)) {
            throw new TransportException("The equilibrium potential changes by " + slope + " V from empty to full, but "
                + "must fall or stay: enter zero or a negative number.");
        }
        return new EquilibriumPotential() {
            @Override
            public double at(final double soc) {
                return empty + slope * soc;
            }

            @Override
            public double slope(final double soc) {
                return slope;
            }
        };
    }

    private static EquilibriumPotential polynomial(final double... coefficients) {
        final PolynomialFunction potential = new PolynomialFunction(coefficients);
        final PolynomialFunction derivative = potential.polynomialDerivative();
        return new EquilibriumPotential() {
            @Override
            public double at(final double soc) {
                final double inside = inside(soc);
                return potential.value(inside) + (soc - inside) * derivative.value(inside);
            }

            @Override
            public double slope(final double soc) {
                return derivative.value(inside(soc));
            }

            private double inside(final double soc) {
                return Math.min(1, Math.max(0, soc));
            }
        };
    }
}
