// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;
import java.util.Optional;

/** One step of a protocol. Names are unique in a protocol; they appear in the log. */
public sealed interface Step {

    /** Unique in the protocol. */
    String name();

    /** A step in which the instrument works and time passes. */
    sealed interface Timed extends Step {

        /** When it ends. Time and charge count since the step began, without the pauses for scans. */
        EndCondition end();

        /**
         * When it pauses for a scan and resumes afterwards; time and charge count since the step began or was last
         * resumed. Where both are met at once, the end wins and no scan is taken.
         */
        Optional<EndCondition> scanWhen();
    }

    /** The cell at open circuit. */
    record Rest(String name, EndCondition end, Optional<EndCondition> scanWhen) implements Timed {
        /** Refuses an empty name. */
        public Rest {
            checkName(name);
        }
    }

    /**
     * A constant current.
     *
     * @param current positive charges, negative discharges; in ampere or as a C-rate
     */
    record ConstantCurrent(String name, Amount current, EndCondition end, Optional<EndCondition> scanWhen)
        implements Timed {
        /** Refuses an empty name, and what is no current. */
        public ConstantCurrent {
            checkName(name);
            checkCurrent(name, current);
        }
    }

    /**
     * A constant potential.
     *
     * @param potential in volt
     * @param maxCurrent bound of the magnitude of the current, in ampere or as a C-rate
     */
    record ConstantPotential(String name, Amount potential, Amount maxCurrent, EndCondition end,
        Optional<EndCondition> scanWhen) implements Timed {
        /** Refuses an empty name, what is no potential, and a bound of the current that is not above 0. */
        public ConstantPotential {
            checkName(name);
            checkPotential(name, potential);
            checkCurrent(name, maxCurrent);
            if (maxCurrent.value() < 0) {
                throw new IllegalArgumentException("The step '" + name + "' has a largest current of "
                    + maxCurrent.value() + " " + maxCurrent.unit().symbol() + ": it must be above 0.");
            }
        }
    }

    /**
     * A constant current until a potential is reached, which is then held.
     *
     * @param current positive charges, negative discharges
     * @param potential at which the current ends and the hold begins
     * @param end of the hold (and of the whole step: time and charge count from its beginning). A condition on the
     *            current alone is looked at while the potential is held only
     */
    record ConstantCurrentConstantPotential(String name, Amount current, Amount potential, EndCondition end,
        Optional<EndCondition> scanWhen) implements Timed {
        /** Refuses an empty name, and what is no current or no potential. */
        public ConstantCurrentConstantPotential {
            checkName(name);
            checkCurrent(name, current);
            checkPotential(name, potential);
        }
    }

    /**
     * Scans at open circuit.
     *
     * @param count of scans, one directly after the other; 2 is a double scan
     */
    record Scan(String name, int count) implements Step {
        /** Refuses an empty name, and no scan. */
        public Scan {
            checkName(name);
            if (count < 1) {
                throw new IllegalArgumentException("The step '" + name + "' has " + count
                    + " scans; at least 1 is needed.");
            }
        }
    }

    /**
     * Steps that are repeated.
     *
     * @param steps in order; at least one
     * @param until when the loop ends: looked at whenever a scan or a step within it ends. It leaves at once, from the
     *            midst of a step too. Scans and passes count since the loop began
     */
    record Loop(String name, List<Step> steps, EndCondition until) implements Step {
        /** Copies the list, and refuses an empty name. */
        public Loop {
            checkName(name);
            steps = List.copyOf(steps);
        }
    }

    private static void checkName(final String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A step has no name. Give it one.");
        }
    }

    private static void checkCurrent(final String name, final Amount current) {
        if (!Quantity.CURRENT.accepts(current.unit()) || current.value() == 0) {
            throw new IllegalArgumentException("The step '" + name + "' has a current of " + current.value() + " "
                + current.unit().symbol() + ". Give a current other than 0 in ampere or as a C-rate; a rest has none.");
        }
    }

    private static void checkPotential(final String name, final Amount potential) {
        if (!Quantity.POTENTIAL.accepts(potential.unit())) {
            throw new IllegalArgumentException("The step '" + name + "' has a potential of " + potential.value() + " "
                + potential.unit().symbol() + ". Give a potential in volt.");
        }
    }
}
