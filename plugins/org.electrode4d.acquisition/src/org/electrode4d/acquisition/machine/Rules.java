// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import org.electrode4d.acquisition.protocol.Protocol;

/** What a machine goes by: all of it follows from the protocol. */
record Rules(Protocol protocol, Conditions conditions, Setpoints setpoints, SafetyCheck safety) {

    static Rules of(final Protocol protocol) {
        final Conditions conditions = new Conditions(protocol.capacity().orElse(Double.NaN));
        return new Rules(protocol, conditions, new Setpoints(protocol, conditions),
            new SafetyCheck(protocol.limits()));
    }
}
