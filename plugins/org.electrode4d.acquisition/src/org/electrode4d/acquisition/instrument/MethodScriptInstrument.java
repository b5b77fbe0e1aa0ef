// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.Transcript;

/**
 * A PalmSens EmStat4 or Nexus, in MethodSCRIPT.
 *
 * <p>Each set point is a script that runs in the instrument, see {@link MethodScriptProgram}. It sends a package in
 * each interval, compares the potential with its bounds in the same interval, ends when its time is over, and ends with
 * the cell switched off, also when it is aborted. So the cell is safe without the computer. Between two set points the
 * cell is off for some tenths of a second. A reading is the newest package; the regulated one of its two values is the
 * applied one, as the language gives it. When a script has ended by itself, the reading says that it stopped, first
 * with the values of the last package, then with the potential at rest.</p>
 *
 * <p>The instrument cannot be asked whether its output is off: {@link #output()} says ON while a script runs; otherwise
 * it switches the cell off once more and measures the current that is left. {@link #identify()} ends a script that
 * somebody has left running, as there is no answer before.</p>
 *
 * <p>Shown against a simulated instrument only. To be confirmed on an instrument: that an EmStat Pico names itself
 * {@code espico} (it cannot regulate a current and is refused), the marks of the ends of loops, that a current can be
 * measured with the cell off, the size of a script. Sources: PalmSens' public examples and manual page.</p>
 */
final class MethodScriptInstrument extends LineInstrument {

    /** What the largest of the family has, to be confirmed; a smaller one refuses more. */
    private static final double MAX_POTENTIAL = 10;
    private static final double MAX_CURRENT = 1;
    private static final double REST_SECONDS = 86_400;
    private static final double SHORT_REST = 0.2;

    /** Ampere that an input measures with the cell off, at most. */
    private static final double OFFSET_CURRENT = 2e-7;

    private final MethodScriptStream stream;
    private final double interval;
    private boolean rests = true;
    private boolean stopped;
    private Optional<MethodScriptPackage> last = Optional.empty();

    /** @param interval seconds between two packages and two comparisons with the bounds */
    MethodScriptInstrument(final Link link, final Clock clock, final Transcript transcript, final double answerTime,
        final double interval) {
        super("PalmSens MethodSCRIPT instrument", new LineChannel(link, clock, transcript, LineEnd.LF, LineEnd.LF),
            new InstrumentRange(-MAX_POTENTIAL, MAX_POTENTIAL, MAX_CURRENT, 0.1, answerTime, true, true, true));
        this.stream = new MethodScriptStream(channel(), name());
        this.interval = interval;
    }

    @Override
    public Identity identify() throws IOException {
        return talk(() -> {
            stream.endHalfScript();
            channel().dropUntilQuiet();
            final String firmware = firmware();
            if (firmware.startsWith("espico")) {
                throw new WrongInstrumentException(name() + " is an EmStat Pico (" + firmware + "), which cannot "
                    + "regulate a current. Use an EmStat4 or a Nexus.");
            }
            final String serial = channel().query("i");
            if (!serial.startsWith("i")) {
                throw unexpected("i", serial, "i and a serial number");
            }
            return new Identity("PalmSens", firmware.replaceAll("[0-9#].*", ""), serial.substring(1), firmware);
        });
    }

    private String firmware() throws IOException {
        final List<String> others = new ArrayList<>();
        channel().send("t");
        try {
            String before = "";
            for (String line = channel().readLine();; line = channel().readLine()) {
                if (line.endsWith("*") && before.length() > 2 && before.startsWith("t")) {
                    return before.substring(1);
                }
                others.add(line);
                before = line;
            }
        } catch (NoAnswerException e) {
            if (others.isEmpty()) {
                throw e;
            }
            throw new WrongInstrumentException(name() + " answered " + LineChannel.quoted(String.join(" / ", others))
                + " to t: something else is connected, it speaks another language, or the baud rate is wrong. Choose "
                + "the instrument that is there, or its port.");
        }
    }

    @Override
    public void prepare(final SafetyLimits limits) throws IOException {
        talk(() -> {
            stream.abort();
            if (switchOff() == Output.ON) {
                throw new InstrumentException(name() + " was told to switch the cell off and still measures a current. "
                    + "Disconnect the cell by hand.");
            }
            keep(limits);
            return null;
        });
    }

    @Override
    public void apply(final Setpoint newSetpoint) throws IOException {
        check(newSetpoint);
        talk(() -> {
            stream.stop();
            rests = newSetpoint instanceof Setpoint.OpenCircuit
                || newSetpoint instanceof Setpoint.Current current && current.current() == 0;
            stream.start(rests ? MethodScriptProgram.rest(REST_SECONDS, interval)
                : MethodScriptProgram.of(newSetpoint, interval));
            stopped = false;
            last = Optional.empty();
            return null;
        });
    }

    @Override
    public Reading read() throws IOException {
        return talk(() -> {
            stream.listen();
            if (rests && !stream.running()) {
                last = Optional.empty();
            }
            if (!stream.hasArrived() && !stream.running() && last.isEmpty()) {
                stopped |= !rests;
                stream.stop();
                stream.start(MethodScriptProgram.rest(stopped ? SHORT_REST : REST_SECONDS, SHORT_REST / 2));
            }
            stream.await();
            return reading();
        });
    }

    private Reading reading() throws IOException {
        final MethodScriptPackage values = stream.take().or(() -> last).orElseThrow(
            () -> new InvalidReadingException(name() + " ended a script without a measurement."));
        stopped |= !stream.running() && !rests;
        last = stopped ? Optional.empty() : Optional.of(values);
        final double potential = values.potential().orElseThrow(
            () -> new InvalidReadingException(name() + " sent a package without a potential."));
        return new Reading(channel().clock().seconds(), potential, values.current().orElse(0), Double.NaN, stopped);
    }

    @Override
    public void outputOff() throws IOException {
        talk(() -> {
            stream.stop();
            switchOff();
            return null;
        });
    }

    @Override
    public Output output() throws IOException {
        return talk(() -> {
            if (channel().trusted()) {
                stream.listen();
            }
            if (channel().trusted() && stream.running()) {
                return Output.ON;
            }
            stream.stop();
            return switchOff();
        });
    }

    /** Switches the cell off with a script of its own, and measures the current that is left. */
    private Output switchOff() throws IOException {
        stream.start(MethodScriptProgram.off());
        stream.awaitEnd();
        final double current = stream.take().orElseThrow(() -> new InvalidReadingException(name()
            + " did not say what current is left with the cell off.")).current().orElseThrow(
                () -> new InvalidReadingException(name() + " sent a package without a current."));
        last = Optional.empty();
        rests = true;
        stopped = false;
        return Math.abs(current) <= OFFSET_CURRENT ? Output.OFF : Output.ON;
    }
}
