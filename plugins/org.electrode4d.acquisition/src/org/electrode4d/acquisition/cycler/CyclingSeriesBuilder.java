// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects the samples of a series in the order of time. Where the log does not count charge, the current is integrated
 * with the trapezoidal rule; where it does, both are compared, and a difference of more than 5 % of the charge that
 * flowed becomes a warning: the counter may mean something else than expected, or samples are missing.
 */
public final class CyclingSeriesBuilder {

    private static final double TOLERATED = 0.05;

    private final String name;
    private final CyclingColumnData data = new CyclingColumnData();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, String> states = new HashMap<>();
    private double chargeBefore;
    private double moved;
    private double differing;

    /** @param name of the cell */
    public CyclingSeriesBuilder(final String name) {
        this.name = name;
    }

    /** Adds what the head of the log says. */
    public CyclingSeriesBuilder metadata(final String key, final String value) {
        metadata.put(key, value);
        return this;
    }

    /** Adds a warning; one that is there already is not repeated. */
    public CyclingSeriesBuilder warn(final String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
        return this;
    }

    /** Number of samples so far. */
    public int size() {
        return data.size;
    }

    /**
     * Adds a sample.
     *
     * @throws IllegalArgumentException if a number is no measurement, or the time is before that of the last sample
     */
    public CyclingSeriesBuilder add(final CyclingRow row) {
        final String problem = problem(row);
        if (problem != null) {
            throw new IllegalArgumentException("Sample " + data.size + ": " + problem);
        }
        data.reserve();
        final int i = data.size;
        data.time[i] = row.time();
        data.potential[i] = row.potential();
        data.current[i] = row.current();
        data.temperature[i] = row.temperature();
        data.programStep[i] = row.programStep();
        data.cycle[i] = row.cycle();
        data.state[i] = states.computeIfAbsent(state(row), text -> text);
        data.date[i] = row.date();
        data.size++;
        addCharge(i, row.charge());
        return this;
    }

    /** What is wrong with a row that would come next; null where nothing is. */
    String problem(final CyclingRow row) {
        final int last = data.size - 1;
        if (row.problem() == null && last >= 0 && row.time() < data.time[last]) {
            return "the time runs backwards, from " + data.time[last] + " s to " + row.time()
                + " s. A log needs one time for all of its steps.";
        }
        return row.problem();
    }

    private static String state(final CyclingRow row) {
        if (!row.state().isEmpty()) {
            return row.state();
        }
        return row.current() > 0 ? CyclingSeries.CHARGE
            : row.current() < 0 ? CyclingSeries.DISCHARGE : CyclingSeries.REST;
    }

    private void addCharge(final int i, final double counted) {
        final double flowed =
            i == 0 ? 0 : 0.5 * (data.current[i] + data.current[i - 1]) * (data.time[i] - data.time[i - 1]);
        final double before = i == 0 ? 0 : data.charge[i - 1];
        data.charge[i] = Double.isNaN(counted) ? before + flowed : counted;
        moved += Math.abs(flowed);
        differing += Math.abs(data.charge[i] - before - flowed);
        final boolean begins = i == 0 || data.programStep[i] != data.programStep[i - 1]
            || data.cycle[i] != data.cycle[i - 1] || !data.state[i].equals(data.state[i - 1]);
        data.step[i] = (i == 0 ? 0 : data.step[i - 1]) + (begins ? 1 : 0);
        chargeBefore = begins ? before : chargeBefore;
        data.stepCharge[i] = data.charge[i] - chargeBefore;
    }

    /** The series; the builder must not be used any more. */
    public CyclingSeries build() {
        if (differing > TOLERATED * moved && moved > 0) {
            warn(String.format(Locale.ROOT, "The charge that the log counts differs from the integral of its current "
                + "by %.0f %% of the charge that flowed. Samples may be missing, or the counter or the sign of the "
                + "current mean something else.", 100 * differing / moved));
        }
        data.trim();
        return new CyclingSeries(name, data, metadata, warnings);
    }
}
