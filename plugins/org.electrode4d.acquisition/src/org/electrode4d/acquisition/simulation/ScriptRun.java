// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
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
    private final ScriptVariables variables = new ScriptVariables();
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
            case "var" -> variables.declare(command);
            case "store_var" -> variables.assign(command, 0, variables.value(command, 1).ofType(command.argument(2)));
            case "copy_var" -> variables.assign(command, 1, variables.value(command, 0));
            case "add_var", "sub_var", "mul_var", "div_var" -> variables.compute(command);
            case "wait" -> time += variables.positive(command, 0);
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
            case "timer_get" -> variables.assign(command, 0, time - timerStart, "eb");
            case "send_string" -> sink.accept("T" + command.argument(0).replace("\"", ""));
            case "abort" -> finish();
            default -> cell.run(command, variables);
        }
    }

    private void beginMeasurement(final Command command) throws ScriptException {
        variables.value(command, 1);
        time += variables.positive(command, 0);
        due = command;
    }

    private void beginMeasurements(final Command command, final int at) throws ScriptException {
        final int parameters = command.words().size() - 1;
        final Loop loop = new Loop(at);
        loop.interval = variables.positive(command, parameters - 2);
        loop.passes = Math.max(1, Math.round(variables.positive(command, parameters - 1) / loop.interval));
        variables.value(command, 0);
        cell.beginLoop(command, variables);
        loops.push(loop);
        sink.accept(LOOP_CODES.get(command.name()));
        time += loop.interval;
        due = command;
    }

    private void measure(final Command command) throws ScriptException {
        switch (command.name()) {
            // a real one averages over its time, here the end of it is taken
            case "meas" -> {
                final String type = command.argument(2);
                variables.assign(command, 1, cell.measure(command, type), type);
            }
            case "meas_loop_ca" -> {
                variables.assign(command, 0, cell.measure(command, "da"), "da");
                variables.assign(command, 1, cell.measure(command, "ba"), "ba");
            }
            case "meas_loop_cp" -> {
                variables.assign(command, 0, cell.measure(command, "ab"), "ab");
                variables.assign(command, 1, cell.measure(command, "db"), "db");
            }
            default -> variables.assign(command, 0, cell.measure(command, "ab"), "ab");
        }
    }

    private void beginLoop(final Command command, final int at) throws ScriptException {
        if (loops.isEmpty() || loops.peek().start != at) {
            loops.push(new Loop(at));
            sink.accept(LOOP_CODES.get(command.name()));
        }
        if (!variables.holds(command)) {
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
        if (variables.holds(command)) {
            return;
        }
        int branch = script.next(at);
        while (script.command(branch).name().equals("elseif") && !variables.holds(script.command(branch))) {
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

    private void pack(final Command command) throws ScriptException {
        if (packet == null) {
            throw command.error(ScriptException.NOT_ALLOWED_HERE, 0);
        }
        final ScriptValue value = variables.value(command, 0);
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
