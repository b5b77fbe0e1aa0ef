// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.Optional;

import org.electrode4d.acquisition.Reading;

/**
 * All that a machine remembers: from it, a run goes on after its program died.
 *
 * @param position in the protocol
 * @param counters of what has passed
 * @param last reading, if there was one
 */
public record MachineState(Position position, Counters counters, Optional<Reading> last) {
}
