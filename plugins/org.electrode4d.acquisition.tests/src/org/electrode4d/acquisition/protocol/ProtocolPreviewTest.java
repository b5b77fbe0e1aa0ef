// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Protocols in plain language, and what they need at most. */
class ProtocolPreviewTest {

    private static final String HEAD = """
        protocol: Test
        capacity: 36 mAh
        sampling: 5 s
        rest before scan: 2 min
        safety: {potential: 2.4 V to 4.35 V, current: 20 mA, time: 24 h, charge: 60 mAh, temperature: 60 °C}
        steps:
        """;

    private static List<String> lines(final String text) {
        return ProtocolPreview.lines(ProtocolText.parse(text, "text"));
    }

    /** The lines of the steps. */
    private static List<String> steps(final String steps) {
        final List<String> lines = lines(HEAD + steps);
        return lines.subList(2, lines.size() - 2);
    }

    /** The last two lines. */
    private static List<String> most(final String steps) {
        final List<String> lines = lines(HEAD + steps);
        return lines.subList(lines.size() - 2, lines.size());
    }

    @Test
    void theLimits() {
        assertEquals(List.of("Test: a cell of 36 mAh, a sample each 5 s.",
            "Whatever the steps say, the output is switched off when the potential leaves 2.4 V to 4.35 V, the current "
                + "exceeds 20 mA, the net charge exceeds 60 mAh, the temperature exceeds 60 °C, or 24 h have passed."),
            lines(HEAD + "  - scan").subList(0, 2));
    }

    @Test
    void aRateOfACellOfUnknownCapacityStaysARate() {
        final List<String> lines = lines(HEAD.replace("capacity: 36 mAh\n", "")
            + "  - charge: {name: a, at: C/3, until: potential >= 4.3 V}");
        assertEquals("Test: a cell of unknown capacity, a sample each 5 s.", lines.get(0));
        assertEquals("a: Charge with C/3 until the potential is at least 4.3 V.", lines.get(2));
    }

    @Test
    void stepsOfEveryKind() {
        assertEquals(List.of(
            "a: Rest at open circuit until 1 h have passed and the potential is at most 3 V.",
            "b: Discharge with 6 mA (C/6) until the potential is at most 2.5 V or (a charge of 18 mAh (50 % of "
                + "capacity) has passed and 1 h have passed).",
            "c: Discharge with 1 mA to 3 V, and hold it until the current is at most 360 µA (C/100).",
            "d: Take 3 scans, one directly after the other: 2 min at open circuit, then the scans.",
            "e: Repeat until 2 passes are done, also from the midst of a step:",
            "  f: Scan: 2 min at open circuit, then the scan."), steps("""
              - rest: {name: a, until: time >= 1 h and potential <= 3 V}
              - discharge: {name: b, at: C/6, until: potential <= 2.5 V or (charge >= 50 % of capacity and time >= 1 h)}
              - discharge and hold: {name: c, at: 1 mA, to: 3 V, until: current <= C/100}
              - scan: {name: d, count: 3}
              - loop: {name: e, until: passes >= 2, steps: [scan: {name: f}]}
            """));
    }

    @Test
    void timesThatAddUp() {
        assertEquals(List.of("Scans: at most 3.", "Duration: at most 2.1 h, and the scans themselves."),
            most("  - rest: {until: time >= 2 h, scan when: time >= 30 min}"));
        assertEquals(List.of("Scans: at most 4.", "Duration: at most 2.2 h, and the scans themselves."),
            most("  - loop: {until: scans >= 4, steps: [rest: {until: time >= 30 min}, scan]}"));
        assertEquals(List.of("No scans are taken.", "Duration: at most 6.0 h."),
            most("  - charge: {at: C/3, until: potential >= 4.3 V or charge >= 200 % of capacity}"));
    }

    @Test
    void whatIsNotBoundedIsSaid() {
        assertEquals(List.of("The number of scans is not bounded.",
            "The duration is bounded only by the safety limit of 24 h."),
            most("  - rest: {until: potential <= 3 V, scan when: time >= 30 min}"));
        assertEquals("Duration: at most 30.0 h. The safety limit of 24 h may end it before.",
            most("  - rest: {until: time >= 30 h}").get(1));
    }
}
