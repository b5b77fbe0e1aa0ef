// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.List;

/**
 * The electrode at one scan.
 *
 * @param step name of the scan, such as T3
 * @param time hours since T0
 * @param stateOfCharge of the cell, %, 0 to 100
 * @param thickness mean over the electrode, µm
 * @param thicknessDeviation standard deviation of the thickness over the electrode, µm
 * @param strain mean volumetric strain of the electrode against the first state, 0.44 for 44 %
 * @param strainDifference volumetric strain at the separator minus that at the collector; it grows linearly in between
 * @param nonLithiated volume of the silicon without lithium over that at the first state, 0 to 1: the relative
 *     non-lithiated (RNL) phase volume
 * @param bubble radius of the gas bubble, µm; 0 for none
 */
public record TwinState(String step, double time, double stateOfCharge, double thickness, double thicknessDeviation,
    double strain, double strainDifference, double nonLithiated, double bubble) {

    /** @throws IllegalArgumentException for values out of range */
    public TwinState {
        if (step.isBlank()) {
            throw new IllegalArgumentException("A state needs the name of its step.");
        }
        requireBetween("time", time, 0, 1e6, "h");
        requireBetween("state of charge", stateOfCharge, 0, 100, "%");
        requireBetween("thickness", thickness, 1, 1000, "µm");
        requireBetween("standard deviation of the thickness", thicknessDeviation, 0, thickness / 4, "µm");
        requireBetween("strain", strain, -0.5, 3, "(1 is 100 %)");
        requireBetween("strain difference", strainDifference, -(1 + strain), 1 + strain, "(1 is 100 %)");
        requireBetween("part of silicon without lithium", nonLithiated, 0.2, 1, "(1 is 100 %)");
        requireBetween("radius of the bubble", bubble, 0, 10, "µm");
    }

    private static void requireBetween(final String what, final double value, final double least, final double most,
        final String unit) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("The " + what + " of a state must be " + least + " to " + most + " "
                + unit + ", but is " + value + ".");
        }
    }

    /**
     * The ten scans of Häusler et al. (2026). From the paper: thickness at T0, T3 and T6 with its deviation (Fig. 2c),
     * strain at T1, T6 and T8 and its difference at T6 (Fig. 3d), state of charge at T0, T3, T6 and T8, the 67 % of
     * silicon without lithium at T6 (of one particle, Fig. 2b), the bubble from T2 to T4 (Fig. S13). The rest is put
     * between them. T9 is T8 again: the double scan.
     */
    public static List<TwinState> published() {
        return List.of(
            new TwinState("T0", 0, 0, 20.7, 0.7, 0, 0, 1, 0),
            new TwinState("T1", 0.73, 17, 21.9, 0.9, 0.06, 0, 0.97, 0),
            new TwinState("T2", 1.47, 33, 23.1, 1.2, 0.119, 0, 0.93, 1.3),
            new TwinState("T3", 2.2, 50, 25.8, 1.8, 0.249, 0.14, 0.83, 1.7),
            new TwinState("T4", 2.93, 62, 27.2, 1.9, 0.313, 0.21, 0.78, 2),
            new TwinState("T5", 3.67, 74, 28.7, 2, 0.382, 0.27, 0.72, 0),
            new TwinState("T6", 4.4, 85, 30, 2.1, 0.44, 0.32, 0.67, 0),
            new TwinState("T7", 5.13, 78, 28.9, 2, 0.385, 0.28, 0.71, 0),
            new TwinState("T8", 5.87, 70, 27.4, 1.9, 0.32, 0.24, 0.76, 0),
            new TwinState("T9", 6.1, 70, 27.4, 1.9, 0.32, 0.24, 0.76, 0));
    }

    /**
     * The state at a state of charge, every number linear between the two neighbours on its branch and that of the end
     * beyond the branch, with the name of the nearer. The charging branch ends, and the discharging branch begins, with
     * the fullest state.
     *
     * @param states in the order of time
     * @param stateOfCharge %, 0 to 100
     * @param discharging whether on the way back
     * @throws IllegalArgumentException if there are no states
     */
    public static TwinState between(final List<TwinState> states, final double stateOfCharge,
        final boolean discharging) {
        if (states.isEmpty()) {
            throw new IllegalArgumentException("A state cannot be put between no states.");
        }
        int fullest = 0;
        for (int i = 1; i < states.size(); i++) {
            if (states.get(i).stateOfCharge > states.get(fullest).stateOfCharge) {
                fullest = i;
            }
        }
        final List<TwinState> branch = discharging ? states.subList(fullest, states.size())
            : states.subList(0, fullest + 1);
        for (int i = 1; i < branch.size(); i++) {
            final double before = branch.get(i - 1).stateOfCharge;
            final double part = (stateOfCharge - before) / (branch.get(i).stateOfCharge - before);
            if (part <= 1 && (part >= 0 || i == 1)) {
                return branch.get(i - 1).mixed(branch.get(i), Math.max(0, part), stateOfCharge);
            }
        }
        return branch.get(branch.size() - 1).mixed(branch.get(branch.size() - 1), 0, stateOfCharge);
    }

    private TwinState mixed(final TwinState other, final double part, final double newStateOfCharge) {
        return new TwinState(part < 0.5 ? step : other.step, mix(time, other.time, part), newStateOfCharge,
            mix(thickness, other.thickness, part), mix(thicknessDeviation, other.thicknessDeviation, part),
            mix(strain, other.strain, part), mix(strainDifference, other.strainDifference, part),
            mix(nonLithiated, other.nonLithiated, part), mix(bubble, other.bubble, part));
    }

    private static double mix(final double first, final double second, final double part) {
        return first + part * (second - first);
    }

    /** The same electrode under another name at another time. */
    public TwinState at(final String newStep, final double newTime) {
        return new TwinState(newStep, newTime, stateOfCharge, thickness, thicknessDeviation, strain, strainDifference,
            nonLithiated, bubble);
    }

    /** Whether the electrode is the same, as in the two scans of a double scan. */
    boolean isSameElectrode(final TwinState other) {
        return equals(other.at(step, time));
    }
}
