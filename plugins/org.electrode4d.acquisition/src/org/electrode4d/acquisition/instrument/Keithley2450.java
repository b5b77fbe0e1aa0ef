// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.Transcript;

/**
 * A Keithley 2450 SourceMeter in its SCPI command set.
 *
 * <p>A current is made as the manual's battery method does: the bound of the potential that it runs into is sourced,
 * and the current is the instrument's limit. So the instrument itself never drives the cell beyond the bound (by more
 * than 0.5 mV, which lets the reading reach it): near it the current falls, whoever listens. A potential is sourced
 * with the bound of the current as the limit. Open circuit is a current of 0 A with a limit of the potential that the
 * cell cannot reach. It does not end by itself when its time is over. Changing between the two sources switches the
 * output off, at high impedance, for a moment.</p>
 *
 * <p>Shown against a simulated instrument only. To be confirmed on an instrument: {@code *LANG?}, {@code :OUTP?} and
 * {@code SMOD?} and their answers, the automatic ranges, and that the output goes off when the source function is
 * changed. Never used: {@code *RST}, which would leave an output-off state that loads the cell. Sources: 2450 User's
 * Manual, rechargeable battery measurements.</p>
 */
final class Keithley2450 extends AskedInstrument {

    private static final double MAX_POTENTIAL = 210;
    private static final double MAX_CURRENT = 1.05;

    /** Volt that the limit at open circuit lies above the safety limit: a cell above it would be discharged. */
    private static final double HEADROOM = 0.5;

    /** Errors that a queue holds at most. */
    private static final int MAX_ERRORS = 100;

    private Source source = Source.NONE;
    private double currentLimit;

    Keithley2450(final Link link, final Clock clock, final Transcript transcript, final double answerTime) {
        super("Keithley 2450", new LineChannel(link, clock, transcript, LineEnd.LF, LineEnd.LF), new InstrumentRange(
            -MAX_POTENTIAL, MAX_POTENTIAL, MAX_CURRENT, 0.1, answerTime, true, true, false));
    }

    @Override
    String identityQuestion() {
        return "*IDN?";
    }

    @Override
    Optional<Identity> identity(final String answer) {
        final String[] parts = answer.split(",", -1);
        return parts.length == 4 && parts[1].strip().matches("(MODEL )?2450")
            ? Optional.of(new Identity(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip()))
            : Optional.empty();
    }

    @Override
    void checkMode() throws IOException {
        final String language = channel().query("*LANG?").strip();
        if (!language.equals("SCPI")) {
            throw new WrongInstrumentException(name() + " is set to the command set " + LineChannel.quoted(language)
                + "; choose SCPI in its menu System > Settings > Command Set, and restart it.");
        }
    }

    @Override
    void sendOff() throws IOException {
        // spoils what a program that died has left half sent: a line end alone would make a command of it
        channel().send(":OUTP:CURR:SMOD HIMP");
        switchOff();
    }

    @Override
    void switchOff() throws IOException {
        source = Source.NONE;
        channel().send(":OUTP:CURR:SMOD HIMP");
        channel().send(":OUTP:VOLT:SMOD HIMP");
        channel().send(":OUTP OFF");
    }

    @Override
    boolean isOff() throws IOException {
        // in this order no answer that is repeated for the next question can pass for its answer
        return highImpedance("CURR") & !isOn() & highImpedance("VOLT");
    }

    private boolean isOn() throws IOException {
        final String answer = channel().query(":OUTP?").strip();
        if (!answer.matches("[01]")) {
            throw unexpected(":OUTP?", answer, "0 or 1");
        }
        return answer.equals("1");
    }

    private boolean highImpedance(final String source) throws IOException {
        final String question = ":OUTP:" + source + ":SMOD?";
        final String answer = channel().query(question).strip().toUpperCase(Locale.ROOT);
        if (!answer.matches("[A-Z]+")) {
            throw unexpected(question, answer, "HIMP");
        }
        return answer.equals("HIMP") || answer.equals("HIMPEDANCE");
    }

    @Override
    void arrange(final SafetyLimits limits) throws IOException {
        channel().send("*CLS");
        errors();
        for (final String function : List.of("VOLT", "CURR")) {
            channel().send(":SENS:" + function + ":RSEN ON");
            channel().send(":SENS:" + function + ":NPLC 1");
            channel().send(":SENS:" + function + ":RANG:AUTO ON");
            channel().send(":SOUR:" + function + ":RANG:AUTO ON");
            channel().send(":SOUR:" + function + ":READ:BACK ON");
        }
        refuseErrors();
    }

    @Override
    void set(final Setpoint setpoint) throws IOException {
        final Source before = source;
        source = Source.NONE;
        if (setpoint instanceof Setpoint.Potential potential) {
            sourcePotential(before, potential.potential(), potential.maxCurrent());
        } else if (setpoint instanceof Setpoint.Current current && current.current() != 0) {
            sourcePotential(before,
                current.current() > 0 ? current.maxPotential() + MARGIN : current.minPotential() - MARGIN,
                Math.abs(current.current()));
        } else {
            openCircuit();
        }
        refuseErrors();
        if (!isOn()) {
            throw new InstrumentException(name() + " was told to switch its output on and says that it is off. "
                + "Look for a message on its screen.");
        }
        source = setpoint instanceof Setpoint.Potential || setpoint instanceof Setpoint.Current current
            && current.current() != 0 ? Source.POTENTIAL : Source.CURRENT;
    }

    private void sourcePotential(final Source before, final double potential, final double limit)
        throws IOException {
        final String level = ":SOUR:VOLT " + Numbers.scientific(potential);
        final String bound = ":SOUR:VOLT:ILIM " + Numbers.scientific(limit);
        if (before == Source.POTENTIAL) {
            // in between, the smaller of the two limits holds
            channel().send(limit < currentLimit ? bound : level);
            channel().send(limit < currentLimit ? level : bound);
        } else {
            switchOff();
            channel().send(":SOUR:FUNC VOLT");
            channel().send(level);
            channel().send(bound);
            channel().send(":SENS:FUNC \"CURR\"");
            refuseErrors();
            channel().send(":OUTP ON");
        }
        currentLimit = limit;
    }

    private void openCircuit() throws IOException {
        final double highest = Math.max(Math.abs(limits().minPotential()), Math.abs(limits().maxPotential()));
        switchOff();
        channel().send(":SOUR:FUNC CURR");
        channel().send(":SOUR:CURR " + Numbers.scientific(0));
        channel().send(":SOUR:CURR:VLIM " + Numbers.scientific(highest + HEADROOM));
        channel().send(":SENS:FUNC \"VOLT\"");
        refuseErrors();
        channel().send(":OUTP ON");
    }

    @Override
    Reading measure() throws IOException {
        if (source == Source.NONE) {
            throw new InstrumentException(name() + " measures only with a set point; for a cell at rest, "
                + "apply open circuit.");
        }
        final String question = ":READ? \"defbuffer1\", SOUR, READ";
        final String answer = channel().query(question);
        final String[] parts = answer.split(",", -1);
        if (parts.length != 2) {
            throw unexpected(question, answer, "source value and reading");
        }
        final String potential = source == Source.POTENTIAL ? parts[0] : parts[1];
        final String current = source == Source.POTENTIAL ? parts[1] : parts[0];
        final double volts = Numbers.measured(name(), "potential [V]", potential, MAX_POTENTIAL);
        final double amperes = Numbers.measured(name(), "current [A]", current, MAX_CURRENT);
        return new Reading(channel().clock().seconds(), volts, amperes, Double.NaN, !isOn());
    }

    private void refuseErrors() throws IOException {
        final List<String> errors = errors();
        if (!errors.isEmpty()) {
            throw new InstrumentException(name() + " reports " + String.join("; ", errors) + ".");
        }
    }

    /** Takes all errors out of the instrument's queue. */
    private List<String> errors() throws IOException {
        final List<String> errors = new ArrayList<>();
        for (int i = 0; i < MAX_ERRORS; i++) {
            final String error = channel().query(":SYST:ERR?").strip();
            if (!error.matches("[-+]?[0-9]+,.*")) {
                throw unexpected(":SYST:ERR?", error, "a number and a text");
            }
            if (Integer.parseInt(error.substring(0, error.indexOf(','))) == 0) {
                return errors;
            }
            errors.add("error " + error);
        }
        throw new InstrumentException(name() + " does not stop reporting errors; the first was " + errors.get(0) + ".");
    }

    /** What is sourced, and so which of the two numbers of a reading is which. */
    private enum Source {
        NONE, CURRENT, POTENTIAL
    }
}
