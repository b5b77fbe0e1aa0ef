// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.Locale;
import java.util.Optional;

/** Makes samples of the lines of a Neware export. */
final class NewareRows implements LogTable.RowReader {

    private final LogColumn potential;
    private final LogColumn current;
    private final LogColumn stepTime;
    private final Optional<LogColumn> totalTime;
    private final Optional<LogColumn> cycle;
    private final Optional<LogColumn> step;
    private final Optional<LogColumn> type;
    private final Optional<LogColumn> charged;
    private final Optional<LogColumn> discharged;
    private final Optional<LogColumn> capacity;
    private final Optional<LogColumn> date;
    private final Optional<LogColumn> temperature;
    private final CyclingSeriesBuilder builder;
    private final double sign;
    private final StepChargeCounter counter = new StepChargeCounter();
    private final StepChargeCounter clock = new StepChargeCounter();
    private final DateText dates = new DateText();

    NewareRows(final LogColumns columns, final CyclingSeriesBuilder builder, final double sign)
        throws CyclerFormatException {
        potential = columns.require("Voltage\\((.+?)\\)", LogUnit.POTENTIAL, "Voltage(V)");
        current = columns.require("Current\\((.+?)\\)", LogUnit.CURRENT, "Current(A)");
        stepTime = columns.require("Time(?:\\(.+\\))?", LogUnit.NONE, "Time");
        totalTime = columns.find("(?:Cumulative|Total) Time(?:\\(.+\\))?", LogUnit.NONE);
        cycle = columns.find("Cycle (?:Index|ID)", LogUnit.NONE);
        step = columns.find("Step (?:Index|ID)", LogUnit.NONE);
        type = columns.find("Step Type", LogUnit.NONE);
        charged = columns.find("Chg\\. Cap\\.\\((.+?)\\)", LogUnit.CHARGE);
        discharged = columns.find("DChg\\. Cap\\.\\((.+?)\\)", LogUnit.CHARGE);
        capacity = columns.find("Capacity\\((.+?)\\)", LogUnit.CHARGE);
        date = columns.find("Date|Realtime", LogUnit.NONE);
        temperature = columns.find("T1?\\(.*\\)|Temperature\\(.*\\)", LogUnit.NONE);
        this.builder = builder;
        this.sign = sign;
    }

    @Override
    public CyclingRow read(final Fields fields) throws CyclerFormatException {
        return read(fields, cycle.isPresent() ? fields.whole(cycle.get()) : -1,
            step.isPresent() ? fields.whole(step.get()) : -1, type.map(c -> fields.text(c.index())).orElse(""));
    }

    /** A sample of a step that is known from elsewhere. */
    CyclingRow read(final Fields fields, final int round, final int program, final String state)
        throws CyclerFormatException {
        final double flowing = current(fields, state);
        final double inStep = fields.time(stepTime);
        final double time =
            totalTime.isPresent() ? fields.time(totalTime.get()) : clock.net(inStep, program, round);
        return new CyclingRow(time, fields.number(potential), sign * flowing,
            counter.net(sign * charge(fields, flowing), program, round), program, round, state,
            date.map(c -> dates.parse(fields.text(c.index()))).orElse(null),
            temperature.isPresent() ? fields.numberOrNone(temperature.get()) : Double.NaN);
    }

    private double current(final Fields fields, final String state) throws CyclerFormatException {
        final double value = fields.number(current);
        final String words = state.toLowerCase(Locale.ROOT);
        final boolean discharges = words.matches(".*\\b(dchg|discharge)\\b.*");
        if (discharges && value > 0) {
            builder.warn("Currents are written without sign; those of discharge steps were taken as negative.");
            return -value;
        } else if (!discharges && value < 0 && words.matches(".*\\b(chg|charge)\\b.*")) {
            throw fields.wrong(current, fields.text(current.index()), "a positive current in a step '" + state + "'");
        }
        return value;
    }

    /** The charge of the step so far, NaN where the file does not count it. */
    private double charge(final Fields fields, final double flowing) throws CyclerFormatException {
        if (charged.isPresent() && discharged.isPresent()) {
            return fields.number(charged.get()) - fields.number(discharged.get());
        }
        return capacity.isPresent() ? Math.copySign(fields.number(capacity.get()), flowing) : Double.NaN;
    }
}
