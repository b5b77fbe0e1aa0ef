// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.ProtocolText;
import org.electrode4d.acquisition.simulation.CellModel;

/** What a trial does to its cell: all kinds of steps and both ends of the potential, in a quarter of an hour. */
final class TrialProtocol {

    /** The protocol reaches both potentials on this cell. */
    static final CellModel CELL = CellModel.microCell().withInitialCharge(0.88);

    static final Protocol PROTOCOL = ProtocolText.parse("""
        protocol: trial
        capacity: 33.3 µAh
        sampling: 5 s
        rest before scan: 60 s
        safety: {potential: 2.49 V to 4.31 V, current: 40 µA, time: 3 h, charge: 50 µAh, temperature: 60 °C}
        steps:
          - rest: {name: open circuit, until: time >= 20 s}
          - scan: {name: before}
          - loop:
              name: charging
              until: scans >= 2
              steps:
                - charge: {name: constant current, at: C/3, until: potential >= 4.3 V, scan when: time >= 150 s}
                - hold: {name: constant potential, at: 4.3 V, max current: C/3, until: loop ends,
                         scan when: time >= 120 s or current <= C/10}
          - discharge: {name: discharge, at: 1 C, until: potential <= 2.5 V}
          - double scan: {name: after}
        """, "trial");

    /** Seconds of a scan. */
    static final double SCAN = 30;

    /** Seconds, about, of the whole protocol. */
    static final double DURATION = 1200;

    private TrialProtocol() {
    }
}
