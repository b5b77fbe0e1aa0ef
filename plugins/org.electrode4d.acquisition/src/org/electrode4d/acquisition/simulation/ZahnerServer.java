// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.electrode4d.acquisition.simulation.SimulatedPotentiostat.Limits;
import org.electrode4d.acquisition.simulation.SimulatedPotentiostat.State;

/**
 * A Zahner PP2x2, XPOT2 or EL1002: SCPI in which every line gets exactly one answer, a value, {@code ok} or
 * {@code error <number>}. As the manufacturer's library says: limits are looked at while a primitive runs
 * ({@code :MEAS:POGA?}), not when the potentiostat is merely switched on with {@code :SESO:STAT ON}; an abort or a
 * broken global limit refuses everything that would drive the cell with error 1006 until {@code *CLS}; lines that come
 * during a primitive wait for its end, but for {@code ABOR} and {@code *RST}. Ramps and tolerances are refused with
 * error 1000.
 *
 * <p>Not seen in a source: the wording of {@code error <number>}, the query {@code :SESO:STAT?}.</p>
 */
public final class ZahnerServer extends DialectServer {

    private static final int UNKNOWN = 27;
    private static final int UNDEFINED = 42;
    private static final int OUT_OF_RANGE = 100;
    private static final int NOT_IMPLEMENTED = 1000;
    private static final int LIMIT_REACHED = 1003;
    private static final int ABORTED = 1005;
    private static final int REFUSED = 1006;
    private static final double MAX_POTENTIAL = 12;
    private static final double MAX_CURRENT = 2;
    private static final double LONGEST_TIME = 1e7;
    private static final double CHECK_PERIOD = 0.1;

    private final ScpiCommands commands = new ScpiCommands();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final boolean limitsAlways;
    private final Setting setup = new Setting();
    private final Setting parameters = new Setting();
    private boolean galvanostatic;
    private boolean on;
    private double rest;
    private double maxTime;
    private Primitive primitive;

    /** The values that exist for the whole device and for primitives. */
    private static final class Setting {
        double potential;
        double current;
        boolean toRest;
        final Bound volt = new Bound(MAX_POTENTIAL);
        final Bound ampere = new Bound(MAX_CURRENT);
        final Bound charge = new Bound(LONGEST_TIME);

        void reset() {
            potential = 0;
            current = 0;
            toRest = false;
            volt.reset();
            ampere.reset();
            charge.reset();
        }
    }

    /** A pair of limits that can be switched on. */
    private static final class Bound {
        final double most;
        double min;
        double max;
        boolean active;

        Bound(final double most) {
            this.most = most;
        }

        void reset() {
            min = -most;
            max = most;
            active = false;
        }

        boolean broken(final double value) {
            return active && (value < min || value > max);
        }
    }

    /** A measurement that runs by itself. */
    private record Primitive(double end, boolean drives, double charge) {
    }

    /** One with a cell at its terminals. */
    public ZahnerServer(final SimulatedCell cell) {
        this(new SimulatedPotentiostat(cell), false);
    }

    /** @param limitsAlways whether global limits hold outside primitives too */
    public ZahnerServer(final SimulatedPotentiostat potentiostat, final boolean limitsAlways) {
        super(potentiostat);
        this.limitsAlways = limitsAlways;
        addCommon();
        addSetting(":SESO", setup);
        addSetting(":PARA", parameters);
        addParameters();
        addMeasurements();
        forget();
    }

    private void set(final String header, final ScpiCommands.Setter setter) {
        commands.add(header, arguments -> {
            setter.run(arguments);
            return Optional.of("ok");
        });
    }

    private void addCommon() {
        commands.add("*IDN?", a -> Optional.of("ZAHNER-ELEKTRIK,PP212,33000,1.0.0"));
        set("*CLS", a -> potentiostat().clear());
        commands.add("*CLS?", a -> Optional.of(Integer.toString(status())));
        set("SESO:COUP", a -> {
            galvanostatic = switch (ScpiCommands.word(a)) {
                case "GAL" -> true;
                case "POT" -> false;
                default -> throw new CommandException(OUT_OF_RANGE, "");
            };
            applyManual();
        });
        set("SESO:STAT", a -> {
            if (ScpiCommands.flag(a)) {
                refuseWhenLatched();
                on = true;
                applyManual();
            } else {
                switchOff();
            }
        });
        commands.add("SESO:STAT?", a -> Optional.of(potentiostat().connected() ? "ON" : "OFF"));
        set("SESO:UILT", a -> ScpiCommands.number(a, 0, 1));
        set("SESO:CRNG", a -> ScpiCommands.number(a, 0, MAX_CURRENT));
        set("SESO:VRNG", a -> ScpiCommands.number(a, 0, MAX_POTENTIAL));
        set("SYST:LINF", a -> ScpiCommands.number(a, 50, 60));
    }

    private void addSetting(final String root, final Setting setting) {
        final String path = root.substring(1);
        set(path + ":UVAL", a -> {
            setting.potential = ScpiCommands.number(a, -MAX_POTENTIAL, MAX_POTENTIAL);
            applyManual();
        });
        set(path + ":IVAL", a -> {
            setting.current = ScpiCommands.number(a, -MAX_CURRENT, MAX_CURRENT);
            applyManual();
        });
        set(path + ":UREL", a -> {
            setting.toRest = ScpiCommands.word(a).startsWith("OC");
            applyManual();
        });
        addBound(path + ":ULIM", setting.volt);
        addBound(path + ":ILIM", setting.ampere);
        addBound(path + ":CHAR", setting.charge);
    }

    private void addBound(final String path, final Bound bound) {
        set(path + ":MAX", a -> {
            bound.max = ScpiCommands.number(a, -bound.most, bound.most);
            applyLimits();
        });
        set(path + ":MIN", a -> {
            bound.min = ScpiCommands.number(a, -bound.most, bound.most);
            applyLimits();
        });
        set(path + ":STAT", a -> {
            bound.active = ScpiCommands.flag(a);
            applyLimits();
        });
    }

    private void addParameters() {
        set("PARA:TIME", a -> seconds(a));
        set("PARA:TMAX", a -> maxTime = seconds(a));
        for (final String header : List.of("PARA:TMIN", "PARA:TOL:STAT", "PARA:TOL:ABS", "PARA:TOL:REL", "MEAS:RMPT?",
            "MEAS:RMPS?", "MEAS:RMPV?")) {
            set(header, a -> {
                throw new CommandException(NOT_IMPLEMENTED, "");
            });
        }
    }

    private void addMeasurements() {
        commands.add("MEAS:VOLT?", a -> Optional.of(format(potentiostat().potential())));
        commands.add("MEAS:CURR?", a -> Optional.of(format(potentiostat().current())));
        commands.add("MEAS:TEMP?", a -> Optional.of(Double.isNaN(potentiostat().temperature())
            ? "no temperature sensor connected" : format(potentiostat().temperature())));
        commands.add("MEAS:OCV?", a -> {
            refuseWhenLatched();
            switchOff();
            rest = potentiostat().potential();
            return Optional.of(format(rest));
        });
        commands.add("MEAS:OCVS?", a -> start(false));
        commands.add("MEAS:POGA?", a -> start(true));
    }

    private static double seconds(final List<String> arguments) throws CommandException {
        final String text = ScpiCommands.word(arguments).replace(" ", "");
        final String number = text.replaceAll("[A-Z]+$", "");
        final double factor = switch (text.substring(number.length())) {
            case "", "S" -> 1;
            case "M", "MIN" -> 60;
            case "H" -> 3600;
            default -> throw new CommandException(OUT_OF_RANGE, "");
        };
        return factor * ScpiCommands.number(List.of(number), 0, LONGEST_TIME / factor);
    }

    private Optional<String> start(final boolean drives) throws CommandException {
        refuseWhenLatched();
        primitive = new Primitive(potentiostat().now() + maxTime, drives, potentiostat().cell().passedCharge());
        if (drives) {
            regulate(parameters);
            applyLimits();
        } else {
            potentiostat().rest();
        }
        return Optional.empty();
    }

    @Override
    double ownEvent() {
        return primitive == null ? Double.POSITIVE_INFINITY
            : Math.min(primitive.end, potentiostat().now() + CHECK_PERIOD);
    }

    @Override
    void runOwnEvent() {
        if (potentiostat().state() == State.LIMIT) {
            finish("error " + LIMIT_REACHED);
        } else if (potentiostat().latched()) {
            finish("error " + REFUSED);
        } else if (potentiostat().now() >= primitive.end || reached()) {
            finish("ok");
        }
    }

    private boolean reached() {
        final double passed = potentiostat().cell().passedCharge() - primitive.charge;
        return primitive.drives && (parameters.volt.broken(potentiostat().potential())
            || parameters.ampere.broken(potentiostat().current()) || parameters.charge.broken(passed));
    }

    private void finish(final String answer) {
        primitive = null;
        applyLimits();
        if (!potentiostat().latched()) {
            if (on) {
                applyManual();
            } else {
                potentiostat().off();
            }
        }
        answer(answer);
        while (primitive == null && !waiting.isEmpty()) {
            run(waiting.poll());
        }
    }

    private void applyManual() {
        if (on && primitive == null && !potentiostat().latched()) {
            applyLimits();
            regulate(setup);
        }
    }

    private void regulate(final Setting setting) {
        if (galvanostatic) {
            potentiostat().current(new Drive.Current(setting.current, -MAX_POTENTIAL, MAX_POTENTIAL));
        } else {
            final double volt = setting.potential + (setting.toRest ? rest : 0);
            potentiostat().potential(new Drive.Potential(volt, MAX_CURRENT));
        }
    }

    private void applyLimits() {
        final boolean watched = limitsAlways || primitive != null;
        final Bound volt = setup.volt;
        final Bound ampere = setup.ampere;
        final Limits none = Limits.NONE;
        final boolean volts = watched && volt.active;
        final boolean amperes = watched && ampere.active;
        potentiostat().limits(new Limits(volts ? volt.min : none.minPotential(),
            volts ? volt.max : none.maxPotential(), amperes ? ampere.min : none.minCurrent(),
            amperes ? ampere.max : none.maxCurrent()));
    }

    private void refuseWhenLatched() throws CommandException {
        if (potentiostat().latched()) {
            throw new CommandException(REFUSED, "");
        }
    }

    private int status() {
        return switch (potentiostat().state()) {
            case LIMIT -> LIMIT_REACHED;
            case ABORTED -> ABORTED;
            case ERROR -> UNDEFINED;
            default -> 0;
        };
    }

    private void switchOff() {
        if (!potentiostat().latched()) {
            potentiostat().off();
        }
        on = potentiostat().connected();
    }

    @Override
    void handle(final String command) {
        final String upper = command.strip().toUpperCase(Locale.ROOT);
        switch (upper) {
            case "" -> { }
            case "ABOR", ":ABOR", "ABORT", ":ABORT" -> abort();
            case "*RST" -> {
                waiting.clear();
                potentiostat().restart();
                forget();
                answer("ok");
            }
            default -> {
                if (primitive == null) {
                    run(command);
                } else {
                    waiting.add(command);
                }
            }
        }
    }

    private void abort() {
        answer("ok");
        potentiostat().off();
        on = potentiostat().connected();
        if (!on) {
            potentiostat().abort();
        }
        if (primitive != null) {
            finish("error " + ABORTED);
        }
    }

    private void run(final String command) {
        try {
            final String text = commands.run(command);
            if (!text.isEmpty()) {
                answer(text);
            }
        } catch (final CommandException e) {
            answer("error " + switch (e.code()) {
                case -113 -> UNKNOWN;
                case -222, -141 -> OUT_OF_RANGE;
                default -> e.code() > 0 ? e.code() : UNDEFINED;
            });
        }
    }

    @Override
    void forget() {
        setup.reset();
        parameters.reset();
        waiting.clear();
        primitive = null;
        galvanostatic = false;
        on = false;
        rest = 0;
        maxTime = 1;
    }

    @Override
    void latchError() {
        potentiostat().fail();
        on = false;
    }

    private String format(final double value) {
        return overflows() ? "nan" : String.format(Locale.ROOT, "%.6e", value);
    }
}
