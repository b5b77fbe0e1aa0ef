// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.electrode4d.acquisition.instrument.InstrumentRange;
import org.junit.jupiter.api.Test;

/** What the paper did. */
class PresetTest {

    private static final InstrumentRange RANGE = new InstrumentRange(-5, 5, 0.01, 0.1, 1, true, true, true);

    private static final String PAPER = """
        protocol: In situ lithiation of silicon
        capacity: 33.3 µAh
        sampling: 5 s
        rest before scan: 1 min
        safety: {potential: 2.45 V to 4.35 V, current: 16.65 µA, time: 48 h, charge: 49.95 µAh}
        steps:
          - rest: {name: open circuit, until: time >= 10 min}
          - scan: {name: pristine}
          - loop:
              name: charging
              until: scans >= 6
              steps:
                - charge: {name: constant current, at: C/3, until: potential >= 4.3 V, scan when: time >= 30 min}
                - hold: {name: constant potential, at: 4.3 V, max current: C/3, until: loop ends, \
        scan when: current <= C/10 or time >= 30 min}
          - discharge: {name: discharge, at: C/6, until: potential <= 2.5 V or charge >= 120 % of capacity, \
        scan when: time >= 30 min}
          - double scan: {name: discharged}
        """;

    private static final String PAPER_IN_WORDS = """
        In situ lithiation of silicon: a cell of 33.3 µAh, a sample each 5 s.
        Whatever the steps say, the output is switched off when the potential leaves 2.45 V to 4.35 V, \
        the current exceeds 16.65 µA, the net charge exceeds 49.95 µAh, or 48 h have passed.
        open circuit: Rest at open circuit until 10 min have passed.
        pristine: Scan: 1 min at open circuit, then the scan.
        charging: Repeat until 6 scans are done, also from the midst of a step:
          constant current: Charge with 11.1 µA (C/3) until the potential is at least 4.3 V; \
        after each 30 min pause for a scan: 1 min at open circuit, then the scan.
          constant potential: Hold 4.3 V with at most 11.1 µA (C/3) until the loop ends; \
        each time when the current is at most 3.33 µA (C/10) or 30 min have passed, \
        pause for a scan: 1 min at open circuit, then the scan.
        discharge: Discharge with 5.55 µA (C/6) until the potential is at most 2.5 V \
        or a charge of 39.96 µAh (120 % of capacity) has passed; \
        after each 30 min pause for a scan: 1 min at open circuit, then the scan.
        discharged: Take 2 scans, one directly after the other: 1 min at open circuit, then the scans.
        Scans: at most 23.
        Duration: at most 11.3 h, and the scans themselves.
        """;

    private static final String CYCLING = """
        protocol: CC-CV cycling
        capacity: 33.3 µAh
        sampling: 10 s
        rest before scan: 0 s
        safety: {potential: 2.45 V to 4.35 V, current: 16.65 µA, time: 48 h, charge: 49.95 µAh}
        steps:
          - rest: {name: open circuit, until: time >= 10 min}
          - loop:
              name: cycles
              until: passes >= 3
              steps:
                - charge and hold: {name: charge, at: C/3, to: 4.3 V, until: current <= C/10 or time >= 12 h}
                - discharge: {name: discharge, at: C/3, until: potential <= 2.5 V or charge >= 120 % of capacity}
        """;

    private static final String CYCLING_IN_WORDS = """
        CC-CV cycling: a cell of 33.3 µAh, a sample each 10 s.
        Whatever the steps say, the output is switched off when the potential leaves 2.45 V to 4.35 V, \
        the current exceeds 16.65 µA, the net charge exceeds 49.95 µAh, or 48 h have passed.
        open circuit: Rest at open circuit until 10 min have passed.
        cycles: Repeat until 3 passes are done, also from the midst of a step:
          charge: Charge with 11.1 µA (C/3) to 4.3 V, and hold it until the current is at most 3.33 µA (C/10) \
        or 12 h have passed.
          discharge: Discharge with 11.1 µA (C/3) until the potential is at most 2.5 V \
        or a charge of 39.96 µAh (120 % of capacity) has passed.
        No scans are taken.
        Duration: at most 47.0 h.
        """;

    private static String words(final Protocol protocol) {
        return String.join("\n", ProtocolPreview.lines(protocol)) + "\n";
    }

    @Test
    void theProtocolOfThePaper() {
        assertEquals(PAPER, ProtocolText.format(InSituProtocol.paper().protocol()));
        assertEquals(InSituProtocol.paper().protocol(), ProtocolText.parse(PAPER, "the paper"));
        assertEquals(PAPER_IN_WORDS, words(InSituProtocol.paper().protocol()));
    }

    @Test
    void theCyclingOfThePreTests() {
        assertEquals(CYCLING, ProtocolText.format(CcCvCycling.paper().protocol()));
        assertEquals(CYCLING_IN_WORDS, words(CcCvCycling.paper().protocol()));
    }

    @Test
    void nothingIsWrongWithThem() {
        assertEquals(List.of(), ProtocolCheck.check(InSituProtocol.paper().protocol(), RANGE));
        assertEquals(List.of(), ProtocolCheck.check(CcCvCycling.paper().protocol(), RANGE));
    }
}
