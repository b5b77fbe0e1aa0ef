// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The commands of an instrument in the grammar of SCPI: short and long forms in any case, a leading colon, commands
 * joined by semicolons of which the later ones continue the path of the one before, arguments after a blank.
 */
final class ScpiCommands {

    /** What a command does; its answer, or empty for a command without one. */
    interface Handler {
        Optional<String> run(List<String> arguments) throws CommandException;
    }

    private final Map<Pattern, Handler> handlers = new LinkedHashMap<>();
    private final Map<String, Optional<Handler>> found = new HashMap<>();

    /**
     * Adds a command.
     *
     * @param header as manuals write it: {@code SOURce:VOLTage[:LEVel]}; the capitals are the short form
     */
    void add(final String header, final Handler handler) {
        final StringBuilder regex = new StringBuilder();
        for (final String word : header.split("(?=[:\\[\\]?])|(?<=[:\\[\\]])")) {
            regex.append(switch (word) {
                case "[" -> "(?:";
                case "]" -> ")?";
                case ":" -> ":";
                case "?" -> "\\?";
                default -> word(word);
            });
        }
        handlers.put(Pattern.compile(regex.toString()), handler);
    }

    private static String word(final String word) {
        final boolean query = word.endsWith("?");
        final String plain = query ? word.substring(0, word.length() - 1) : word;
        final String upper = plain.toUpperCase(Locale.ROOT);
        final String shortForm = plain.replaceAll("[a-z]", "");
        final String rest = upper.substring(shortForm.length());
        return Pattern.quote(shortForm) + (rest.isEmpty() ? "" : "(?:" + rest + ")?") + "1?" + (query ? "\\?" : "");
    }

    /** Adds a command without an answer. */
    void set(final String header, final Setter setter) {
        add(header, arguments -> {
            setter.run(arguments);
            return Optional.empty();
        });
    }

    /** What a command without an answer does. */
    interface Setter {
        void run(List<String> arguments) throws CommandException;
    }

    /** Runs a line of commands; answers of several queries are joined by semicolons. */
    String run(final String line) throws CommandException {
        final List<String> answers = new ArrayList<>();
        String path = "";
        for (final String part : split(line, ';')) {
            final String command = part.strip();
            if (command.isEmpty()) {
                continue;
            }
            final int blank = command.indexOf(' ');
            final String written = (blank < 0 ? command : command.substring(0, blank)).toUpperCase(Locale.ROOT);
            final String header = written.startsWith("*") ? written
                : written.startsWith(":") ? written.substring(1) : path + written;
            if (!written.startsWith("*")) {
                path = header.substring(0, header.lastIndexOf(':') + 1);
            }
            final String arguments = blank < 0 ? "" : command.substring(blank).strip();
            handler(header).run(arguments.isEmpty() ? List.of() : split(arguments, ',')).ifPresent(answers::add);
        }
        return String.join(";", answers);
    }

    private Handler handler(final String header) throws CommandException {
        return found.computeIfAbsent(header, name -> handlers.entrySet().stream()
            .filter(entry -> entry.getKey().matcher(name).matches()).map(Map.Entry::getValue).findFirst())
            .orElseThrow(() -> new CommandException(-113, "Undefined header"));
    }

    private static List<String> split(final String text, final char separator) {
        final List<String> parts = new ArrayList<>();
        final StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (final char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** The only argument, as a number. */
    static double number(final List<String> arguments) throws CommandException {
        final String text = word(arguments);
        try {
            final double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (final NumberFormatException e) {
            throw (CommandException)new CommandException(-104, "Data type error").initCause(e);
        }
        throw new CommandException(-222, "Parameter data out of range");
    }

    /** The only argument, as a number within bounds. */
    static double number(final List<String> arguments, final double min, final double max) throws CommandException {
        final double value = number(arguments);
        if (value < min || value > max) {
            throw new CommandException(-222, "Parameter data out of range");
        }
        return value;
    }

    /** The only argument, as ON or OFF. */
    static boolean flag(final List<String> arguments) throws CommandException {
        return switch (word(arguments)) {
            case "ON", "1" -> true;
            case "OFF", "0" -> false;
            default -> throw new CommandException(-141, "Invalid character data");
        };
    }

    /** The only argument, in capitals and without quotation marks. */
    static String word(final List<String> arguments) throws CommandException {
        if (arguments.isEmpty()) {
            throw new CommandException(-109, "Missing parameter");
        }
        if (arguments.size() > 1) {
            throw new CommandException(-108, "Parameter not allowed");
        }
        return arguments.get(0).replace("\"", "").toUpperCase(Locale.ROOT);
    }
}
