// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

/**
 * A change of the state of a machine.
 *
 * @param from step and phase before: {@code charge: CURRENT}
 * @param to step and phase after
 * @param reason in words with numbers and units: {@code potential 4.3004 V >= 4.3 V}
 * @param state after it
 */
public record Transition(String from, String to, String reason, MachineState state) {
}
