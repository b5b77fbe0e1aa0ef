// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.BesselJ;

/**
 * Lithium that comes into a slab, cylinder or ball of radius (half thickness) 1 with diffusivity 1 through its surface,
 * where the flux is {@code Bi (1 - c)}: series of Crank, The Mathematics of Diffusion, sections 4.3.6, 5.3.4 and 6.3.4.
 */
enum ExactUptake {
    SLAB(b -> b * Math.sin(b), Math::cos) {
        @Override
        double amplitude(final double b, final double biot) {
            return 2 * Math.sin(b) / (b + Math.sin(b) * Math.cos(b));
        }

        @Override
        double shape(final double b, final double place) {
            return Math.cos(b * place);
        }

        @Override
        double mean(final double b) {
            return Math.sin(b) / b;
        }
    },
    CYLINDER(b -> b * BesselJ.value(1, b), b -> BesselJ.value(0, b)) {
        @Override
        double amplitude(final double b, final double biot) {
            return 2 * biot / ((b * b + biot * biot) * BesselJ.value(0, b));
        }

        @Override
        double shape(final double b, final double place) {
            return BesselJ.value(0, b * place);
        }

        @Override
        double mean(final double b) {
            return 2 * BesselJ.value(1, b) / b;
        }
    },
    BALL(b -> Math.sin(b) - b * Math.cos(b), Math::sin) {
        @Override
        double amplitude(final double b, final double biot) {
            return 2 * biot / (b * b + biot * (biot - 1)) * b / Math.sin(b);
        }

        @Override
        double shape(final double b, final double place) {
            return place == 0 ? 1 : Math.sin(b * place) / (b * place);
        }

        @Override
        double mean(final double b) {
            return 3 * (Math.sin(b) - b * Math.cos(b)) / (b * b * b);
        }
    };

    private static final int TERMS = 60;

    private final DoubleUnaryOperator flux;
    private final DoubleUnaryOperator value;

    /** Roots are those of {@code flux(b) = Bi value(b)}. */
    ExactUptake(final DoubleUnaryOperator flux, final DoubleUnaryOperator value) {
        this.flux = flux;
        this.value = value;
    }

    abstract double amplitude(double b, double biot);

    abstract double shape(double b, double place);

    abstract double mean(double b);

    private List<Double> roots(final double biot) {
        final List<Double> roots = new ArrayList<>();
        final double step = 0.1;
        for (double b = 1e-6; roots.size() < TERMS; b += step) {
            final DoubleUnaryOperator f = x -> flux.applyAsDouble(x) - biot * value.applyAsDouble(x);
            if (f.applyAsDouble(b) * f.applyAsDouble(b + step) < 0) {
                roots.add(new BrentSolver(1e-14).solve(100, f::applyAsDouble, b, b + step));
            }
        }
        return roots;
    }

    /** Concentration at a distance from the middle. */
    double concentration(final double biot, final double place, final double time) {
        double sum = 1;
        for (final double b : roots(biot)) {
            sum -= amplitude(b, biot) * shape(b, place) * Math.exp(-b * b * time);
        }
        return sum;
    }

    /** Mean concentration. */
    double mean(final double biot, final double time) {
        double sum = 1;
        for (final double b : roots(biot)) {
            sum -= amplitude(b, biot) * mean(b) * Math.exp(-b * b * time);
        }
        return sum;
    }
}
