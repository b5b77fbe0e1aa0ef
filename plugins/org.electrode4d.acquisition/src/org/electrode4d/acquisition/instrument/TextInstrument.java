// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.instrument.TextCommands.Question;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.Transcript;

/**
 * An instrument whose language comes from a template. The bounds of the potential that it is told lie 0.5 mV beyond
 * those of the set point, so that a reading can reach them. Open circuit is the output switched off; so the instrument
 * must measure with its output off. Whether bounds and times are held by the instrument is what the template says: it
 * is not checked.
 *
 * <p>Shown with the example template and a simulated instrument only. The template of the OrigaFlex OGF500 has no
 * values.</p>
 */
final class TextInstrument extends AskedInstrument {

    private static final double ABSOLUTE_ZERO = -273.15;
    private static final double HOTTEST = 1000;
    private static final double OVER_RANGE = 1.1;

    private final TextCommands commands;
    private boolean on;
    private boolean stopped;

    TextInstrument(final TextCommands commands, final Link link, final Clock clock, final Transcript transcript,
        final double answerTime) {
        super(commands.name(), new LineChannel(link, clock, transcript, commands.lines().sentEnd(),
            commands.lines().receivedEnd()), within(commands.range(), answerTime));
        this.commands = commands;
    }

    private static InstrumentRange within(final InstrumentRange range, final double answerTime) {
        return new InstrumentRange(range.minPotential(), range.maxPotential(), range.maxCurrent(),
            range.minSamplingPeriod(), answerTime, range.constantCurrent(), range.holdsLimits(), range.endsByItself());
    }

    @Override
    String identityQuestion() {
        return commands.identity().ask();
    }

    @Override
    Optional<Identity> identity(final String answer) {
        final Matcher matcher = commands.identity().answer().matcher(answer.strip());
        return matcher.matches() ? Optional.of(new Identity(group(matcher, "manufacturer").orElse(""),
            group(matcher, "model").orElse(commands.name()), group(matcher, "serialNumber").orElse(""),
            group(matcher, "firmware").orElse(""))) : Optional.empty();
    }

    private static Optional<String> group(final Matcher matcher, final String name) {
        return matcher.pattern().pattern().contains("(?<" + name + ">") ? Optional.ofNullable(matcher.group(name))
            : Optional.empty();
    }

    @Override
    void sendOff() throws IOException {
        on = false;
        final List<String> off = commands.commands().get("off");
        // spoils what a program that died has left half sent: a line end alone would make a command of it
        channel().send(off.get(0));
        channel().send(off);
    }

    @Override
    void switchOff() throws IOException {
        on = false;
        stopped = false;
        run("off", Map.of());
    }

    @Override
    boolean isOff() throws IOException {
        final String answer = ask(commands.output().ask());
        final boolean off = commands.output().off().matcher(answer).matches();
        if (off == commands.output().on().matcher(answer).matches()) {
            throw unexpected(commands.output().ask(), answer,
                commands.output().on() + " or " + commands.output().off());
        }
        return off;
    }

    @Override
    void arrange(final SafetyLimits limits) throws IOException {
        final Map<String, String> values = bounds(limits.minPotential(), limits.maxPotential(), limits.maxCurrent(),
            limits.maxTime());
        values.put("current", commands.units().current().format(0));
        run("prepare", values);
    }

    @Override
    void set(final Setpoint setpoint) throws IOException {
        stopped = false;
        if (setpoint instanceof Setpoint.Current current && current.current() != 0) {
            final Map<String, String> values = bounds(current.minPotential(), current.maxPotential(),
                Math.abs(current.current()), current.maxTime());
            values.put("current", commands.units().current().format(current.current()));
            regulate("current", values);
        } else if (setpoint instanceof Setpoint.Potential potential) {
            final Map<String, String> values = bounds(limits().minPotential(), limits().maxPotential(),
                potential.maxCurrent(), potential.maxTime());
            values.put("potential", commands.units().potential().format(potential.potential()));
            regulate("potential", values);
        } else {
            switchOff();
        }
    }

    private Map<String, String> bounds(final double minPotential, final double maxPotential, final double maxCurrent,
        final double maxTime) {
        final Map<String, String> values = new HashMap<>();
        values.put("minPotential", commands.units().potential().format(minPotential - MARGIN));
        values.put("maxPotential", commands.units().potential().format(maxPotential + MARGIN));
        // a bound has no sign, whichever sign charges
        values.put("maxCurrent", commands.units().current().format(maxCurrent).replaceFirst("^-", ""));
        values.put("maxTime", commands.units().time().format(maxTime));
        return values;
    }

    private void regulate(final String group, final Map<String, String> values) throws IOException {
        if (!commands.changesWhileOn() || !on) {
            switchOff();
        }
        run(group, values);
        if (!on) {
            run("on", Map.of());
        }
        if (isOff()) {
            throw new InstrumentException(name() + " was told to switch its output on and says that it is off.");
        }
        on = true;
    }

    private void run(final String group, final Map<String, String> values) throws IOException {
        for (final String template : commands.commands().get(group)) {
            String line = template;
            for (final Map.Entry<String, String> value : values.entrySet()) {
                line = line.replace("{" + value.getKey() + "}", value.getValue());
            }
            command(line);
        }
    }

    private void command(final String line) throws IOException {
        if (commands.lines().acknowledgement().isEmpty() && !commands.lines().echo()) {
            channel().send(line);
            return;
        }
        String answer = channel().query(line).strip();
        if (commands.lines().echo()) {
            checkEcho(line, answer);
            if (commands.lines().acknowledgement().isEmpty()) {
                return;
            }
            answer = channel().readLine().strip();
        }
        refuseError(line, answer);
        if (!commands.lines().acknowledgement().orElseThrow().matcher(answer).matches()) {
            throw unexpected(line, answer, commands.lines().acknowledgement().orElseThrow().pattern());
        }
    }

    private String ask(final String question) throws IOException {
        String answer = channel().query(question).strip();
        if (commands.lines().echo()) {
            checkEcho(question, answer);
            answer = channel().readLine().strip();
        }
        refuseError(question, answer);
        return answer;
    }

    private void checkEcho(final String line, final String echo) throws IOException {
        if (!echo.equals(line.strip())) {
            throw unexpected(line, echo, "its echo");
        }
    }

    private void refuseError(final String line, final String answer) throws IOException {
        if (commands.lines().error().filter(error -> error.matcher(answer).matches()).isPresent()) {
            throw new InstrumentException(name() + " answered " + LineChannel.quoted(answer) + " to " + line + ".");
        }
    }

    @Override
    Reading measure() throws IOException {
        final Map<String, String> values = new HashMap<>();
        for (final Question question : commands.readings()) {
            final String answer = ask(question.ask());
            final Matcher matcher = question.answer().matcher(answer);
            if (!matcher.matches()) {
                throw unexpected(question.ask(), answer, question.answer().pattern());
            }
            for (final String quantity : List.of("potential", "current", "temperature")) {
                group(matcher, quantity).ifPresent(value -> values.put(quantity, value));
            }
        }
        stopped |= on && isOff();
        final double potential = number(values, "potential", commands.units().potential().size(),
            OVER_RANGE * Math.max(Math.abs(range().minPotential()), Math.abs(range().maxPotential())));
        final double current = number(values, "current", commands.units().current().size(),
            OVER_RANGE * range().maxCurrent());
        final double temperature = values.containsKey("temperature")
            ? number(values, "temperature", 1, HOTTEST) : Double.NaN;
        if (temperature < ABSOLUTE_ZERO) {
            throw new InvalidReadingException(name() + " sent a temperature of " + temperature + " °C.");
        }
        return new Reading(channel().clock().seconds(), potential, current, temperature, stopped);
    }

    private double number(final Map<String, String> values, final String quantity, final double size,
        final double largest) throws InvalidReadingException {
        if (!values.containsKey(quantity)) {
            throw new InvalidReadingException(name() + " sent no " + quantity + ".");
        }
        return Numbers.measured(name(), quantity, values.get(quantity), largest / Math.abs(size)) * size;
    }
}
