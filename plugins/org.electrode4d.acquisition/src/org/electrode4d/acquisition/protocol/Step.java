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
    }

    /**
     * A constant current.
     *
     * @param current positive charges, negative discharges; in ampere or as a C-rate
     */
    record ConstantCurrent(String name, Amount current, EndCondition end, Optional<EndCondition> scanWhen)
        implements Timed {
    }

    /**
     * A constant potential.
     *
     * @param potential in volt
     * @param maxCurrent bound of the magnitude of the current, in ampere or as a C-rate
     */
    record ConstantPotential(String name, Amount potential, Amount maxCurrent, EndCondition end,
        Optional<EndCondition> scanWhen) implements Timed {
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
    }

    /**
     * Scans at open circuit.
     *
     * @param count of scans, one directly after the other; 2 is a double scan
     */
    record Scan(String name, int count) implements Step {
    }

    /**
     * Steps that are repeated.
     *
     * @param steps in order; at least one
     * @param until when the loop ends: looked at whenever a scan or a step within it ends. It leaves at once, from the
     *            midst of a step too. Scans and passes count since the loop began
     */
    record Loop(String name, List<Step> steps, EndCondition until) implements Step {
        /** Copies the list. */
        public Loop {
            steps = List.copyOf(steps);
        }
    }
}
