// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import org.electrode4d.acquisition.simulation.MethodScript.Command;

/** What the arguments of commands are worth. */
interface ScriptArguments {

    /** The value of an argument, 0 for the first. */
    ScriptValue value(Command command, int argument) throws ScriptException;
}
