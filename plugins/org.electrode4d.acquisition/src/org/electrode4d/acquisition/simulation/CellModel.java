// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

/**
 * Parameters of a simulated cell. The defaults, {@link #microCell()}, are chosen so that the protocol of Häusler et al.
 * (2026) gives the sequence of scans of that paper; they were fitted to no measured curve.
 *
 * @param capacity in coulomb; above 0
 * @param initialCharge state of charge at the start; 0 as assembled, 1 full
 * @param ohmicResistance ohm; above 0
 * @param polarisation the slower part of the resistance
 * @param wells how charge spreads in the electrode
 * @param sideReaction what is consumed by the growth of the solid-electrolyte interphase
 * @param leakageResistance ohm between the terminals; may be infinite
 */
public record CellModel(double capacity, double initialCharge, double ohmicResistance, Polarisation polarisation,
    Wells wells, SideReaction sideReaction, double leakageResistance) {

    /** Capacity of the paper's cell: 3.5 mAh/cm² on a disc of 1.1 mm, 33.3 µAh, in coulomb. */
    public static final double MICRO_CELL_CAPACITY = 33.3e-6 * 3600;

    private static final double BASE = 3.55;
    private static final double RISE = 0.7;
    private static final double DROP = 0.55;
    private static final double BEND = 0.25;

    /**
     * A resistance with a capacitance beside it.
     *
     * @param resistance ohm
     * @param timeConstant seconds; above 0
     */
    public record Polarisation(double resistance, double timeConstant) {
    }

    /**
     * Two wells: the potential follows the accessible one, which exchanges charge with the rest. A charge spreads
     * slowly, so that the upper potential is reached early; it comes back slower still, because silicon that shrinks
     * loses contact.
     *
     * @param accessible fraction of the capacity; above 0 and below 1
     * @param inward exchange from the accessible well into the rest, capacities per second and unit of difference
     * @param outward exchange back, in the same unit
     */
    public record Wells(double accessible, double inward, double outward) {
    }

    /**
     * A current that passes the terminals and charges nothing: current · exp((U − potential) / slope) / (1 + consumed
     * charge / passivation).
     *
     * @param current ampere at the potential, in a cell that has consumed nothing yet
     * @param potential volt
     * @param slope volt for a factor e; above 0
     * @param passivation coulomb after which it is halved; above 0
     */
    public record SideReaction(double current, double potential, double slope, double passivation) {
    }

    /** Refuses parameters with which nothing can be computed. */
    public CellModel {
        positive("capacity", capacity);
        positive("ohmic resistance", ohmicResistance);
        positive("polarisation time constant", polarisation.timeConstant);
        positive("slope of the side reaction", sideReaction.slope);
        positive("passivation of the side reaction", sideReaction.passivation);
        positive("leakage resistance", leakageResistance);
        positive("inward exchange", wells.inward);
        positive("outward exchange", wells.outward);
        if (!(wells.accessible > 0 && wells.accessible < 1)) {
            throw new IllegalArgumentException("The accessible fraction of a simulated cell is " + wells.accessible
                + "; it must be above 0 and below 1.");
        }
    }

    private static void positive(final String name, final double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("The " + name + " of a simulated cell is " + value
                + "; it must be above 0.");
        }
    }

    /** The paper's micro cell, as assembled: 33.3 µAh. */
    public static CellModel microCell() {
        return ofCapacity(MICRO_CELL_CAPACITY);
    }

    /**
     * A cell that behaves as the micro cell does at the same C-rate.
     *
     * @param capacity in coulomb; above 0
     */
    public static CellModel ofCapacity(final double capacity) {
        final double scale = capacity / MICRO_CELL_CAPACITY;
        return new CellModel(capacity, 0, 2000 / scale, new Polarisation(4000 / scale, 60),
            new Wells(0.13, 8.8e-5, 5e-6), new SideReaction(0.8e-6 * scale, 4.3, 0.05, 0.2 * capacity), 25e6 / scale);
    }

    /** This cell at another state of charge. */
    public CellModel withInitialCharge(final double charge) {
        return new CellModel(capacity, charge, ohmicResistance, polarisation, wells, sideReaction, leakageResistance);
    }

    /** This cell without side reaction and without leakage: what goes in comes out. */
    public CellModel lossless() {
        return new CellModel(capacity, initialCharge, ohmicResistance, polarisation, wells,
            new SideReaction(0, sideReaction.potential, sideReaction.slope, sideReaction.passivation),
            Double.POSITIVE_INFINITY);
    }

    /**
     * Open-circuit potential of a cell whose accessible well is charged to a state: 3.55 + 0.7 z − 0.55 exp(−z / 0.25)
     * volt, that is 3.00 V as assembled, steep at first, 4.24 V when full; on with the slope of its ends below 0 and
     * above 1. The shape is that of a silicon | NMC cell in words; it is no measured curve.
     */
    public double openCircuitPotential(final double charge) {
        final double inside = Math.min(Math.max(charge, 0), 1);
        final double drop = DROP * Math.exp(-inside / BEND);
        return BASE + RISE * inside - drop + (RISE + drop / BEND) * (charge - inside);
    }

    /** Volt per state of charge; above 0 everywhere. */
    double slope(final double charge) {
        return RISE + DROP / BEND * Math.exp(-Math.min(Math.max(charge, 0), 1) / BEND);
    }
}
