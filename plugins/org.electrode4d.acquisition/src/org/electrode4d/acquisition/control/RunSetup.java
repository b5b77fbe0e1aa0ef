// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import org.electrode4d.acquisition.protocol.Protocol;

/**
 * All that a run needs.
 *
 * @param description for the log
 * @param protocol that was checked for what the instrument can do
 * @param devices that it is connected to
 * @param options times and counts
 * @param alarm raised if the safe state cannot be verified
 * @param watchdog that makes safe when this program cannot
 */
public record RunSetup(RunDescription description, Protocol protocol, RunDevices devices, RunOptions options,
    Alarm alarm, Watchdog.Starter watchdog) {
}
