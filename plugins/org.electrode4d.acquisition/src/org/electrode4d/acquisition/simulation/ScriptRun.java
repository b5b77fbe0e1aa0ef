// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;

import org.electrode4d.acquisition.simulation.MethodScript.Command;

/**
 * A MethodSCRIPT that is being run, up to a command that takes time; then it waits to be called again at
 * {@link #resumeAt()}. The cell stays as it is when a script ends: {@code cell_off} must be said.
 */
final class ScriptRun {

    private static final double SHORTEST_PASS = 1e-3;
    private static final Map<String, String> LOOP_CODES = Map.of("meas_loop_ca", "M0007", "meas_loop_cp", "M0009",
        "meas_loop_ocp", "M0005", "loop", "L");

    /** A loop that has begun; {@code passes} are left of a measurement loop. */
    private static final class Loop {
        final int start;
        long passes;
        double interval;

        Loop(final int start) {
            this.start = start;
        }

        boolean measures() {
            return interval > 0;
        }
    }

    private final MethodScript script;
    private final ScriptCell cell;
    private final Consumer<String> sink;
    private final Map<String, ScriptValue> variables = new HashMap<>();
    private final Deque<Loop> loops = new ArrayDeque<>();
    private StringJoiner packet;
    private int position;
    private double time;
    private double timerStart;
    private Command due;
    private boolean finishing;
    private boolean ended;

    ScriptRun(final MethodScript script, final ScriptCell cell, final Consumer<String> sink) {
        this.script = script;
        this.cell = cell;
        this.sink = sink;
        this.time = cell.now();
        this.timerStart = time;
    }

    /** When it goes on; infinite if it has ended. */
    double resumeAt() {
        return ended ? Double.POSITIVE_INFINITY : time;
    }

    /** Goes on; the time is that of {@link #resumeAt()}. */
    void resume() {
        final double started = time;
        while (!ended && time == started) {
            try {
                final Command measured = due;
                due = null;
                if (measured != null) {
                    measure(measured);
                }
                step();
            } catch (final ScriptException e) {
                sink.accept("!" + e.getMessage());
                finish();
            }
        }
    }

    /** Leaves all loops and goes to the label of the end; does nothing if it is there already. */
    void abort() {
        if (finishing) {
            return;
        }
        time = cell.now();
        finish();
        resume();
    }

    private void finish() {
        due = null;
        while (!loops.isEmpty()) {
            endLoop();
        }
        position = finishing ? script.size() : script.finished();
        finishing = true;
    }

    private void step() throws ScriptException {
        if (position >= script.size()) {
            ended = true;
            sink.accept("");
            return;
        }
        final Command command = script.command(position);
        final int at = position++;
        switch (command.name()) {
            case MethodScript.ON_FINISHED -> finishing = true;
            case "var" -> variables.put(command.argument(0), new ScriptValue(0, "ja", false));
            case "store_var" -> assign(command, 0, value(command, 1).ofType(command.argument(2)));
            case "copy_var" -> assign(command, 1, value(command, 0));
            case "add_var", "sub_var", "mul_var", "div_var" -> compute(command);
            case "wait" -> time += positive(command, 0);
            case "meas" -> beginMeasurement(command);
            case "meas_loop_ca", "meas_loop_cp", "meas_loop_ocp" -> beginMeasurements(command, at);
            case "loop" -> beginLoop(command, at);
            case "endloop" -> nextPass(at);
            case "breakloop" -> leave(command);
            case "if" -> choose(command, at);
            case "elseif", "else" -> skipBranches(at);
            case "endif" -> { }
            case "pck_start" -> packet = new StringJoiner(";", "P", "");
            case "pck_add" -> pack(command);
            case "pck_end" -> send(command);
            case "timer_start" -> timerStart = time;
            case "timer_get" -> assign(command, 0, time - timerStart, "eb");
            case "send_string" -> sink.accept("T" + command.argument(0).replace("\"", ""));
            case "abort" -> finish();
            default -> cell.run(command, this::value);
        }
    }

    /** What an argument of a command is worth. */
    interface Arguments {
        ScriptValue value(Command command, int argument) throws ScriptException;
    }

    private ScriptValue value(final Command command, final int argument) throws ScriptException {
        final ScriptValue literal = ScriptValue.parse(command.argument(argument));
        final ScriptValue found = literal != null ? literal : variables.get(command.argument(argument));
        if (found == null) {
            throw command.error(ScriptException.UNKNOWN_VARIABLE, argument + 1);
        }
        return found;
    }

    private double positive(final Command command, final int argument) throws ScriptException {
        final double number = value(command, argument).number();
        if (!(number > 0)) {
            throw command.error(ScriptException.OUT_OF_RANGE, argument + 1);
        }
        return number;
    }

    private void assign(final Command command, final int argument, final double number, final String type)
        throws ScriptException {
        assign(command, argument, new ScriptValue(number, type, false));
    }

    private void assign(final Command command, final int argument, final ScriptValue value) throws ScriptException {
        final String name = command.argument(argument);
        if (!variables.containsKey(name)) {
            throw command.error(ScriptException.UNKNOWN_VARIABLE, argument + 1);
        }
        variables.put(name, value);
    }

    private void compute(final Command command) throws ScriptException {
        final ScriptValue left = value(command, 0);
        final double right = value(command, 1).number();
        final double result = switch (command.name()) {
            case "add_var" -> left.number() + right;
            case "sub_var" -> left.number() - right;
            case "mul_var" -> left.number() * right;
            default -> left.number() / right;
        };
        assign(command, 0, new ScriptValue(result, left.type(), left.integer()));
    }

    private void beginMeasurement(final Command command) throws ScriptException {
        value(command, 1);
        time += positive(command, 0);
        due = command;
    }

    private void beginMeasurements(final Command command, final int at) throws ScriptException {
        final int parameters = command.words().size() - 1;
        final Loop loop = new Loop(at);
        loop.interval = positive(command, parameters - 2);
        loop.passes = Math.max(1, Math.round(positive(command, parameters - 1) / loop.interval));
        value(command, 0);
        cell.beginLoop(command, this::value);
        loops.push(loop);
        sink.accept(LOOP_CODES.get(command.name()));
        time += loop.interval;
        due = command;
    }

    private void measure(final Command command) throws ScriptException {
        switch (command.name()) {
            // a real one averages over its time, here the end of it is taken
            case "meas" -> assign(command, 1, cell.measure(command, command.argument(2)), command.argument(2));
            case "meas_loop_ca" -> {
                assign(command, 0, cell.measure(command, "da"), "da");
                assign(command, 1, cell.measure(command, "ba"), "ba");
            }
            case "meas_loop_cp" -> {
                assign(command, 0, cell.measure(command, "ab"), "ab");
                assign(command, 1, cell.measure(command, "db"), "db");
            }
            default -> assign(command, 0, cell.measure(command, "ab"), "ab");
        }
    }

    private void beginLoop(final Command command, final int at) throws ScriptException {
        if (loops.isEmpty() || loops.peek().start != at) {
            loops.push(new Loop(at));
            sink.accept(LOOP_CODES.get(command.name()));
        }
        if (!holds(command)) {
            position = script.next(at) + 1;
            endLoop();
        }
    }

    private void nextPass(final int at) {
        final Loop loop = loops.peek();
        if (!loop.measures()) {
            position = loop.start;
            time += SHORTEST_PASS;
        } else if (--loop.passes > 0) {
            position = loop.start + 1;
            time += loop.interval;
            due = script.command(loop.start);
        } else {
            endLoop();
        }
    }

    private void endLoop() {
        sink.accept(loops.pop().measures() ? "*" : "+");
    }

    private void leave(final Command command) throws ScriptException {
        if (loops.isEmpty()) {
            throw command.error(ScriptException.NOT_ALLOWED_HERE, 0);
        }
        position = script.next(loops.peek().start) + 1;
        endLoop();
    }

    private void choose(final Command command, final int at) throws ScriptException {
        if (holds(command)) {
            return;
        }
        int branch = script.next(at);
        while (script.command(branch).name().equals("elseif") && !holds(script.command(branch))) {
            branch = script.next(branch);
        }
        position = branch + 1;
    }

    private void skipBranches(final int at) {
        int branch = at;
        while (!script.command(branch).name().equals("endif")) {
            branch = script.next(branch);
        }
        position = branch;
    }

    private boolean holds(final Command command) throws ScriptException {
        final double left = value(command, 0).number();
        final double right = value(command, 2).number();
        return switch (command.argument(1)) {
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">" -> left > right;
            case ">=" -> left >= right;
            case "==" -> left == right;
            case "!=" -> left != right;
            default -> throw command.error(ScriptException.WRONG_ARGUMENTS, 2);
        };
    }

    private void pack(final Command command) throws ScriptException {
        if (packet == null) {
            throw command.error(ScriptException.NOT_ALLOWED_HERE, 0);
        }
        final ScriptValue value = value(command, 0);
        packet.add(value.encode() + cell.status(value.type()));
    }

    private void send(final Command command) throws ScriptException {
        if (packet == null) {
            throw command.error(ScriptException.NOT_ALLOWED_HERE, 0);
        }
        sink.accept(packet.toString());
        packet = null;
    }
}
