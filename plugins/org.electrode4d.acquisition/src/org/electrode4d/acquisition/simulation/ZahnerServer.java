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
    private static final int NOT_IMPLEMENTED = 1000;
    private static final int LIMIT_REACHED = 1003;
    private static final int ABORTED = 1005;
    private static final int REFUSED = 1006;
    private static final double CHECK_PERIOD = 0.1;

    private final ScpiCommands commands = new ScpiCommands();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final boolean limitsAlways;
    private final ZahnerSetting setup = new ZahnerSetting();
    private final ZahnerSetting parameters = new ZahnerSetting();
    private boolean galvanostatic;
    private boolean on;
    private double rest;
    private double maxTime;
    private Primitive primitive;

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
        setup.addTo(commands, "SESO", this::applyManual, this::applyLimits);
        parameters.addTo(commands, "PARA", this::applyManual, this::applyLimits);
        addParameters();
        addMeasurements();
        forget();
    }

    private void set(final String header, final ScpiCommands.Setter setter) {
        ZahnerSetting.set(commands, header, setter);
    }

    private void addCommon() {
        commands.add("*IDN?", a -> Optional.of("ZAHNER-ELEKTRIK,PP212,33000,1.0.0"));
        set("*CLS", a -> {
            if (potentiostat().latched()) {
                potentiostat().clear();
                on = false;
            }
        });
        commands.add("*CLS?", a -> Optional.of(Integer.toString(status())));
        set("SESO:COUP", a -> {
            galvanostatic = switch (ScpiCommands.word(a)) {
                case "GAL" -> true;
                case "POT" -> false;
                default -> throw new CommandException(ZahnerSetting.OUT_OF_RANGE, "");
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
        set("SESO:CRNG", a -> ScpiCommands.number(a, 0, ZahnerSetting.MAX_CURRENT));
        set("SESO:VRNG", a -> ScpiCommands.number(a, 0, ZahnerSetting.MAX_POTENTIAL));
        set("SYST:LINF", a -> ScpiCommands.number(a, 50, 60));
    }

    private void addParameters() {
        set("PARA:TIME", ZahnerSetting::seconds);
        set("PARA:TMAX", a -> maxTime = ZahnerSetting.seconds(a));
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

    private void regulate(final ZahnerSetting setting) {
        if (galvanostatic) {
            potentiostat().current(new Drive.Current(setting.current, -ZahnerSetting.MAX_POTENTIAL,
                ZahnerSetting.MAX_POTENTIAL));
        } else {
            final double volt = setting.potential + (setting.toRest ? rest : 0);
            potentiostat().potential(new Drive.Potential(volt, ZahnerSetting.MAX_CURRENT));
        }
    }

    private void applyLimits() {
        final boolean watched = limitsAlways || primitive != null;
        final ZahnerSetting.Bound volt = setup.volt;
        final ZahnerSetting.Bound ampere = setup.ampere;
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
                case -222, -141 -> ZahnerSetting.OUT_OF_RANGE;
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
