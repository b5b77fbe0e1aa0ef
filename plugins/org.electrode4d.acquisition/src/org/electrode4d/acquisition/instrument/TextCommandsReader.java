// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.electrode4d.acquisition.instrument.TextCommands.Lines;
import org.electrode4d.acquisition.instrument.TextCommands.OutputQuestion;
import org.electrode4d.acquisition.instrument.TextCommands.Question;
import org.electrode4d.acquisition.instrument.TextCommands.Unit;
import org.electrode4d.acquisition.instrument.TextCommands.Units;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads and checks templates. */
final class TextCommandsReader {

    private static final String FORMAT = "electrode4d-text-instrument-1";
    private static final String NONE = "none";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)\\}");
    private static final List<String> LINE_ENDS = List.of("LF", "CR", "CRLF");
    private static final List<String> VOLTS = List.of("V", "mV", "uV");
    private static final List<String> AMPERES = List.of("A", "mA", "uA", "nA");
    private static final List<String> SECONDS = List.of("s", "min", "ms");
    private static final double[] SECOND_SIZES = {1, 60, 1e-3};

    /** Placeholders that a group of commands may have. */
    private static final Map<String, Set<String>> PLACEHOLDERS = Map.of(
        "prepare", Set.of("current", "minPotential", "maxPotential", "maxCurrent", "maxTime"),
        "current", Set.of("current", "minPotential", "maxPotential", "maxCurrent", "maxTime"),
        "potential", Set.of("potential", "minPotential", "maxPotential", "maxCurrent", "maxTime"),
        "on", Set.of(), "off", Set.of());

    private TextCommandsReader() {
    }

    static TextCommands read(final String file, final String text) throws IOException {
        final TemplateFields fields = TemplateFields.of(file, yaml(file, text));
        final String format = fields.text("format");
        if (!format.isEmpty() && !format.equals(FORMAT)) {
            throw fields.wrong("format", format, FORMAT);
        }
        final String name = fields.text("name");
        fields.text("source");
        final TemplateFields abilities = fields.section("range");
        final InstrumentRange range = range(abilities);
        final boolean changesWhileOn = abilities.flag("changesWhileOn");
        abilities.refuseOthers();
        final Lines lines = lines(fields.section("lines"));
        final Units units = units(fields.section("units"));
        final Map<String, List<String>> commands = commands(fields.section("commands"), range.constantCurrent());
        final TemplateFields questions = fields.section("questions");
        final Question identity = question(questions.section("identity"));
        final OutputQuestion output = output(questions.section("output"));
        final List<Question> readings = readings(questions);
        questions.refuseOthers();
        fields.refuseOthers();
        fields.refuseEmpty();
        return new TextCommands(name, range, changesWhileOn, lines, units, commands, identity, output, readings);
    }

    private static Object yaml(final String file, final String text) throws IOException {
        try {
            return new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new IOException("The template " + file + " is no YAML: " + e.getMessage(), e);
        }
    }

    private static InstrumentRange range(final TemplateFields fields) throws IOException {
        return new InstrumentRange(fields.number("minPotential"), fields.number("maxPotential"),
            fields.number("maxCurrent"), fields.number("minSamplingPeriod"), 0, fields.flag("constantCurrent"),
            fields.flag("holdsLimits"), fields.flag("endsByItself"));
    }

    private static Lines lines(final TemplateFields fields) throws IOException {
        final Lines lines = new Lines(lineEnd(fields, "sentEnd"), lineEnd(fields, "receivedEnd"), fields.flag("echo"),
            optional(fields, "acknowledgement"), optional(fields, "error"));
        fields.refuseOthers();
        return lines;
    }

    private static LineEnd lineEnd(final TemplateFields fields, final String name) throws IOException {
        return LineEnd.valueOf(LINE_ENDS.get(fields.choice(name, LINE_ENDS)));
    }

    private static Optional<Pattern> optional(final TemplateFields fields, final String name) throws IOException {
        final Pattern pattern = fields.pattern(name);
        return pattern.pattern().equals(NONE) ? Optional.empty() : Optional.of(pattern);
    }

    private static Units units(final TemplateFields fields) throws IOException {
        final TemplateFields potential = fields.section("potential");
        final Unit volts = new Unit(Math.pow(1000, -potential.choice("unit", VOLTS)), decimals(potential));
        final TemplateFields current = fields.section("current");
        final double sign = current.number("sign");
        if (Math.abs(sign) != 1 && sign != 0) {
            throw current.wrong(current.path() + "sign", sign, "1 or -1");
        }
        final Unit amperes = new Unit(sign * Math.pow(1000, -current.choice("unit", AMPERES)), decimals(current));
        final TemplateFields time = fields.section("time");
        final Unit seconds = new Unit(SECOND_SIZES[time.choice("unit", SECONDS)], decimals(time));
        potential.refuseOthers();
        current.refuseOthers();
        time.refuseOthers();
        fields.refuseOthers();
        return new Units(volts, amperes, seconds);
    }

    private static int decimals(final TemplateFields fields) throws IOException {
        final double decimals = fields.number("decimals");
        if (decimals != Math.rint(decimals) || decimals < 0 || decimals > 15) {
            throw fields.wrong(fields.path() + "decimals", decimals, "a whole number from 0 to 15");
        }
        return (int)decimals;
    }

    private static Map<String, List<String>> commands(final TemplateFields fields, final boolean constantCurrent)
        throws IOException {
        final Map<String, List<String>> commands = new HashMap<>();
        for (final String group : List.of("prepare", "current", "potential", "on", "off")) {
            final List<String> lines = fields.texts(group);
            for (final String line : lines) {
                final Matcher placeholder = PLACEHOLDER.matcher(line);
                while (placeholder.find()) {
                    if (!PLACEHOLDERS.get(group).contains(placeholder.group(1))) {
                        throw fields.wrong(fields.path() + group, line, "no placeholder but "
                            + String.join(", ", PLACEHOLDERS.get(group).stream().sorted().toList()));
                    }
                }
            }
            commands.put(group, lines);
        }
        must(fields, commands, "potential", "{potential}");
        if (commands.get("off").isEmpty()) {
            fields.mustHave("off");
        }
        if (constantCurrent) {
            must(fields, commands, "current", "{current}");
        }
        fields.refuseOthers();
        return commands;
    }

    /** An output that is switched on without its set point would do anything. */
    private static void must(final TemplateFields fields, final Map<String, List<String>> commands, final String group,
        final String placeholder) throws IOException {
        final String all = String.join(" ", commands.get(group));
        if (!all.isEmpty() && !all.contains(placeholder)) {
            throw fields.wrong(fields.path() + group, all, "a command with " + placeholder);
        }
    }

    private static Question question(final TemplateFields fields, final String... groups) throws IOException {
        final Question question = new Question(fields.text("ask"), fields.pattern("answer", groups));
        fields.refuseOthers();
        return question;
    }

    private static OutputQuestion output(final TemplateFields fields) throws IOException {
        final OutputQuestion output = new OutputQuestion(fields.text("ask"), fields.pattern("on"),
            fields.pattern("off"));
        fields.refuseOthers();
        return output;
    }

    private static List<Question> readings(final TemplateFields questions) throws IOException {
        final List<Question> readings = new ArrayList<>();
        for (final TemplateFields fields : questions.sections("reading")) {
            readings.add(question(fields));
        }
        final String all = String.join(" ", readings.stream().map(question -> question.answer().pattern()).toList());
        for (final String group : List.of("(?<potential>", "(?<current>")) {
            if (!readings.isEmpty() && !all.isEmpty() && !all.contains(group)) {
                throw questions.wrong(questions.path() + "reading", all, "an answer with " + group + "...)");
            }
        }
        return readings;
    }
}
