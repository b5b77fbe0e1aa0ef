// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.List;
import java.util.Map;

/** Units that logs are written in. */
enum LogUnit {

    TIME("time", Map.of("s", 1.0, "sec", 1.0, "ms", 1e-3, "min", 60.0, "h", 3600.0, "hms", 1.0)),
    POTENTIAL("potential", Map.of("V", 1.0, "mV", 1e-3, "µV", 1e-6)),
    CURRENT("current", Map.of("A", 1.0, "mA", 1e-3, "µA", 1e-6, "nA", 1e-9)),
    CHARGE("charge", Map.of("C", 1.0, "mC", 1e-3, "µC", 1e-6, "Ah", 3600.0, "mAh", 3.6, "µAh", 3.6e-3)),
    NONE("nothing", Map.of("", 1.0));

    private final String quantity;
    private final Map<String, Double> factors;

    LogUnit(final String quantity, final Map<String, Double> factors) {
        this.quantity = quantity;
        this.factors = factors;
    }

    String quantity() {
        return quantity;
    }

    List<String> symbols() {
        return factors.keySet().stream().sorted().toList();
    }

    /** From a unit to second, volt, ampere or coulomb; null for an unknown one. Capitals matter: mA is not MA. */
    Double factor(final String text) {
        final String symbol = text.strip().replace("\u03bc", "µ").replace(".", "").replace("·", "")
            .replaceFirst("^u(?=[VAC])", "µ").replaceFirst("(?<=A)[Hh]r?$", "h");
        final Double factor = factors.get(symbol);
        return factor != null ? factor : symbol.matches("(?i)h:m(in)?:s(\\.ms)?") ? factors.get("hms") : null;
    }
}
