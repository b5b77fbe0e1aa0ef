// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cycler measured on one cell, sample by sample, in the order of time. Samples count from 0. Immutable; made by
 * a {@link CyclingSeriesBuilder}.
 *
 * <p>Units and signs: second, volt, ampere, coulomb, degree Celsius; a positive current charges the cell, whatever the
 * convention of the file.</p>
 */
public final class CyclingSeries {

    /** State of a cell without current. */
    public static final String REST = "Rest";

    /** State of a cell that is charged. */
    public static final String CHARGE = "Charge";

    /** State of a cell that is discharged. */
    public static final String DISCHARGE = "Discharge";

    private final String name;
    private final CyclingColumnData data;
    private final Map<String, String> metadata;
    private final List<String> warnings;

    CyclingSeries(final String name, final CyclingColumnData data, final Map<String, String> metadata,
        final List<String> warnings) {
        this.name = name;
        this.data = data;
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        this.warnings = List.copyOf(warnings);
    }

    /** Name of the cell: of the file, unless somebody knew better. */
    public String name() {
        return name;
    }

    /** The same samples of a cell with another name. */
    public CyclingSeries withName(final String other) {
        return new CyclingSeries(other, data, metadata, warnings);
    }

    /** Number of samples. */
    public int size() {
        return data.size;
    }

    /** Seconds since the start of the log; never falls. */
    public double time(final int i) {
        return data.time[i];
    }

    /** Potential in volt. */
    public double potential(final int i) {
        return data.potential[i];
    }

    /** Current in ampere; positive charges. */
    public double current(final int i) {
        return data.current[i];
    }

    /** Net charge since the start of the log, in coulomb: as the log counts it, else the integral of the current. */
    public double charge(final int i) {
        return data.charge[i];
    }

    /** Net charge since the end of the step before, in coulomb. */
    public double stepCharge(final int i) {
        return data.stepCharge[i];
    }

    /** Running number of the step, from 1: it grows whenever program step, cycle or state change. */
    public int step(final int i) {
        return data.step[i];
    }

    /** Number of the step in the program of the cycler, which loops repeat; -1 where the log has none. */
    public int programStep(final int i) {
        return data.programStep[i];
    }

    /** Number of the cycle as the cycler counts; -1 where the log has none. */
    public int cycle(final int i) {
        return data.cycle[i];
    }

    /** What the cycler did: its own words, or {@link #REST}, {@link #CHARGE}, {@link #DISCHARGE}. */
    public String state(final int i) {
        return data.state[i];
    }

    /** Date and time as the cycler wrote it, in an unknown time zone; null where the log has none. */
    public LocalDateTime date(final int i) {
        return data.date[i];
    }

    /** Temperature in degree Celsius; NaN where there is none. */
    public double temperature(final int i) {
        return data.temperature[i];
    }

    /** Number of steps. */
    public int steps() {
        return size() == 0 ? 0 : step(size() - 1);
    }

    /** What the head of the log says, in its order. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** What a reader of the log should know, though it could be read. */
    public List<String> warnings() {
        return warnings;
    }
}
