// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.electrode4d.acquisition.instrument.InstrumentRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must be found before anything is switched on. */
class ProtocolCheckTest {

    private static final InstrumentRange RANGE = new InstrumentRange(-5, 5, 0.01, 0.1, 1, true, true, true);
    private static final String CHARGE = "  - charge: {at: C/3, until: potential >= 4.3 V or time >= 5 h}\n";
    private static final String HEAD = """
        protocol: Test
        capacity: 36 µAh
        sampling: 5 s
        rest before scan: 60 s
        safety: {potential: 2.4 V to 4.35 V, current: 20 µA, time: 24 h, charge: 60 µAh}
        steps:
        """;

    private static List<Finding> findings(final String text, final InstrumentRange range) {
        return ProtocolCheck.check(ProtocolText.parse(text, "text"), range);
    }

    private static void expect(final String text, final InstrumentRange range, final String finding) {
        final List<Finding> findings = findings(text, range);
        assertEquals(1, findings.size(), findings.toString());
        assertTrue(findings.get(0).toString().contains(finding), findings.toString());
    }

    private static void expect(final String steps, final String finding) {
        expect(HEAD + steps, RANGE, finding);
    }

    @Test
    void aPlainChargeIsFine() {
        assertEquals(List.of(), findings(HEAD + CHARGE, RANGE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "charge: {at: C/3, until: time >= 1 h} | ERROR: Step 'charge 1': Missing limit: 'until: time >= 1 h' does not end",
        "discharge: {at: C/3, until: potential >= 4.3 V or time >= 1 h} | 'discharge 1': Missing limit",
        "charge: {at: C/3, until: potential >= 4.3 V and time >= 1 h} | end the charge at an upper potential",
        "charge: {at: C/3, until: potential >= 4.4 V or time >= 1 h} | the safety limits of 2.4 V to 4.35 V end the run",
        "charge: {at: C/3, until: potential >= 4.35 V or time >= 1 h} | WARNING: Step 'charge 1': 'potential >= 4.35 V'",
        "charge: {at: C/3, until: potential >= 4.3 V} | WARNING: Step 'charge 1': 'until: potential >= 4.3 V' has no limit",
        "charge: {at: C/3, until: potential >= 0 V or time >= 1 h} | WARNING: Step 'charge 1': 'until: potential >= 0 V",
        "charge: {at: C/3, until: potential >= 4.3 V or time >= 30 h} | WARNING: Step 'charge 1': 'until: potential >= 4.",
        "charge: {at: C/3, until: potential >= 4.3 V or current <= C/10 or time >= 1 h} | current of this step does not get",
        "charge: {at: 1 C, until: potential >= 4.3 V or time >= 1 h} | beyond the safety limit of 20 µA",
        "charge: {at: 20 µA, until: potential >= 4.3 V or time >= 1 h} | WARNING: Step 'charge 1': The current of 20 µA is",
        "hold: {at: 4.4 V, max current: C/3, until: time >= 1 h} | ERROR: Step 'hold 1': The potential of 4.4 V is beyond",
        "hold: {at: 4.35 V, max current: C/3, until: time >= 1 h} | WARNING: Step 'hold 1': The potential of 4.35 V is ex",
        "hold: {at: 4.3 V, max current: 1 C, until: time >= 1 h} | ERROR: Step 'hold 1': The current of 36 µA is beyond",
        "hold: {at: 4.3 V, max current: C/3, until: current <= C/10} | WARNING: Step 'hold 1': 'until: current <= C/10' has",
        "hold: {at: 4.3 V, max current: C/3, until: current <= C/2 or time >= 1 h} | is already met when the step begins",
        "hold: {at: 4.3 V, max current: C/3, until: loop ends} | ERROR: Step 'hold 1': It never ends: 'until: loop ends'",
        "charge and hold: {at: 1 C, to: 4.3 V, until: time >= 1 h} | ERROR: Step 'charge and hold 1': The current of 36",
        "charge and hold: {at: C/3, to: 4.5 V, until: time >= 1 h} | 'charge and hold 1': The potential of 4.5 V is beyond",
        "rest: {until: passes >= 2 or time >= 1 h} | only loops whose steps all end have passes",
        "rest: {until: scans >= 2 or time >= 1 h} | no scan is taken in it",
        "rest: {until: charge >= 1 µAh or time >= 1 h} | so much charge does not pass",
        "rest: {until: time >= 0 s} | WARNING: Step 'rest 1': 'until: time >= 0 s' is already met",
        "rest: {until: time >= -1 s} | ERROR: Step 'rest 1': 'until: time >= -1 s' has a negative value",
        "rest: {until: potential >= 4 V and potential <= 3 V or 1} | ",
        "rest: {until: time >= 1 h, scan when: time >= 0 s} | ERROR: Step 'rest 1': 'scan when: time >= 0 s' is met at once",
        "rest: {until: time >= 1 h, scan when: time >= 30 s} | WARNING: Step 'rest 1': 'scan when: time >= 30 s' takes sc",
        "rest: {until: time >= 1 h, scan when: time >= 1 h} | WARNING: Step 'rest 1': 'scan when: time >= 1 h' is never met",
        "rest: {until: time >= 1 h, scan when: loop ends} | ERROR: Step 'rest 1': 'scan when: loop ends' is never met",
        "rest: {until: time >= 1 h, scan when: scans >= 1} | ERROR: Step 'rest 1': 'scan when: scans >= 1' counts scans",
        "rest: {until: time >= 1 h, scan when: potential >= 3 V} | WARNING: Step 'rest 1': 'scan when: potential >= 3 V' lo",
        "loop: {until: passes >= 2, steps: []} | ERROR: Step 'loop 1': The loop is empty",
        "loop: {until: loop ends, steps: [scan]} | ERROR: Step 'loop 1': The loop never ends",
        "loop: {until: scans >= 2, steps: [rest: {until: time >= 1 h}]} | ERROR: Step 'loop 1': 'until: scans >= 2' can ne",
        "loop: {until: passes >= 0, steps: [rest: {until: time >= 1 h}]} | WARNING: Step 'loop 1': 'until: passes >= 0' is",
        "loop: {until: potential >= 4 V, steps: [scan]} | WARNING: Step 'loop 1': 'until: potential >= 4 V' has no limit in"})
    void eachMistakeIsFoundOnce(final String step, final String finding) {
        if (finding != null) {
            expect("  - " + step, finding);
        }
    }
}
