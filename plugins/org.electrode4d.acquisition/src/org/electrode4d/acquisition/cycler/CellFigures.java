// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The figures of one cell. What cannot be computed is NaN, with the reason. */
public final class CellFigures {

    private final Map<PreTestFigure, Double> values = new EnumMap<>(PreTestFigure.class);
    private final Map<PreTestFigure, String> missing = new EnumMap<>(PreTestFigure.class);

    CellFigures() {
        for (final PreTestFigure figure : PreTestFigure.values()) {
            values.put(figure, Double.NaN);
        }
    }

    /** A figure in SI units; NaN where there is none. */
    public double get(final PreTestFigure figure) {
        return values.get(figure);
    }

    /** Why figures are NaN: "there is no rest before the first load". */
    public Map<PreTestFigure, String> missing() {
        return Collections.unmodifiableMap(missing);
    }

    void put(final PreTestFigure figure, final double value) {
        values.put(figure, value);
        missing.remove(figure);
    }

    void lacks(final String reason, final PreTestFigure... figures) {
        for (final PreTestFigure figure : figures) {
            values.put(figure, Double.NaN);
            missing.put(figure, reason);
        }
    }
}
