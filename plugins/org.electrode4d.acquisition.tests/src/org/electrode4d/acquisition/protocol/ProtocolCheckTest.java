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
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        charge: {at: C/3, until: time >= 1 h} | ERROR: Step 'charge 1': Missing limit: 'until: time >= 1 h' does not e
        discharge: {at: C/3, until: potential >= 4.3 V or time >= 1 h} | 'discharge 1': Missing limit
        charge: {at: C/3, until: potential >= 4.3 V and time >= 1 h} | end the charge at an upper potential
        charge: {at: C/3, until: potential >= 4.4 V or time >= 1 h} | the safety limits of 2.4 V to 4.35 V end the run
        charge: {at: C/3, until: potential >= 4.35 V or time >= 1 h} | WARNING: Step 'charge 1': 'potential >= 4.35 V'
        charge: {at: C/3, until: potential >= 4.3 V} | WARNING: Step 'charge 1': 'until: potential >= 4.3 V' has no li
        charge: {at: C/3, until: potential >= 0 V or time >= 1 h} | WARNING: Step 'charge 1': 'until: potential >= 0 V
        charge: {at: C/3, until: potential >= 4.3 V or time >= 30 h} | WARNING: Step 'charge 1': 'until: potential >=
        charge: {at: C/3, until: potential >= 4.3 V or current <= C/10 or time >= 1 h} | current of this step does not
        charge: {at: 1 C, until: potential >= 4.3 V or time >= 1 h} | beyond the safety limit of 20 µA
        charge: {at: 20 µA, until: potential >= 4.3 V or time >= 1 h} | WARNING: Step 'charge 1': The current of 20 µA
        hold: {at: 4.4 V, max current: C/3, until: time >= 1 h} | ERROR: Step 'hold 1': The potential of 4.4 V is beyo
        hold: {at: 4.35 V, max current: C/3, until: time >= 1 h} | WARNING: Step 'hold 1': The potential of 4.35 V is
        hold: {at: 4.3 V, max current: 1 C, until: time >= 1 h} | ERROR: Step 'hold 1': The current of 36 µA is beyond
        hold: {at: 4.3 V, max current: C/3, until: current <= C/10} | WARNING: Step 'hold 1': 'until: current <= C/10'
        hold: {at: 4.3 V, max current: C/3, until: current <= C/2 or time >= 1 h} | is already met when the step begin
        hold: {at: 4.3 V, max current: C/3, until: loop ends} | ERROR: Step 'hold 1': It never ends: 'until: loop ends
        charge and hold: {at: 1 C, to: 4.3 V, until: time >= 1 h} | ERROR: Step 'charge and hold 1': The current of 36
        charge and hold: {at: C/3, to: 4.5 V, until: time >= 1 h} | 'charge and hold 1': The potential of 4.5 V is bey
        rest: {until: passes >= 2 or time >= 1 h} | only loops whose steps all end have passes
        rest: {until: scans >= 2 or time >= 1 h} | no scan is taken in it
        rest: {until: charge >= 1 µAh or time >= 1 h} | so much charge does not pass
        rest: {until: time >= 0 s} | WARNING: Step 'rest 1': 'until: time >= 0 s' is already met
        rest: {until: time >= 1 h or (time >= 9 min and time <= 5 min)} | ERROR: Step 'rest 1': 'until: time >= 1 h or
        rest: {until: time >= 1 h, scan when: time >= 0 s} | ERROR: Step 'rest 1': 'scan when: time >= 0 s' is met at
        rest: {until: time >= 1 h, scan when: time >= 30 s} | WARNING: Step 'rest 1': 'scan when: time >= 30 s' takes
        rest: {until: time >= 1 h, scan when: time >= 1 h} | WARNING: Step 'rest 1': 'scan when: time >= 1 h' is never
        rest: {until: time >= 1 h, scan when: loop ends} | ERROR: Step 'rest 1': 'scan when: loop ends' is never met
        rest: {until: time >= 1 h, scan when: scans >= 1} | ERROR: Step 'rest 1': 'scan when: scans >= 1' counts scans
        rest: {until: time >= 1 h, scan when: potential >= 3 V} | WARNING: Step 'rest 1': 'scan when: potential >= 3 V
        loop: {until: passes >= 2, steps: []} | ERROR: Step 'loop 1': The loop is empty
        loop: {until: loop ends, steps: [scan]} | ERROR: Step 'loop 1': The loop never ends
        loop: {until: scans >= 2, steps: [rest: {until: time >= 1 h}]} | ERROR: Step 'loop 1': 'until: scans >= 2' can
        loop: {until: passes >= 0, steps: [rest: {until: time >= 1 h}]} | WARNING: Step 'loop 1': 'until: passes >= 0'
        loop: {until: potential >= 4 V, steps: [scan]} | WARNING: Step 'loop 1': 'until: potential >= 4 V' has no limi
        """)
    void eachMistakeIsFoundOnce(final String step, final String finding) {
        expect("  - " + step, finding);
    }

    @Test
    void aMissingLimitComesWithAnExample() {
        expect("  - discharge: {at: C/3, until: charge >= 20 µAh}", "ERROR: Step 'discharge 1': Missing limit: "
            + "'until: charge >= 20 µAh' does not end the discharge at a lower potential. Write for instance "
            + "'potential <= 2.45 V or ...'.");
    }

    @Test
    void aNegativeTime() {
        assertEquals("[ERROR: Step 'rest 1': 'until: time >= -1 s' has a negative value in 'time >= -1 s': magnitudes, "
            + "times and numbers are never below 0. Write a value above 0., WARNING: Step 'rest 1': 'until: time >= -1 "
            + "s' is already met when the step begins, so that it ends at once. Correct the value, or delete the "
            + "step.]",
            findings(HEAD + "  - rest: {until: time >= -1 s}", RANGE).toString());
    }

    @Test
    void aRateNeedsTheCapacity() {
        final String text = HEAD.replace("capacity: 36 µAh\n", "");
        expect(text + CHARGE, RANGE, "ERROR: Step 'charge 1': The current C/3 needs the capacity of the cell. Add "
            + "'capacity: ...' to the protocol, or write the current in ampere.");
        expect(text + "  - charge: {at: 2 µA, until: potential >= 4.3 V or charge >= 50 % of capacity}", RANGE,
            "'until: potential >= 4.3 V or charge >= 50 % of capacity' needs the capacity of the cell");
    }

    @Test
    void whatTheInstrumentCannotDo() {
        expect(HEAD + CHARGE, new InstrumentRange(-5, 5, 0.01, 10, 1, true, true, true),
            "ERROR: The sampling period of 5 s is shorter than the instrument allows. Set it to 10 s or more.");
        expect(HEAD + CHARGE, new InstrumentRange(-5, 5, 0.01, 0.1, 1, false, true, true),
            "ERROR: Step 'charge 1': The instrument cannot regulate a constant current.");
        final String weak = findings(HEAD + CHARGE, new InstrumentRange(-5, 5, 1e-5, 0.1, 1, true, true, true))
            .toString();
        assertTrue(weak.contains("WARNING: The safety limit of the current, 20 µA, is beyond what"), weak);
        assertTrue(weak.contains("ERROR: Step 'charge 1': The current of 12 µA is beyond what the instrument can "
            + "deliver. Set it to 10 µA or less."), weak);
        final String narrow = findings(HEAD + "  - hold: {at: 4.3 V, max current: C/3, until: time >= 1 h}",
            new InstrumentRange(0, 4, 0.01, 0.1, 1, true, true, true)).toString();
        assertTrue(narrow.contains("WARNING: The safety limits of the potential, 2.4 V to 4.35 V, reach beyond"),
            narrow);
        assertTrue(narrow.contains("ERROR: Step 'hold 1': The potential of 4.3 V is beyond what the instrument can "
            + "apply. Set it within 0 V to 4 V."), narrow);
    }

    @Test
    void aHoldThatLastsUntilTheLoopEnds() {
        final String hold = "      - hold: {at: 4.3 V, max current: C/3, until: loop ends, scan when: time >= 1 h}\n";
        final String loop = "  - loop:\n      until: scans >= 6\n      steps:\n";
        assertEquals(List.of(), findings(HEAD + loop + hold, RANGE));
        expect(loop + hold + "      - scan", "ERROR: Step 'scan 1': It is never reached, because the step before it "
            + "does not end by itself. Give that step an end, or move this one behind the loop.");
        final List<Finding> passes = findings(HEAD + loop.replace("scans", "passes") + hold, RANGE);
        assertEquals(List.of("loop 1", "hold 1"), passes.stream().map(Finding::step).toList(), passes.toString());
        expect(loop.replace("scans >= 6", "time >= 6 h") + hold.replace(", scan when: time >= 1 h", ""),
            "ERROR: Step 'hold 1': It never ends");
    }

    @Test
    void aLoopThatAnotherOneEnds() {
        assertEquals(List.of(), findings(HEAD + """
              - loop:
                  until: scans >= 6
                  steps:
                    - loop: {until: loop ends, steps: [scan]}
            """, RANGE));
    }

    @Test
    void whatComesAfterAStepThatNeverEnds() {
        final List<Finding> found = findings(HEAD + """
              - rest: {until: loop ends}
              - scan
              - scan
            """, RANGE);
        assertEquals(List.of("rest 1", "scan 1"), found.stream().map(Finding::step).toList());
    }

    @Test
    void aProtocolWithoutSteps() {
        expect(HEAD.replace("steps:\n", "steps: []"), RANGE, "ERROR: The protocol has no steps. Add at least one.");
    }

    @Test
    void aNameThatIsThereTwice() {
        final Protocol protocol = ProtocolText.parse(HEAD + "  - scan: {name: a}", "text");
        final Protocol twice = new Protocol("Test", protocol.capacity(), 5, 60, protocol.limits(),
            List.of(protocol.steps().get(0), protocol.steps().get(0)));
        assertEquals("[ERROR: Step 'a': Another step has the same name. Give each step a name of its own.]",
            ProtocolCheck.check(twice, RANGE).toString());
    }
}
