// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What is set for one of the two source and measure functions of a Keithley 2450, and the commands that set it. */
final class KeithleyFunction {

    final String name;
    final String limitName;
    double level;
    double limit;
    double senseRange;
    boolean senseAuto;
    boolean readBack;
    String offMode;

    private final double max;
    private final double minLimit;
    private final double maxLimit;
    private double sourceRange;
    private boolean sourceAuto;
    private boolean fourWire;
    private double integration;

    KeithleyFunction(final String name, final double max, final String limitName, final double minLimit,
        final double maxLimit) {
        this.name = name;
        this.max = max;
        this.limitName = limitName;
        this.minLimit = minLimit;
        this.maxLimit = maxLimit;
        this.sourceRange = max;
        this.senseRange = max;
    }

    void reset(final double defaultLimit, final String mode) {
        level = 0;
        limit = defaultLimit;
        sourceAuto = true;
        senseAuto = true;
        readBack = true;
        fourWire = false;
        integration = 1;
        offMode = mode;
    }

    /**
     * Adds the commands below SOURce and SENSe.
     *
     * @param changed after a change of level or limit
     * @param switchOff after a change that switches the output off
     */
    void addTo(final ScpiCommands commands, final Runnable changed, final Runnable switchOff) {
        addSource(commands, changed);
        addSense(commands, switchOff);
    }

    private void addSource(final ScpiCommands commands, final Runnable changed) {
        final String root = "SOURce:" + name;
        add(commands, root + "[:LEVel][:IMMediate][:AMPLitude]", a -> {
            level = ScpiCommands.number(a, -max, max);
            changed.run();
        }, () -> format(level));
        add(commands, root + ":" + limitName + "[:LEVel]", a -> {
            limit = ScpiCommands.number(a, minLimit, maxLimit);
            changed.run();
        }, () -> format(limit));
        add(commands, root + ":RANGe", a -> {
            sourceRange = ScpiCommands.number(a, -max, max);
            sourceAuto = false;
        }, () -> format(sourceRange));
        add(commands, root + ":RANGe:AUTO", a -> sourceAuto = ScpiCommands.flag(a), () -> bit(sourceAuto));
        add(commands, root + ":READ:BACK", a -> readBack = ScpiCommands.flag(a), () -> bit(readBack));
        commands.set(root + ":DELay", a -> ScpiCommands.number(a, 0, 1e4));
        commands.set(root + ":DELay:AUTO", a -> ScpiCommands.flag(a));
        commands.set(root + ":PROTection", a -> ScpiCommands.word(a));
    }

    private void addSense(final ScpiCommands commands, final Runnable switchOff) {
        final String root = "SENSe:" + name + "[:DC]";
        add(commands, root + ":RSENse", a -> {
            final boolean wanted = ScpiCommands.flag(a);
            if (wanted != fourWire) {
                fourWire = wanted;
                switchOff.run();
            }
        }, () -> bit(fourWire));
        add(commands, root + ":NPLCycles", a -> integration = ScpiCommands.number(a, 0.01, 10),
            () -> format(integration));
        add(commands, root + ":RANGe[:UPPer]", a -> {
            senseRange = Math.abs(ScpiCommands.number(a, -max, max));
            senseAuto = false;
        }, () -> format(senseRange));
        add(commands, root + ":RANGe:AUTO", a -> senseAuto = ScpiCommands.flag(a), () -> bit(senseAuto));
        commands.set(root + ":AVERage[:STATe]", a -> ScpiCommands.flag(a));
        commands.set(root + ":AZERo[:STATe]", a -> ScpiCommands.flag(a));
    }

    private static void add(final ScpiCommands commands, final String header, final ScpiCommands.Setter setter,
        final Supplier<String> query) {
        commands.set(header, setter);
        commands.add(header + "?", a -> Optional.of(query.get()));
    }

    private static String bit(final boolean on) {
        return on ? "1" : "0";
    }

    static Optional<String> flag(final boolean on) {
        return Optional.of(bit(on));
    }

    static String format(final double value) {
        return String.format(Locale.ROOT, "%.8E", value);
    }
}
