// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.List;

/**
 * Where a machine stands in its protocol.
 *
 * @param path index of the active step in the protocol, then in the loop that it is in, and so on; empty before the
 *            start and after the end
 * @param phase of the active step
 * @param phaseStart second at which the phase began
 * @param scansLeft scans that are still to be taken before the protocol goes on, with the one being taken
 */
public record Position(List<Integer> path, Phase phase, double phaseStart, int scansLeft) {

    /** Copies the path. */
    public Position {
        path = List.copyOf(path);
    }
}
