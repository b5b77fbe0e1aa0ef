// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.Transcript;

/**
 * A Zahner PP2x2, XPOT2 or EL1002, over its command port.
 *
 * <p>Every command is answered by one line, {@code ok} or {@code error} with a number. The global limits of potential
 * and current are set, and switched on, to the window of the set point (0.5 mV and 10 % beyond it, never wider than the
 * safety limits with the same margins). An instrument that they have stopped says error 1003 and refuses everything
 * with 1006 until {@code *CLS}; the reading then says that it stopped, with the potential measured after that.</p>
 *
 * <p>A current is raised in steps, and no further once the potential is at its bound. A potential is approached with
 * the bound of the current, as the instrument does not limit a current while it regulates a potential: at each reading
 * it is looked whether to hold it from then on.</p>
 *
 * <p>Where the temperature is limited it is asked for at each reading; an error, or an answer that says so, means that
 * there is no sensor.</p>
 *
 * <p>Not a bound to rely on: the vendor's driver says that the limits are watched during the instrument's own
 * measurement primitives, not while its output is merely switched on, which is what reading and steering from outside
 * need. So {@link InstrumentRange#holdsLimits()} is false, and a cell goes on when the computer dies.</p>
 *
 * <p>Shown against a simulated instrument only. To be confirmed on an instrument: {@code :SESO:STAT?}, without which
 * the output cannot be verified and {@link #prepare} fails; the sign of the current; that {@code ABOR} is answered when
 * nothing runs. Source: Zahner's published driver zahner_potentiostat 1c81bf0c.</p>
 */
final class Zahner extends AskedInstrument {

    /** What the largest of the family has, to be confirmed; a smaller one refuses more. */
    private static final double MAX_POTENTIAL = 15;
    private static final double MAX_CURRENT = 40;
    private static final double CURRENT_MARGIN = 1.1;
    private static final int LIMIT_REACHED = 1003;
    private static final int REFUSED = 1006;
    private static final Pattern ERROR = Pattern.compile("(?i)error[ :]*([0-9]+).*|(27|42|100|100[0-9])");
    private static final Map<Integer, String> ERRORS = Map.of(27, "unknown command", 42, "undefined", 100,
        "value out of range", 1000, "a command that it does not have", LIMIT_REACHED, "global limit reached", 1004,
        "value out of the limited range", 1005, "measurement aborted", REFUSED,
        "refused because of an earlier error or abort", 1007, "calibration error");

    private static final double MAX_TEMPERATURE = 1000;
    private static final Pattern NO_SENSOR = Pattern.compile("(?i)nan|no .*sensor.*");
    private static final int RAMP = 12;

    /** Volt from a potential at which it is held at once. */
    private static final double CLOSE = 0.0005;

    private boolean on;
    private boolean stopped;
    private boolean charging;
    private Optional<Setpoint.Potential> approached = Optional.empty();

    Zahner(final Link link, final Clock clock, final Transcript transcript, final double answerTime) {
        super("Zahner potentiostat", new LineChannel(link, clock, transcript, LineEnd.LF, LineEnd.LF),
            new InstrumentRange(-MAX_POTENTIAL, MAX_POTENTIAL, MAX_CURRENT, 0.1, answerTime, true, false, false));
    }

    @Override
    String identityQuestion() {
        return "*IDN?";
    }

    @Override
    Optional<Identity> identity(final String answer) {
        final String[] parts = answer.split(",", -1);
        return parts.length == 4 && parts[0].strip().toUpperCase(Locale.ROOT).startsWith("ZAHNER")
            ? Optional.of(new Identity(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip()))
            : Optional.empty();
    }

    @Override
    void checkMode() throws IOException {
        if (identity(channel().query("*IDN?")).map(Identity::firmware).orElse("").endsWith("binary")) {
            throw new WrongInstrumentException(name() + " answers on its data port. Choose its other serial port, for "
                + "commands.");
        }
    }

    @Override
    void sendOff() throws IOException {
        on = false;
        // spoils what a program that died has left half sent: a line end alone would make a command of it
        channel().send("ABOR");
        channel().send("ABOR");
        channel().send("*CLS");
        channel().send(":SESO:STAT OFF");
    }

    @Override
    void switchOff() throws IOException {
        on = false;
        stopped = false;
        // also ends a measurement of the instrument's own that somebody else has left running
        command("ABOR");
        command("*CLS");
        command(":SESO:STAT OFF");
    }

    @Override
    boolean isOff() throws IOException {
        final String answer = channel().query(":SESO:STAT?").strip().toUpperCase(Locale.ROOT);
        final Optional<Integer> error = error(answer);
        if (error.isPresent()) {
            throw new InstrumentException(name() + " cannot be asked whether its output is off: " + words(error.get())
                + ". Look at the instrument.");
        }
        if (!answer.matches("ON|OFF|0|1")) {
            throw unexpected(":SESO:STAT?", answer, "ON or OFF");
        }
        return answer.equals("OFF") || answer.equals("0");
    }

    @Override
    void arrange(final SafetyLimits limits) throws IOException {
        command(":SESO:UREL 0");
        limits(limits.minPotential(), limits.maxPotential(), limits.maxCurrent());
        command(":SESO:COUP gal");
        command(":SESO:IVAL " + Numbers.scientific(0));
    }

    private void limits(final double minPotential, final double maxPotential, final double maxCurrent)
        throws IOException {
        command(":SESO:ULIM:MIN " + Numbers.scientific(minPotential - MARGIN));
        command(":SESO:ULIM:MAX " + Numbers.scientific(maxPotential + MARGIN));
        command(":SESO:ULIM:STAT ON");
        command(":SESO:ILIM:MIN " + Numbers.scientific(-maxCurrent * CURRENT_MARGIN));
        command(":SESO:ILIM:MAX " + Numbers.scientific(maxCurrent * CURRENT_MARGIN));
        command(":SESO:ILIM:STAT ON");
    }

    @Override
    void set(final Setpoint setpoint) throws IOException {
        stopped = false;
        approached = Optional.empty();
        if (setpoint instanceof Setpoint.Current current && current.current() != 0) {
            regulateCurrent(current);
        } else if (setpoint instanceof Setpoint.Potential potential) {
            final double missing = potential.potential() - volts();
            if (Math.abs(missing) <= CLOSE || !approach(potential, missing > 0)) {
                hold(potential);
            }
        } else {
            switchOff();
        }
    }

    /** Whether the potential is still to be reached with the current. */
    private boolean approach(final Setpoint.Potential target, final boolean charges) throws IOException {
        final boolean reached = regulateCurrent(charges
            ? new Setpoint.Current(target.maxCurrent(), limits().minPotential(), target.potential(), target.maxTime())
            : new Setpoint.Current(-target.maxCurrent(), target.potential(), limits().maxPotential(),
                target.maxTime()));
        if (!reached) {
            approached = Optional.of(target);
            charging = charges;
        }
        return !reached;
    }

    /**
     * Raises a current in steps, and no further once the potential is at its bound: at full current a cell that is
     * nearly there would jump beyond it by the drop over its resistance.
     *
     * @return whether the bound is reached
     */
    private boolean regulateCurrent(final Setpoint.Current setpoint) throws IOException {
        final boolean charges = setpoint.current() > 0;
        switchOff();
        command(":SESO:COUP gal");
        limits(Math.max(limits().minPotential(), setpoint.minPotential()),
            Math.min(limits().maxPotential(), setpoint.maxPotential()),
            Math.min(limits().maxCurrent(), Math.abs(setpoint.current())));
        command(":SESO:IVAL " + Numbers.scientific(0));
        switchOn();
        for (int i = 1; i <= RAMP; i++) {
            command(":SESO:IVAL " + Numbers.scientific(setpoint.current() * i / RAMP));
            final double potential = volts();
            if (charges ? potential >= setpoint.maxPotential() : potential <= setpoint.minPotential()) {
                return true;
            }
        }
        return false;
    }

    private void hold(final Setpoint.Potential setpoint) throws IOException {
        approached = Optional.empty();
        switchOff();
        command(":SESO:COUP pot");
        limits(limits().minPotential(), limits().maxPotential(),
            Math.min(limits().maxCurrent(), setpoint.maxCurrent()));
        command(":SESO:UVAL " + Numbers.scientific(setpoint.potential()));
        switchOn();
    }

    private void switchOn() throws IOException {
        command(":SESO:STAT ON");
        if (isOff()) {
            throw new InstrumentException(name() + " was told to switch its output on and says that it is off.");
        }
        on = true;
    }

    @Override
    Reading measure() throws IOException {
        double potential = measuredOrStopped();
        if (approached.isPresent() && !stopped) {
            final double target = approached.get().potential();
            if (charging ? potential >= target : potential <= target) {
                hold(approached.get());
                potential = volts();
            }
        }
        final double current = value("current [A]", channel().query(":MEAS:CURR?"), MAX_CURRENT);
        final double temperature = temperature();
        stopped |= on && isOff();
        return new Reading(channel().clock().seconds(), potential, current, temperature, stopped);
    }

    /** Asked for only where it is limited: most cells have no sensor, and each question takes its time. */
    private double temperature() throws IOException {
        if (!isPrepared() || Double.isInfinite(limits().maxTemperature())) {
            return Double.NaN;
        }
        final String answer = channel().query(":MEAS:TEMP?").strip();
        return error(answer).isPresent() || NO_SENSOR.matcher(answer).matches() ? Double.NaN
            : Numbers.measured(name(), "temperature [°C]", answer, MAX_TEMPERATURE);
    }

    private double measuredOrStopped() throws IOException {
        final String answer = channel().query(":MEAS:VOLT?");
        if (error(answer).filter(number -> number == LIMIT_REACHED || number == REFUSED).isPresent()) {
            switchOff();
            stopped = true;
            return volts();
        }
        return value("potential [V]", answer, MAX_POTENTIAL);
    }

    private double volts() throws IOException {
        return value("potential [V]", channel().query(":MEAS:VOLT?"), MAX_POTENTIAL);
    }

    private double value(final String quantity, final String answer, final double largest) throws IOException {
        final Optional<Integer> error = error(answer);
        if (error.isPresent()) {
            throw new InstrumentException(name() + " has no " + quantity + ": " + words(error.get()) + ".");
        }
        return Numbers.measured(name(), quantity, answer.split(",", -1)[0], largest);
    }

    private void command(final String line) throws IOException {
        final String answer = channel().query(line).strip();
        final Optional<Integer> error = error(answer);
        if (error.isPresent()) {
            throw new InstrumentException(name() + " refused " + line + ": " + words(error.get()) + ".");
        }
        if (!answer.equalsIgnoreCase("ok")) {
            throw unexpected(line, answer, "ok");
        }
    }

    private static Optional<Integer> error(final String answer) {
        final Matcher error = ERROR.matcher(answer.strip());
        return error.matches() ? Optional.of(Integer.parseInt(error.group(1) == null ? error.group(2) : error.group(1)))
            : Optional.empty();
    }

    private static String words(final int error) {
        return "error " + error + ", " + ERRORS.getOrDefault(error, "not a known number");
    }
}
