// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.List;

/**
 * What a pre-test says of one cell.
 *
 * @param name of the cell
 * @param figures of the cell
 * @param curve of its first charge; empty where there is none
 * @param outcome in one word
 * @param reasons for it; for a consistent cell what could not be judged, if anything
 */
public record CellVerdict(String name, CellFigures figures, ChargeCurve curve, Outcome outcome, List<String> reasons) {

    /** Outcome of a cell. */
    public enum Outcome {
        /** All figures that could be judged agree with the others. */
        CONSISTENT("consistent"),
        /** A figure differs, or is missing where the others have it. */
        DEVIATING("deviating"),
        /** The potential under load is below that of a short circuit. */
        SHORT_CIRCUIT("short circuit"),
        /** No current could be driven through it. */
        OPEN_CIRCUIT("open circuit"),
        /** There are too few cells to compare with. */
        UNDECIDED("undecided");

        private final String label;

        Outcome(final String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** Copies the reasons. */
    public CellVerdict {
        reasons = List.copyOf(reasons);
    }
}
