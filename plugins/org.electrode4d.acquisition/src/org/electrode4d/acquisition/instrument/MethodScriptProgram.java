// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.acquisition.Setpoint;

/**
 * Scripts for a set point. They hold its bounds and its time themselves, and end with the cell switched off.
 *
 * <p>A current is raised in {@value #RAMP} steps, and no further once the potential is at its bound: at full current a
 * cell that is nearly there would jump beyond it by the drop over its resistance before the first comparison. A
 * potential is approached with the bound of the current, because the instrument has no limit of the current of its own
 * while it regulates a potential; it is then held, and given up if the current is more than 10 % beyond its bound.</p>
 */
final class MethodScriptProgram {

    private static final int RAMP = 12;
    private static final double SETTLE = 0.02;
    private static final double CURRENT_MARGIN = 1.1;

    /** Above the margin, so that a current is found too large before its range is. */
    private static final double RANGE = 1.2;

    /** Volt from the target at which a potential need not be approached from above. */
    private static final double CLOSE = 0.002;
    private static final long LARGEST = 99_999_999;
    private static final double SMALLEST = 1e-12;
    private static final List<String> PREFIXES = List.of("p", "n", "u", "m", "", "k");
    private static final int ONE = PREFIXES.indexOf("");

    private final List<String> lines = new ArrayList<>();
    private final double interval;

    private MethodScriptProgram(final double interval) {
        this.interval = interval;
    }

    /** @param interval seconds between two packages */
    static List<String> of(final Setpoint setpoint, final double interval) {
        final MethodScriptProgram program = new MethodScriptProgram(interval);
        program.add("var e", "var i", "set_pgstat_chan 0");
        if (setpoint instanceof Setpoint.Potential potential) {
            program.potential(potential);
        } else if (setpoint instanceof Setpoint.Current current && current.current() != 0) {
            program.current(current);
        }
        program.add("on_finished:", "cell_off");
        return program.lines;
    }

    /** The potential of the cell at rest, for some seconds, and the current: none, if the cell is off as it was told. */
    static List<String> rest(final double seconds, final double interval) {
        final MethodScriptProgram program = new MethodScriptProgram(interval);
        program.add("var e", "var i", "set_pgstat_chan 0", "set_pgstat_mode 3", "cell_off",
            "meas_loop_ocp e " + literal(interval) + " " + literal(seconds), "meas " + literal(SETTLE) + " i ba");
        program.packet();
        program.add("endloop", "on_finished:", "cell_off");
        return program.lines;
    }

    /** Switches the cell off and measures the current that still flows. */
    static List<String> off() {
        final MethodScriptProgram program = new MethodScriptProgram(0);
        program.add("var i", "set_pgstat_chan 0", "set_pgstat_mode 3", "cell_off",
            "set_autoranging ba 1u 100m", "meas 100m i ba", "pck_start", "pck_add i", "pck_end");
        return program.lines;
    }

    private void current(final Setpoint.Current setpoint) {
        galvanostat(setpoint.current(), Math.max(Math.abs(setpoint.minPotential()),
            Math.abs(setpoint.maxPotential())));
        final boolean charges = setpoint.current() > 0;
        final double bound = charges ? setpoint.maxPotential() + LineInstrument.MARGIN
            : setpoint.minPotential() - LineInstrument.MARGIN;
        ramp(setpoint.current(), bound);
        add("meas " + literal(SETTLE) + " i ba");
        packet();
        add("if e " + (charges ? "< " : "> ") + literal(bound),
            "meas_loop_cp e i " + literal(setpoint.current()) + " " + literal(interval) + " "
                + literal(setpoint.maxTime()));
        packet();
        breakIf("e >= " + literal(setpoint.maxPotential() + LineInstrument.MARGIN));
        breakIf("e <= " + literal(setpoint.minPotential() - LineInstrument.MARGIN));
        add("endloop", "endif");
    }

    private void potential(final Setpoint.Potential setpoint) {
        final double target = setpoint.potential();
        galvanostat(setpoint.maxCurrent(), Math.abs(target));
        add("meas " + literal(SETTLE) + " e ab");
        approach(setpoint, setpoint.maxCurrent(), target, "<", ">=");
        add("if e > " + literal(target + CLOSE));
        approach(setpoint, -setpoint.maxCurrent(), target, ">", "<=");
        final String range = literal(setpoint.maxCurrent() * RANGE);
        add("endif", "set_pgstat_mode 2", "set_max_bandwidth 100", "set_range ba " + range,
            "set_autoranging ba " + literal(setpoint.maxCurrent() / 1000) + " " + range, "set_e " + literal(target),
            "cell_on", "meas_loop_ca e i " + literal(target) + " " + literal(interval) + " "
                + literal(setpoint.maxTime()));
        packet();
        breakIf("i >= " + literal(setpoint.maxCurrent() * CURRENT_MARGIN));
        breakIf("i <= " + literal(-setpoint.maxCurrent() * CURRENT_MARGIN));
        add("endloop");
    }

    private void approach(final Setpoint.Potential setpoint, final double current, final double target,
        final String before, final String reached) {
        add("if e " + before + " " + literal(target));
        ramp(current, target);
        add("if e " + before + " " + literal(target), "meas_loop_cp e i " + literal(current) + " " + literal(interval)
            + " " + literal(setpoint.maxTime()));
        packet();
        breakIf("e " + reached + " " + literal(target));
        add("endloop", "endif", "endif");
    }

    private void galvanostat(final double current, final double potential) {
        add("set_pgstat_mode 6", "set_max_bandwidth 100", "set_range db " + literal(Math.abs(current)),
            "set_range ab " + literal(potential), "set_i 0");
    }

    private void ramp(final double current, final double bound) {
        add("cell_on", "meas " + literal(SETTLE) + " e ab");
        for (int i = 1; i <= RAMP; i++) {
            add("if e " + (current > 0 ? "< " : "> ") + literal(bound), "set_i " + literal(current * i / RAMP),
                "meas " + literal(SETTLE) + " e ab", "endif");
        }
    }

    private void packet() {
        add("pck_start", "pck_add e", "pck_add i", "pck_end");
    }

    private void breakIf(final String condition) {
        add("if " + condition, "breakloop", "endif");
    }

    private void add(final String... more) {
        lines.addAll(List.of(more));
    }

    /** A number of at most eight digits with a prefix, the largest with which all of them are kept. */
    static String literal(final double value) {
        double unit = SMALLEST;
        for (int prefix = 0; prefix < PREFIXES.size(); prefix++) {
            long mantissa = Math.round(value / unit);
            if (Math.abs(mantissa) <= LARGEST) {
                int larger = prefix;
                while (larger < ONE && mantissa % 1000 == 0) {
                    mantissa /= 1000;
                    larger++;
                }
                return mantissa + PREFIXES.get(larger);
            }
            unit *= 1000;
        }
        throw new IllegalArgumentException("A script has no number for " + value + ".");
    }
}
