// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * A PalmSens potentiostat that runs scripts: {@code e}, the lines of a script and an empty line start one; {@code Z}
 * aborts it; {@code t}, {@code i} and {@code v} ask for firmware, serial number and version of the language. While a
 * script runs everything but {@code Z} is ignored.
 *
 * <p>The language is that part of MethodSCRIPT which cycles a cell: variables, arithmetic, {@code if}, {@code loop},
 * {@code meas}, {@code meas_loop_ca}, {@code meas_loop_cp}, {@code meas_loop_ocp}, packages, timers, {@code wait}, and
 * what sets and switches the potentiostat. In a {@code meas_loop_ca} the potential, in a {@code meas_loop_cp} the
 * current is the applied one, not a measured one. A change of mode switches the cell off; the end of a script does not.
 * Of the error numbers only 0006 is known from a source.</p>
 */
public final class MethodScriptServer extends DialectServer {

    private final ScriptCell cell;
    private List<String> script;
    private ScriptRun run;

    /** One with a cell at its terminals. */
    public MethodScriptServer(final SimulatedCell cell) {
        this(new SimulatedPotentiostat(cell));
    }

    /** One that measures as its potentiostat does. */
    public MethodScriptServer(final SimulatedPotentiostat potentiostat) {
        super(potentiostat);
        this.cell = new ScriptCell(potentiostat);
    }

    @Override
    void handle(final String line) {
        if (script != null && line.equals("Z")) {
            script = null;
        }
        if (script != null) {
            if (line.isEmpty()) {
                final List<String> lines = script;
                script = null;
                start(lines);
            } else {
                script.add(line);
            }
            return;
        }
        switch (line.strip()) {
            case "" -> { }
            case "Z" -> abort();
            case "e" -> {
                if (run == null) {
                    script = new ArrayList<>();
                }
            }
            default -> {
                if (run == null) {
                    idle(line.strip());
                }
            }
        }
    }

    private void idle(final String command) {
        switch (command) {
            case "t" -> {
                answer("tes4_hr1300#Jan  1 2026 12:00:00");
                answer("R*");
            }
            case "i" -> answer("iES4HR26A0001");
            case "v" -> answer("v0105");
            default -> answer(command.charAt(0) + "!0003");
        }
    }

    private void abort() {
        if (run == null) {
            answer("Z!0006");
            return;
        }
        answer("Z");
        run.abort();
        forgetEnded();
    }

    private void start(final List<String> lines) {
        try {
            final MethodScript checked = new MethodScript(lines);
            answer("e");
            cell.overflows(overflows());
            run = new ScriptRun(checked, cell, this::answer);
            run.resume();
            forgetEnded();
        } catch (final ScriptException e) {
            answer("e!" + e.getMessage());
        }
    }

    private void forgetEnded() {
        if (run != null && run.resumeAt() == Double.POSITIVE_INFINITY) {
            run = null;
        }
    }

    @Override
    double ownEvent() {
        return run == null ? Double.POSITIVE_INFINITY : run.resumeAt();
    }

    @Override
    void runOwnEvent() {
        cell.overflows(overflows());
        run.resume();
        forgetEnded();
    }

    @Override
    void forget() {
        script = null;
        run = null;
        cell.forget();
    }

    @Override
    void latchError() {
        potentiostat().fail();
        if (run != null) {
            answer("!0004");
            run.abort();
            forgetEnded();
        }
        cell.forget();
        potentiostat().clear();
    }
}
