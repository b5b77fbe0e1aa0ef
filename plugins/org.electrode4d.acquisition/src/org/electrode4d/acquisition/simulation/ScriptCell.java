// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.electrode4d.acquisition.simulation.MethodScript.Command;

/** The potentiostat of a MethodSCRIPT device: the commands that switch, set and measure. */
final class ScriptCell {

    private static final double MAX_POTENTIAL = 6;
    private static final double MAX_CURRENT = 0.2;
    private static final int GALVANOSTAT = 6;
    private static final Set<Integer> POTENTIOSTAT = Set.of(2, 3);

    private final SimulatedPotentiostat potentiostat;
    private final Map<String, Double> ranges = new HashMap<>();
    private final Map<String, double[]> bounds = new HashMap<>();
    private int mode;
    private boolean on;
    private double potential;
    private double current;
    private boolean overflows;

    ScriptCell(final SimulatedPotentiostat potentiostat) {
        this.potentiostat = potentiostat;
    }

    double now() {
        return potentiostat.now();
    }

    void overflows(final boolean yes) {
        overflows = yes;
    }

    void forget() {
        ranges.clear();
        bounds.clear();
        mode = 0;
        on = false;
        potential = 0;
        current = 0;
    }

    void run(final Command command, final ScriptArguments arguments) throws ScriptException {
        switch (command.name()) {
            case "set_pgstat_chan" -> within(command, arguments, 0, 0);
            case "set_pgstat_mode" -> mode(command, arguments);
            case "set_max_bandwidth" -> within(command, arguments, 0, 1e7);
            case "set_range" -> ranges.put(command.argument(0), Math.abs(arguments.value(command, 1).number()));
            case "set_autoranging" -> ranges.put(command.argument(0), Math.abs(arguments.value(command, 2).number()));
            case "set_range_minmax" -> bounds.put(command.argument(0),
                new double[] {arguments.value(command, 1).number(), arguments.value(command, 2).number()});
            case "set_e" -> setPotential(command, arguments, 0);
            case "set_i" -> setCurrent(command, arguments, 0);
            case "cell_on" -> {
                if (mode != GALVANOSTAT && !POTENTIOSTAT.contains(mode) || potentiostat.latched()) {
                    throw command.error(ScriptException.NOT_ALLOWED_HERE, 0);
                }
                on = true;
                apply();
            }
            case "cell_off" -> off();
            default -> throw command.error(ScriptException.UNKNOWN_COMMAND, 0);
        }
    }

    private void off() {
        potentiostat.off();
        on = potentiostat.connected();
    }

    private void mode(final Command command, final ScriptArguments arguments) throws ScriptException {
        final int wanted = (int)within(command, arguments, 0, GALVANOSTAT);
        if (wanted != mode) {
            off();
            mode = wanted;
        }
    }

    private static double within(final Command command, final ScriptArguments arguments, final double min,
        final double max) throws ScriptException {
        final double value = arguments.value(command, 0).number();
        if (value < min || value > max) {
            throw command.error(ScriptException.OUT_OF_RANGE, 1);
        }
        return value;
    }

    private void setPotential(final Command command, final ScriptArguments arguments, final int argument)
        throws ScriptException {
        if (!POTENTIOSTAT.contains(mode)) {
            throw command.error(ScriptException.NOT_ALLOWED_HERE, 0);
        }
        potential = checked(command, arguments, argument, "da", MAX_POTENTIAL);
        apply();
    }

    private void setCurrent(final Command command, final ScriptArguments arguments, final int argument)
        throws ScriptException {
        if (mode != GALVANOSTAT) {
            throw command.error(ScriptException.NOT_ALLOWED_HERE, 0);
        }
        current = checked(command, arguments, argument, "db", MAX_CURRENT);
        apply();
    }

    private double checked(final Command command, final ScriptArguments arguments, final int argument,
        final String type, final double most) throws ScriptException {
        final double value = arguments.value(command, argument).number();
        final double[] bound = bounds.getOrDefault(type, new double[] {-most, most});
        if (value < bound[0] || value > bound[1] || Math.abs(value) > most
            || Math.abs(value) > ranges.getOrDefault(type, most)) {
            throw command.error(ScriptException.OUT_OF_RANGE, argument + 1);
        }
        return value;
    }

    private void apply() {
        if (!on || potentiostat.latched()) {
            return;
        }
        if (mode == GALVANOSTAT) {
            potentiostat.current(new Drive.Current(current, -MAX_POTENTIAL, MAX_POTENTIAL));
        } else {
            potentiostat.potential(new Drive.Potential(potential, MAX_CURRENT));
        }
    }

    void beginLoop(final Command command, final ScriptArguments arguments) throws ScriptException {
        switch (command.name()) {
            case "meas_loop_ca" -> setPotential(command, arguments, 2);
            case "meas_loop_cp" -> setCurrent(command, arguments, 2);
            default -> { }
        }
    }

    double measure(final Command command, final String type) throws ScriptException {
        if (overflows) {
            return Double.NaN;
        }
        return switch (type) {
            case "ab" -> potentiostat.potential();
            case "ba" -> potentiostat.current();
            case "da" -> potential;
            case "db" -> current;
            default -> throw command.error(ScriptException.WRONG_ARGUMENTS, command.words().size() - 1);
        };
    }

    /** Metadata of a measured value: overload, and the index of a range. */
    String status(final String type) {
        if (!type.equals("ab") && !type.equals("ba")) {
            return "";
        }
        final boolean overload = overflows || potentiostat.connected() && potentiostat.bounded()
            || type.equals("ba") && Math.abs(potentiostat.cell().current()) > ranges.getOrDefault(type, MAX_CURRENT);
        return overload ? ",12,207" : ",10,207";
    }
}
