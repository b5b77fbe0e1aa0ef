// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.List;
import java.util.Optional;

/** Values that a Zahner potentiostat has twice, for itself and for its primitives, and the commands that set them. */
final class ZahnerSetting {

    static final int OUT_OF_RANGE = 100;
    static final double MAX_POTENTIAL = 12;
    static final double MAX_CURRENT = 2;
    static final double LONGEST_TIME = 1e7;

    double potential;
    double current;
    boolean toRest;
    final Bound volt = new Bound(MAX_POTENTIAL);
    final Bound ampere = new Bound(MAX_CURRENT);
    final Bound charge = new Bound(LONGEST_TIME);

    /** A pair of limits that can be switched on. */
    static final class Bound {
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

    void reset() {
        potential = 0;
        current = 0;
        toRest = false;
        volt.reset();
        ampere.reset();
        charge.reset();
    }

    /**
     * Adds the commands.
     *
     * @param path SESO or PARA
     * @param changed after a change of potential or current
     * @param limited after a change of a limit
     */
    void addTo(final ScpiCommands commands, final String path, final Runnable changed, final Runnable limited) {
        set(commands, path + ":UVAL", a -> {
            potential = ScpiCommands.number(a, -MAX_POTENTIAL, MAX_POTENTIAL);
            changed.run();
        });
        set(commands, path + ":IVAL", a -> {
            current = ScpiCommands.number(a, -MAX_CURRENT, MAX_CURRENT);
            changed.run();
        });
        set(commands, path + ":UREL", a -> {
            toRest = ScpiCommands.word(a).startsWith("OC");
            changed.run();
        });
        addBound(commands, path + ":ULIM", volt, limited);
        addBound(commands, path + ":ILIM", ampere, limited);
        addBound(commands, path + ":CHAR", charge, limited);
    }

    private static void addBound(final ScpiCommands commands, final String path, final Bound bound,
        final Runnable limited) {
        set(commands, path + ":MAX", a -> {
            bound.max = ScpiCommands.number(a, -bound.most, bound.most);
            limited.run();
        });
        set(commands, path + ":MIN", a -> {
            bound.min = ScpiCommands.number(a, -bound.most, bound.most);
            limited.run();
        });
        set(commands, path + ":STAT", a -> {
            bound.active = ScpiCommands.flag(a);
            limited.run();
        });
    }

    /** Adds a command that is answered with ok. */
    static void set(final ScpiCommands commands, final String header, final ScpiCommands.Setter setter) {
        commands.add(header, arguments -> {
            setter.run(arguments);
            return Optional.of("ok");
        });
    }

    /** A time with or without its unit: 90, 90 s, 1.5 m, 1.5 min, 1 h. */
    static double seconds(final List<String> arguments) throws CommandException {
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
}
