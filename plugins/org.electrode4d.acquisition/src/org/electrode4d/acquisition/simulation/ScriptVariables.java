// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.HashMap;
import java.util.Map;

import org.electrode4d.acquisition.simulation.MethodScript.Command;

/** The variables of a script that is being run. */
final class ScriptVariables implements ScriptArguments {

    private final Map<String, ScriptValue> variables = new HashMap<>();

    void declare(final Command command) {
        variables.put(command.argument(0), new ScriptValue(0, "ja", false));
    }

    /** A literal or a variable that an argument names. */
    @Override
    public ScriptValue value(final Command command, final int argument) throws ScriptException {
        final ScriptValue literal = ScriptValue.parse(command.argument(argument));
        final ScriptValue found = literal != null ? literal : variables.get(command.argument(argument));
        if (found == null) {
            throw command.error(ScriptException.UNKNOWN_VARIABLE, argument + 1);
        }
        return found;
    }

    double positive(final Command command, final int argument) throws ScriptException {
        final double number = value(command, argument).number();
        if (!(number > 0)) {
            throw command.error(ScriptException.OUT_OF_RANGE, argument + 1);
        }
        return number;
    }

    void assign(final Command command, final int argument, final double number, final String type)
        throws ScriptException {
        assign(command, argument, new ScriptValue(number, type, false));
    }

    void assign(final Command command, final int argument, final ScriptValue value) throws ScriptException {
        final String name = command.argument(argument);
        if (!variables.containsKey(name)) {
            throw command.error(ScriptException.UNKNOWN_VARIABLE, argument + 1);
        }
        variables.put(name, value);
    }

    void compute(final Command command) throws ScriptException {
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

    boolean holds(final Command command) throws ScriptException {
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
}
