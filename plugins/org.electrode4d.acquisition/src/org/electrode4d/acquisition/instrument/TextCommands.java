// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The language of an instrument that takes lines of text, from a template file. What the fields mean is written in
 * {@code example-instrument.yaml}; the table is in docs/acquisition.md.
 *
 * @param name of the instrument, for messages
 * @param range what it can do; its answer time is not known here and 0
 * @param changesWhileOn whether a set point can replace another one without switching off
 * @param lines how lines look
 * @param units of numbers
 * @param commands by name: prepare, current, potential, on, off
 * @param identity its answer looks like no other answer
 * @param output whether it is on or off
 * @param readings that together give potential and current
 */
public record TextCommands(String name, InstrumentRange range, boolean changesWhileOn, Lines lines, Units units,
    Map<String, List<String>> commands, Question identity, OutputQuestion output, List<Question> readings) {

    /** Copies. */
    public TextCommands {
        commands = Map.copyOf(commands);
        readings = List.copyOf(readings);
    }

    /**
     * How lines look.
     *
     * @param sentEnd what ends a command
     * @param receivedEnd what ends an answer
     * @param echo whether a command is repeated before its answer
     * @param acknowledgement of a command that worked; empty if there is none
     * @param error an answer that is an error; empty if there is no such answer
     */
    public record Lines(LineEnd sentEnd, LineEnd receivedEnd, boolean echo, Optional<Pattern> acknowledgement,
        Optional<Pattern> error) {
    }

    /**
     * Units of numbers.
     *
     * @param potential of potentials
     * @param current of currents; its size is negative where a positive current discharges
     * @param time of times
     */
    public record Units(Unit potential, Unit current, Unit time) {
    }

    /**
     * A unit.
     *
     * @param size in SI units
     * @param decimals after the point of numbers that are sent
     */
    public record Unit(double size, int decimals) {

        /** A value in SI units as it is sent. */
        public String format(final double value) {
            return String.format(Locale.ROOT, "%." + decimals + "f", value / size);
        }
    }

    /** A question, and the whole line that answers it. */
    public record Question(String ask, Pattern answer) {
    }

    /** The question whether the output is on, and its two answers. */
    public record OutputQuestion(String ask, Pattern on, Pattern off) {
    }

    /**
     * Reads a template.
     *
     * @throws IOException if it is not there, or is not complete and right: with the field
     */
    public static TextCommands load(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("The template " + file + " of the text instrument is no file. Choose one; a complete "
                + "example is in docs/acquisition.md.");
        }
        return TextCommandsReader.read(file.toString(), Files.readString(file));
    }

    /** The example that the simulated text instrument speaks. */
    public static TextCommands example() throws IOException {
        return TextCommandsReader.read("example-instrument.yaml", shipped("example-instrument.yaml"));
    }

    /**
     * The text of a template that is shipped.
     *
     * @param name {@code example-instrument.yaml}, or {@code origaflex-ogf500.yaml}, whose fields are empty because the
     *            command set of that instrument is not public
     */
    public static String shipped(final String name) throws IOException {
        try (InputStream in = TextCommands.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("There is no template " + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
