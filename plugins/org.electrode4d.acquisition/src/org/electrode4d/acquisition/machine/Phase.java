// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

/** What a machine is doing. */
public enum Phase {
    /** A rest of the protocol, at open circuit. */
    REST,
    /** A constant current. */
    CURRENT,
    /** A constant potential. */
    POTENTIAL,
    /** At open circuit before a scan. */
    BEFORE_SCAN,
    /** At open circuit during a scan. */
    SCANNING,
    /** Every step is done. The output is to be off. */
    FINISHED,
    /** The run ended before its time. The output is to be off. */
    SAFE
}
