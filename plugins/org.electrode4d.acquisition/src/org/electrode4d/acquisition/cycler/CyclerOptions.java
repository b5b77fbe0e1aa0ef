// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.Objects;

/**
 * What a log does not say by itself.
 *
 * @param reversed whether currents and charges of the file are positive when the cell is discharged
 * @param columns of a file that no known format describes; other formats do not look at it
 */
public record CyclerOptions(boolean reversed, ColumnMap columns) {

    /** Logs of known formats with their usual sign. */
    public static final CyclerOptions DEFAULT = new CyclerOptions(false, ColumnMap.DEFAULT);

    /** Needs a map. */
    public CyclerOptions {
        Objects.requireNonNull(columns);
    }

    /** 1, or -1 where the sign of the file is reversed. */
    double sign() {
        return reversed ? -1 : 1;
    }
}
