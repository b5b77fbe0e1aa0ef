// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.SafetyLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protocols as people write them, well and badly. */
class ProtocolTextTest {

    private static final String HEAD = """
        protocol: Test
        capacity: 36 µAh
        sampling: 5 s
        rest before scan: 60 s
        safety: {potential: 2.4 V to 4.35 V, current: C/2, time: 1 d, charge: 150 % of capacity, temperature: 60 °C}
        steps:
        """;

    private static Protocol parse(final String steps) {
        return ProtocolText.parse(HEAD + steps, "cell.yaml");
    }

    private static String error(final String text) {
        return assertThrows(ProtocolFormatException.class, () -> ProtocolText.parse(text, "cell.yaml")).getMessage();
    }

    private static String errorIn(final String steps) {
        return error(HEAD + steps);
    }

    private static EndCondition at(final Quantity quantity, final boolean atLeast, final double value,
        final Amount.Unit unit) {
        return new EndCondition.Threshold(quantity, atLeast, new Amount(value, unit));
    }

    @Test
    void theHeadHoldsWhatIsTheSameForAllSteps() {
        final Protocol protocol = parse("  - scan");
        assertEquals("Test", protocol.name());
        assertEquals(OptionalDouble.of(0.1296), protocol.capacity());
        assertEquals(5, protocol.samplingPeriod());
        assertEquals(60, protocol.restBeforeScan());
        assertEquals(new SafetyLimits(2.4, 4.35, 1.8e-5, 86400, 1.5 * 0.1296, 60), protocol.limits());
    }

    @Test
    void stepsOfEveryKind() {
        final List<Step> steps = parse("""
              - rest: {name: wait, until: time >= 10 min}
              - charge: {name: up, at: 2 µA, until: potential >= 4.3 V, scan when: charge >= 5 uAh}
              - discharge: {name: down, at: C/6, until: potential <= 2500 mV}
              - hold: {name: keep, at: 4.3 V, max current: 0.5 C, until: loop ends}
              - charge and hold: {name: both, at: 1 C, to: 4.2 V, until: current <= C/20}
              - discharge and hold: {name: back, at: 1e-3 mA, to: 3 V, until: time >= 1.5 h}
              - scan: {name: one}
              - double scan: {name: two}
              - scan: {name: three, count: 3}
              - loop:
                  name: again
                  until: passes >= 2
                  steps: [scan: {name: inner}]
            """).steps();
        final EndCondition minutes = at(Quantity.TIME, true, 600, Amount.Unit.SECOND);
        final Optional<EndCondition> none = Optional.empty();
        assertEquals(List.of(new Step.Rest("wait", minutes, none),
            new Step.ConstantCurrent("up", new Amount(2e-6, Amount.Unit.AMPERE),
                at(Quantity.POTENTIAL, true, 4.3, Amount.Unit.VOLT),
                Optional.of(at(Quantity.CHARGE, true, 0.018, Amount.Unit.COULOMB))),
            new Step.ConstantCurrent("down", new Amount(-1. / 6, Amount.Unit.C_RATE),
                at(Quantity.POTENTIAL, false, 2.5, Amount.Unit.VOLT), none),
            new Step.ConstantPotential("keep", new Amount(4.3, Amount.Unit.VOLT), new Amount(0.5, Amount.Unit.C_RATE),
                new EndCondition.Never(), none),
            new Step.ConstantCurrentConstantPotential("both", new Amount(1, Amount.Unit.C_RATE),
                new Amount(4.2, Amount.Unit.VOLT), at(Quantity.CURRENT, false, 0.05, Amount.Unit.C_RATE), none),
            new Step.ConstantCurrentConstantPotential("back", new Amount(-1e-6, Amount.Unit.AMPERE),
                new Amount(3, Amount.Unit.VOLT), at(Quantity.TIME, true, 5400, Amount.Unit.SECOND), none),
            new Step.Scan("one", 1), new Step.Scan("two", 2), new Step.Scan("three", 3),
            new Step.Loop("again", List.of(new Step.Scan("inner", 1)),
                at(Quantity.PASSES, true, 2, Amount.Unit.COUNT))), steps);
    }

    @Test
    void aStepWithoutANameGetsOneThatIsFree() {
        final List<Step> steps = parse("""
              - scan
              - scan: {name: scan 2}
              - scan:
              - double scan
            """).steps();
        assertEquals(List.of("scan 1", "scan 2", "scan 3", "double scan 1"), steps.stream().map(Step::name).toList());
    }

    @Test
    void theLetterCIsARateOfACurrentAndCoulombOfACharge() {
        assertEquals(at(Quantity.CURRENT, false, 0.5, Amount.Unit.C_RATE), ConditionText.parse("current <= 0.5 C"));
        assertEquals(at(Quantity.CHARGE, false, 0.5, Amount.Unit.COULOMB), ConditionText.parse("charge <= 0.5 C"));
        assertEquals(at(Quantity.CHARGE, true, 0.5, Amount.Unit.CAPACITY),
            ConditionText.parse("charge >= 50 %  of capacity"));
    }

    @Test
    void conditionsAreJoined() {
        final EndCondition potential = at(Quantity.POTENTIAL, true, 4.3, Amount.Unit.VOLT);
        final EndCondition time = at(Quantity.TIME, true, 60, Amount.Unit.SECOND);
        final EndCondition scans = at(Quantity.SCANS, true, 6, Amount.Unit.COUNT);
        assertEquals(new EndCondition.Any(List.of(potential, time, scans)),
            ConditionText.parse("potential >= 4.3 V or time ≥ 60 s or scans>=6"));
        assertEquals(new EndCondition.Any(List.of(potential, new EndCondition.All(List.of(time, scans)))),
            ConditionText.parse(" potential >= 4.3 V or (time >= 1 min and (scans >= 6)) "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "potential >= 4.3             | at character 14 ('4.3'): '4.3' has no unit",
        "potential >= 4.3 A           | at character 14 ('4.3 A'): '4.3 A' has 'A' behind its number, which is no unit",
        "potential >= C/3             | 'C/3' is no potential",
        "potential >= 4,3 V           | '4,3 V' has ',3 V' behind its number",
        "current <= 3 ua              | Units of a current are C, nA, µA, mA, A.",
        "time >= C/3                  | Units of a time are s, ms, min, h, d.",
        "scans >= 6 scans             | write a number without a unit",
        "volts >= 4.3 V               | at character 1 ('volts >= 4.3 V'): expected one of potential, current, time",
        "potential > 4.3 V            | at character 11 ('> 4.3 V'): expected '>=' or '<='",
        "potential >= 4.3 V or        | at its end: expected one of potential",
        "potential >= 4.3 V time      | '4.3 V time' has 'V time' behind its number",
        "(potential >= 4.3 V          | at its end: expected 'or', 'and' or ')'",
        "potential >= 4.3 V)          | at character 19 (')'): expected no more",
        "(scans >= 1) 5               | at character 14 ('5'): expected 'or', 'and' or the end",
        "scans >= 1 or time >= 1 s and charge >= 1 C | at character 27 ('and charge >= 1 C'): expected 'or' again",
        "loop                         | expected one of potential",
        "time >= 1e999 s              | '1e999 s' is too large a number",
        "current >= C/0               | 'C/0' is too large a number"})
    void conditionsThatCannotBeUnderstood(final String condition, final String message) {
        final String error = errorIn("  - rest: {until: \"" + condition + "\"}");
        assertEquals("cell.yaml, line 7, steps[1].rest.until: ",
            error.substring(0, "cell.yaml, line 7, steps[1].rest.until: ".length()), error);
        assertEquals(true, error.contains(message), error);
    }

    @Test
    void aKeyThatIsNotKnown() {
        assertEquals("cell.yaml, line 7, steps[1].charge.untill: There is no key 'untill' here. Is 'until' meant? "
            + "Known are: name, at, until, scan when.",
            errorIn("  - charge: {at: C/3, untill: potential >= 4.3 V}"));
    }

    @Test
    void aStepThatIsNotKnown() {
        assertEquals("cell.yaml, line 8, steps[2]: There is no step 'dischrage' here. Is 'discharge' meant? Known are: "
            + "rest, charge, discharge, hold, charge and hold, discharge and hold, scan, double scan, loop.",
            errorIn("  - scan\n  - dischrage: {at: C/3, until: potential <= 2.5 V}"));
    }

    @Test
    void aKeyThatIsMissing() {
        assertEquals("cell.yaml, line 10, steps[1].loop.steps[1].hold: The key 'max current' is missing. "
            + "Add 'max current: ...'.",
            errorIn("  - loop:\n      until: passes >= 2\n      steps:\n        "
                + "- hold: {at: 4.3 V, until: time >= 1 h}"));
    }

    @Test
    void aNameThatIsThereTwice() {
        assertEquals("cell.yaml, line 11, steps[2].loop.steps[1].scan.name: The name 'a' is there twice. Give each "
            + "step a name of its own.", errorIn("""
              - scan: {name: a}
              - loop:
                  until: passes >= 2
                  steps:
                    - scan: {name: a}
            """));
    }

    @Test
    void aKeyThatIsThereTwice() {
        assertEquals("cell.yaml, line 7, steps[1].charge: The key 'at' is there twice. Delete one of them.",
            errorIn("  - charge: {at: C/3, at: C/2, until: potential >= 4.3 V}"));
    }

    @Test
    void currentsAreWrittenWithoutASign() {
        assertEquals("cell.yaml, line 7, steps[1].discharge.at: '-2 µA' is not above 0. Write the magnitude of the "
            + "current; 'charge' and 'discharge' tell its direction.",
            errorIn("  - discharge: {at: -2 µA, until: potential <= 2.5 V}"));
        assertEquals("cell.yaml, line 7, steps[1].hold: The step 'hold 1' has a largest current of -1.0 A: it must be "
            + "above 0.", errorIn("  - hold: {at: 4.3 V, max current: -1 A, until: time >= 1 h}"));
    }

    @Test
    void aStepThatIsNotIndented() {
        assertEquals("cell.yaml, line 7, steps[1]: A step has one key, its kind, but this has [rest, until]. Indent "
            + "what belongs to the step, or put it in braces.", errorIn("  - rest:\n    until: time >= 1 min"));
    }

    @Test
    void whatIsNoProtocolAtAll() {
        assertEquals("cell.yaml: The text is empty. A protocol is expected.", error(""));
        assertEquals("cell.yaml, line 1: Keys with values are expected here, such as 'key: value'.", error("hello"));
        assertEquals("cell.yaml, line 2: This is not YAML: expected ',' or ']', but got :.",
            error("protocol: [a\nb: c"));
        assertEquals("cell.yaml, line 1: The text is nested too deeply, more than 60 levels.",
            error("[".repeat(100000)));
        assertEquals(true, errorIn("  - rest: {until: \"" + "(".repeat(100000) + "\"}")
            .contains("expected at most 20 parentheses within each other"));
    }

    @Test
    void limitsOfTheHead() {
        assertEquals("cell.yaml, line 5, safety.potential: '4.3 V' is no range. Write two potentials, for instance 2.4 "
            + "V to 4.35 V.", error(HEAD.replace("2.4 V to 4.35 V", "4.3 V") + "  - scan"));
        assertEquals("cell.yaml, line 5, safety: Safety limits of the potential are 5.0 V and 4.35 V; the first must "
            + "be below the second, and both finite.", error(HEAD.replace("2.4 V", "5 V") + "  - scan"));
        assertEquals("cell.yaml, line 4, safety.current: 'C/2' needs the capacity of the cell. Add 'capacity: ...', or "
            + "write an absolute value.", error(HEAD.replace("capacity: 36 µAh\n", "") + "  - scan"));
        assertEquals("cell.yaml, line 2, capacity: '36' has no unit: write a number with a unit, for instance 33.3 "
            + "µAh. Units of a charge are % of capacity, C, µAh, mAh, Ah, mC.",
            error(HEAD.replace("36 µAh", "36") + "  - scan"));
        assertEquals("cell.yaml, line 2, capacity: '50 % of capacity' is no capacity. Write a charge above 0, for "
            + "instance 33.3 µAh.", error(HEAD.replace("36 µAh", "50 % of capacity") + "  - scan"));
    }

    @ParameterizedTest
    @CsvSource({"1800, SECOND, 30 min", "5, SECOND, 5 s", "0.5, SECOND, 0.5 s", "172800, SECOND, 48 h",
        "4.3, VOLT, 4.3 V", "0.05, VOLT, 50 mV", "1.11e-5, AMPERE, 11.1 µA", "1e-7, AMPERE, 100 nA",
        "0.11988, COULOMB, 33.3 µAh", "0.5, COULOMB, 0.5 C", "0.3333333333333333, C_RATE, C/3", "1, C_RATE, 1 C",
        "0.3, C_RATE, 0.3 C", "2, C_RATE, 2 C", "1.2, CAPACITY, 120 % of capacity", "6, COUNT, 6",
        "4.300000000000001, VOLT, 4.300000000000001 V", "1e-300, VOLT, 1e-300 V"})
    void amountsAreWrittenInTheUnitWithTheFewestDigits(final double value, final Amount.Unit unit, final String text) {
        assertEquals(text, Dimension.format(new Amount(value, unit)));
    }
}
