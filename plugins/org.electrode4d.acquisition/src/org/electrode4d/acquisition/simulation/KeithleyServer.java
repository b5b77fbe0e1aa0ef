// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.electrode4d.acquisition.simulation.SimulatedPotentiostat.State;

/**
 * A Keithley 2450 SourceMeter in its SCPI language, as far as it is needed to cycle a cell. In the off state NORMAL it
 * loads the cell with 0 V, as the real one does: {@code *RST} sets that state, so a driver that does not ask for HIMP
 * drains the cell.
 *
 * <p>Where the real one is not known: a saved set-up with HIMP is loaded when it is switched on
 * ({@link #KeithleyServer(SimulatedPotentiostat, boolean)} changes that); the output is switched off by a change of the
 * source function or of the sense mode; a reading with the output off is an overflow.</p>
 */
public final class KeithleyServer extends DialectServer {

    private static final String OVERFLOW = "9.9E+37";
    private static final double OVER_RANGE = 1.05;
    private static final double DEFAULT_CURRENT_LIMIT = 1.05e-4;
    private static final double DEFAULT_POTENTIAL_LIMIT = 21;
    private static final int BLOCKED = 802;
    private static final String BLOCKED_TEXT = "Output blocked by interlock";
    private static final int LONGEST_QUEUE = 100;

    private final ScpiCommands commands = new ScpiCommands();
    private final Deque<String> errors = new ArrayDeque<>();
    private final boolean himpAtStart;
    private final KeithleyFunction voltage = new KeithleyFunction("VOLTage", 210, "ILIMit", 1e-9, 1.05);
    private final KeithleyFunction current = new KeithleyFunction("CURRent", 1.05, "VLIMit", 0.02, 210);
    private boolean sourcesCurrent;
    private boolean sensesVoltage;
    private boolean output;

    /** One that comes up with its output off at high impedance. */
    public KeithleyServer(final SimulatedCell cell) {
        this(new SimulatedPotentiostat(cell), true);
    }

    /** @param himpAtStart false for the factory's set-up: the cell is loaded from the beginning */
    public KeithleyServer(final SimulatedPotentiostat potentiostat, final boolean himpAtStart) {
        super(potentiostat);
        this.himpAtStart = himpAtStart;
        addCommon();
        voltage.addTo(commands, this::apply, this::switchOff);
        current.addTo(commands, this::apply, this::switchOff);
        addTripped(voltage);
        addTripped(current);
        addOutput();
        addReading();
        forget();
    }

    private void addCommon() {
        commands.add("*IDN?", a -> Optional.of("KEITHLEY INSTRUMENTS,MODEL 2450,04000001,1.7.12b"));
        commands.add("*LANG?", a -> Optional.of("SCPI"));
        commands.add("*OPC?", a -> Optional.of("1"));
        commands.add("*STB?", a -> Optional.of(errors.isEmpty() ? "0" : "4"));
        commands.set("*CLS", a -> clear());
        commands.set("*RST", a -> reset("NORM"));
        commands.add("SYSTem:ERRor[:NEXT]?",
            a -> Optional.of(errors.isEmpty() ? "0,\"No error;0;0 0\"" : errors.poll()));
        commands.add("SYSTem:ERRor:COUNt?", a -> Optional.of(Integer.toString(errors.size())));
        commands.set("SYSTem:CLEar", a -> errors.clear());
        commands.set("ABORt", a -> { });
        commands.set("TRACe:CLEar", a -> { });
        commands.set("ROUTe:TERMinals", a -> ScpiCommands.word(a));
    }

    private void addTripped(final KeithleyFunction function) {
        commands.add("SOURce:" + function.name + ":" + function.limitName + "[:LEVel]:TRIPped?",
            a -> KeithleyFunction.flag(output && function == active() && potentiostat().bounded()));
    }

    private void addOutput() {
        commands.set("SOURce:FUNCtion[:MODE]", a -> {
            final boolean wanted = isCurrent(ScpiCommands.word(a));
            if (wanted != sourcesCurrent) {
                switchOff();
                sourcesCurrent = wanted;
                if (output) {
                    apply();
                } else {
                    switchOff();
                }
            }
        });
        commands.add("SOURce:FUNCtion[:MODE]?", a -> Optional.of(sourcesCurrent ? "CURR" : "VOLT"));
        commands.set("SENSe:FUNCtion[:ON]", a -> sensesVoltage = !isCurrent(ScpiCommands.word(a).replace(":DC", "")));
        commands.add("SENSe:FUNCtion[:ON]?", a -> Optional.of(sensesVoltage ? "\"VOLT:DC\"" : "\"CURR:DC\""));
        commands.set("OUTPut[:STATe]", a -> {
            if (ScpiCommands.flag(a)) {
                refuseWhenLatched();
                output = true;
                apply();
            } else {
                switchOff();
            }
        });
        commands.add("OUTPut[:STATe]?", a -> KeithleyFunction.flag(output));
        addOffMode(voltage);
        addOffMode(current);
    }

    private void addOffMode(final KeithleyFunction function) {
        commands.set("OUTPut:" + function.name + ":SMODe", a -> {
            final String mode = ScpiCommands.word(a);
            function.offMode = switch (mode) {
                case "HIMP", "HIMPEDANCE" -> "HIMP";
                case "NORM", "NORMAL" -> "NORM";
                case "ZERO" -> "ZERO";
                case "GUAR", "GUARD" -> "GUAR";
                default -> throw new CommandException(-141, "Invalid character data");
            };
            if (!output) {
                switchOff();
            }
        });
        commands.add("OUTPut:" + function.name + ":SMODe?", a -> Optional.of(function.offMode));
    }

    private void addReading() {
        commands.add("READ?", this::read);
        commands.add("MEASure:VOLTage[:DC]?", a -> Optional.of(measured(false)));
        commands.add("MEASure:CURRent[:DC]?", a -> Optional.of(measured(true)));
    }

    private Optional<String> read(final List<String> arguments) throws CommandException {
        final List<String> values = new ArrayList<>();
        for (final String argument : arguments) {
            switch (argument.toUpperCase(Locale.ROOT)) {
                case "\"DEFBUFFER1\"", "\"DEFBUFFER2\"" -> { }
                case "SOUR", "SOURCE" -> values.add(source());
                case "READ", "READING" -> values.add(measured(!sensesVoltage));
                case "REL", "RELATIVE" -> values.add(KeithleyFunction.format(potentiostat().now()));
                default -> throw new CommandException(-224, "Illegal parameter value");
            }
        }
        return Optional.of(values.isEmpty() ? measured(!sensesVoltage) : String.join(",", values));
    }

    private String source() {
        final KeithleyFunction function = active();
        return function.readBack ? measured(sourcesCurrent) : KeithleyFunction.format(function.level);
    }

    private String measured(final boolean amperes) {
        final KeithleyFunction function = amperes ? current : voltage;
        final double value = amperes ? potentiostat().current() : potentiostat().potential();
        final boolean tooLarge = !function.senseAuto && Math.abs(value) > OVER_RANGE * function.senseRange;
        return !output || tooLarge || overflows() ? OVERFLOW : KeithleyFunction.format(value);
    }

    private void apply() {
        if (!output) {
            return;
        }
        if (sourcesCurrent) {
            potentiostat().current(new Drive.Current(current.level, -current.limit, current.limit));
        } else {
            potentiostat().potential(new Drive.Potential(voltage.level, voltage.limit));
        }
    }

    private void refuseWhenLatched() throws CommandException {
        if (potentiostat().latched()) {
            throw new CommandException(BLOCKED, BLOCKED_TEXT);
        }
    }

    private void switchOff() {
        output = false;
        if (potentiostat().latched()) {
            return;
        }
        switch (active().offMode) {
            case "HIMP" -> potentiostat().off();
            case "GUAR" -> potentiostat().rest();
            default -> potentiostat().load(voltage.limit);
        }
        // a fault: the output stays on though it was told to switch off, and says so
        output = potentiostat().state() == State.CC || potentiostat().state() == State.CV;
    }

    private void reset(final String offMode) {
        voltage.reset(DEFAULT_CURRENT_LIMIT, offMode);
        current.reset(DEFAULT_POTENTIAL_LIMIT, offMode);
        switchOff();
        sourcesCurrent = false;
        sensesVoltage = false;
    }

    @Override
    void forget() {
        errors.clear();
        reset(himpAtStart ? "HIMP" : "NORM");
    }

    private void clear() {
        errors.clear();
        potentiostat().clear();
    }

    @Override
    void latchError() {
        potentiostat().fail();
        output = false;
        error(BLOCKED, BLOCKED_TEXT);
    }

    @Override
    void handle(final String command) {
        try {
            final String text = commands.run(command);
            if (!text.isEmpty()) {
                answer(text);
            }
        } catch (final CommandException e) {
            error(e.code(), e.getMessage());
        }
    }

    private void error(final int code, final String text) {
        if (errors.size() < LONGEST_QUEUE) {
            errors.add(code + ",\"" + text + "\"");
        }
    }

    private KeithleyFunction active() {
        return sourcesCurrent ? current : voltage;
    }

    private static boolean isCurrent(final String word) throws CommandException {
        return switch (word) {
            case "CURR", "CURRENT" -> true;
            case "VOLT", "VOLTAGE" -> false;
            default -> throw new CommandException(-141, "Invalid character data");
        };
    }
}
