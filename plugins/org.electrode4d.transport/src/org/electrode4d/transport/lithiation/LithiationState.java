// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;


/**
 * A particle at the end of a constant current.
 *
 * @param model of the particle
 * @param soc state of charge at the nodes; 0 without lithium, 1 when full
 * @param time since the start, s
 * @param potential of the particle against lithium, V
 * @param ending why it ended
 */
public record LithiationState(ParticleModel model, double[] soc, double time, double potential, Ending ending) {

    /** Why a constant current ended. */
    public enum Ending {
        /** The mean state of charge was reached. */
        REACHED,
        /** Somewhere at the surface no lithium was left: the ionic limit. */
        EMPTY,
        /** Somewhere at the surface there was no room for more lithium: the ionic limit. */
        FULL
    }

    /** The mean over the volume. */
    public double mean() {
        return model.mean(soc);
    }

    public double min() {
        double min = soc[0];
        for (final double value : soc) {
            min = Math.min(min, value);
        }
        return min;
    }

    public double max() {
        double max = soc[0];
        for (final double value : soc) {
            max = Math.max(max, value);
        }
        return max;
    }

    public SocDistribution distribution() {
        return model.distribution(soc);
    }

    /** How far the potential is from that at rest with the same mean, V; above zero while lithium is taken out. */
    public double overpotential() {
        return potential - model.material().equilibrium().at(mean());
    }
}
