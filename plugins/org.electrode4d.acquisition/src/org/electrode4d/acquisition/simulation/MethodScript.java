// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A MethodSCRIPT, checked: its commands, and where each block of them ends. */
final class MethodScript {

    /**
     * A command.
     *
     * @param line of the script, 1 for the first
     * @param words name, then arguments
     * @param columns of the words, 1 for the first character
     */
    record Command(int line, List<String> words, List<Integer> columns) {

        String name() {
            return words.get(0);
        }

        String argument(final int index) {
            return words.get(index + 1);
        }

        ScriptException error(final int code, final int word) {
            return new ScriptException(code, line, columns.get(Math.min(word, columns.size() - 1)));
        }
    }

    static final String ON_FINISHED = "on_finished:";

    private static final Map<String, Integer> ARGUMENTS = Map.ofEntries(Map.entry("var", 1), Map.entry("store_var", 3),
        Map.entry("copy_var", 2), Map.entry("add_var", 2), Map.entry("sub_var", 2), Map.entry("mul_var", 2),
        Map.entry("div_var", 2), Map.entry("set_pgstat_chan", 1), Map.entry("set_pgstat_mode", 1),
        Map.entry("set_max_bandwidth", 1), Map.entry("set_range", 2), Map.entry("set_autoranging", 3),
        Map.entry("set_range_minmax", 3), Map.entry("set_e", 1), Map.entry("set_i", 1), Map.entry("cell_on", 0),
        Map.entry("cell_off", 0), Map.entry("wait", 1), Map.entry("meas", 3), Map.entry("meas_loop_ca", 5),
        Map.entry("meas_loop_cp", 5), Map.entry("meas_loop_ocp", 3), Map.entry("loop", 3), Map.entry("endloop", 0),
        Map.entry("breakloop", 0), Map.entry("if", 3), Map.entry("elseif", 3), Map.entry("else", 0),
        Map.entry("endif", 0), Map.entry("pck_start", 0), Map.entry("pck_add", 1), Map.entry("pck_end", 0),
        Map.entry("timer_start", 0), Map.entry("timer_get", 1), Map.entry("send_string", 1), Map.entry("abort", 0),
        Map.entry(ON_FINISHED, 0));
    private static final Set<String> LOOPS = Set.of("loop", "meas_loop_ca", "meas_loop_cp", "meas_loop_ocp");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[^\\s\"]+");

    private final List<Command> commands = new ArrayList<>();
    private final int[] next;
    private final int finished;

    /** @throws ScriptException at the first thing that is wrong */
    MethodScript(final List<String> lines) throws ScriptException {
        for (int n = 0; n < lines.size(); n++) {
            parse(lines.get(n), n + 1);
        }
        next = new int[commands.size()];
        finished = link();
    }

    private void parse(final String line, final int number) throws ScriptException {
        final List<String> words = new ArrayList<>();
        final List<Integer> columns = new ArrayList<>();
        final Matcher matcher = WORD.matcher(line);
        while (matcher.find() && !matcher.group().startsWith("#")) {
            words.add(matcher.group());
            columns.add(matcher.start() + 1);
        }
        if (words.isEmpty()) {
            return;
        }
        final Command command = new Command(number, List.copyOf(words), List.copyOf(columns));
        final Integer wanted = ARGUMENTS.get(command.name());
        if (wanted == null) {
            throw command.error(ScriptException.UNKNOWN_COMMAND, 0);
        }
        if (words.size() != wanted + 1) {
            throw command.error(ScriptException.WRONG_ARGUMENTS, Math.min(words.size() - 1, wanted + 1));
        }
        commands.add(command);
    }

    private int link() throws ScriptException {
        final Deque<Integer> open = new ArrayDeque<>();
        int label = commands.size();
        for (int n = 0; n < commands.size(); n++) {
            final Command command = commands.get(n);
            final String name = command.name();
            if (isLoop(name) || name.equals("if")) {
                open.push(n);
            } else if (name.equals("endloop")) {
                close(open, n, true);
            } else if (name.equals("else") || name.equals("elseif")) {
                close(open, n, false);
                open.push(n);
            } else if (name.equals("endif")) {
                close(open, n, false);
            } else if (name.equals(ON_FINISHED)) {
                if (!open.isEmpty()) {
                    throw command.error(ScriptException.NOT_ALLOWED_HERE, 0);
                }
                label = n;
            }
        }
        if (!open.isEmpty()) {
            throw commands.get(open.peek()).error(ScriptException.SYNTAX, 0);
        }
        return label;
    }

    private void close(final Deque<Integer> open, final int at, final boolean loop) throws ScriptException {
        if (open.isEmpty() || isLoop(commands.get(open.peek()).name()) != loop) {
            throw commands.get(at).error(ScriptException.SYNTAX, 0);
        }
        final int start = open.pop();
        next[start] = at;
        if (loop) {
            next[at] = start;
        }
    }

    static boolean isLoop(final String name) {
        return LOOPS.contains(name);
    }

    int size() {
        return commands.size();
    }

    Command command(final int index) {
        return commands.get(index);
    }

    /** Of a loop its end, of the end of a loop its start, of a branch the next branch or the end of all. */
    int next(final int index) {
        return next[index];
    }

    /** Where the label of the end is; behind the last command if there is none. */
    int finished() {
        return finished;
    }
}
