// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.Locale;

import org.electrode4d.acquisition.simulation.SimulatedPotentiostat.State;

/**
 * An instrument with a language of plain lines, as the example of a text instrument describes it. Questions
 * {@code ID?}, {@code V?}, {@code I?}, {@code OUT?}; commands {@code SETI <A>}, {@code SETV <V>},
 * {@code LIMV <low> <high>}, {@code LIMI <A>}, {@code ON}, {@code OFF}, {@code CLR}, which are answered with
 * {@code OK} or {@code ERR <number> <text>}. A current is kept within LIMV, a potential within LIMI, by holding the
 * bound.
 */
public final class TextServer extends DialectServer {

    private static final double MAX_POTENTIAL = 5;
    private static final double MAX_CURRENT = 0.1;

    private boolean regulatesCurrent;
    private double level;
    private double low;
    private double high;
    private double maxCurrent;

    /** One with a cell at its terminals. */
    public TextServer(final SimulatedCell cell) {
        this(new SimulatedPotentiostat(cell));
    }

    /** One that measures as its potentiostat does. */
    public TextServer(final SimulatedPotentiostat potentiostat) {
        super(potentiostat);
        forget();
    }

    @Override
    void forget() {
        regulatesCurrent = true;
        level = 0;
        low = -MAX_POTENTIAL;
        high = MAX_POTENTIAL;
        maxCurrent = MAX_CURRENT;
    }

    @Override
    void latchError() {
        potentiostat().fail();
    }

    @Override
    void handle(final String command) {
        final String[] words = command.strip().toUpperCase(Locale.ROOT).split(" +");
        if (words[0].isEmpty()) {
            return;
        }
        try {
            answer(run(words));
        } catch (final CommandException e) {
            answer("ERR " + e.code() + " " + e.getMessage());
        }
    }

    private String run(final String[] words) throws CommandException {
        return switch (words[0]) {
            case "ID?" -> "E4D-TEXT,1.0";
            case "V?" -> measured(potentiostat().potential());
            case "I?" -> measured(potentiostat().current());
            case "OUT?" -> potentiostat().connected() ? "1" : "0";
            case "SETI" -> set(true, number(words, 1, MAX_CURRENT));
            case "SETV" -> set(false, number(words, 1, MAX_POTENTIAL));
            case "LIMV" -> limit(number(words, 1, MAX_POTENTIAL), number(words, 2, MAX_POTENTIAL));
            case "LIMI" -> limit(number(words, 1, MAX_CURRENT));
            case "ON" -> on();
            case "OFF" -> off();
            case "CLR" -> clear();
            default -> throw new CommandException(1, "unknown command " + words[0]);
        };
    }

    private String measured(final double value) {
        return overflows() ? "OVERFLOW" : String.format(Locale.ROOT, "%.9E", value);
    }

    private static double number(final String[] words, final int index, final double most) throws CommandException {
        try {
            final double value = Double.parseDouble(words[index]);
            if (Math.abs(value) <= most) {
                return value;
            }
        } catch (final NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw (CommandException)new CommandException(2, "a number was expected").initCause(e);
        }
        throw new CommandException(2, words[index] + " is beyond " + most);
    }

    private String set(final boolean current, final double value) {
        regulatesCurrent = current;
        level = value;
        return apply();
    }

    private String limit(final double lowest, final double highest) throws CommandException {
        if (!(lowest < highest)) {
            throw new CommandException(2, "the first limit must be below the second");
        }
        low = lowest;
        high = highest;
        return apply();
    }

    private String limit(final double current) throws CommandException {
        if (!(current > 0)) {
            throw new CommandException(2, "the limit must be above 0");
        }
        maxCurrent = current;
        return apply();
    }

    private String on() throws CommandException {
        if (potentiostat().latched()) {
            throw new CommandException(3, "error is latched, CLR first");
        }
        regulate();
        return "OK";
    }

    private String apply() {
        if (potentiostat().connected()) {
            regulate();
        }
        return "OK";
    }

    private void regulate() {
        if (regulatesCurrent) {
            potentiostat().current(new Drive.Current(level, low, high));
        } else {
            potentiostat().potential(new Drive.Potential(level, maxCurrent));
        }
    }

    private String off() {
        if (potentiostat().state() != State.ERROR) {
            potentiostat().off();
        }
        return "OK";
    }

    private String clear() {
        potentiostat().clear();
        return "OK";
    }
}
