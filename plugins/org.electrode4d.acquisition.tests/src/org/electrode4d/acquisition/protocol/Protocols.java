// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.electrode4d.acquisition.SafetyLimits;

/** Protocols of any kind that can be written. */
final class Protocols {

    private static final int LEVELS = 3;

    private Protocols() {
    }

    /** Numbers that people write, and numbers that nobody would. */
    private static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(Arbitraries.integers().between(-100, 1000).map(Integer::doubleValue),
            Arbitraries.integers().between(1, 10000).map(i -> i * 1e-7), Arbitraries.integers().between(1, 100)
                .map(i -> 1. / i), Arbitraries.integers().between(1, 100).map(i -> i * 60.),
            Arbitraries.integers().between(1, 500).map(i -> i * 3.6e-4), Arbitraries.doubles(),
            Arbitraries.longs().map(Double::longBitsToDouble)).filter(value -> Double.isFinite(value));
    }

    private static Arbitrary<Double> positive() {
        return numbers().map(Math::abs).filter(value -> value > 0);
    }

    static Arbitrary<Amount> amounts() {
        return Combinators.combine(numbers(), Arbitraries.of(Amount.Unit.class)).as(Amount::new);
    }

    private static Arbitrary<Amount> currents() {
        return Combinators.combine(positive(), Arbitraries.of(Amount.Unit.AMPERE, Amount.Unit.C_RATE)).as(Amount::new);
    }

    private static Arbitrary<EndCondition> thresholds() {
        return Arbitraries.of(Quantity.class).flatMap(quantity -> Combinators.combine(Arbitraries.of(true, false),
            amounts().filter(amount -> quantity.accepts(amount.unit())))
            .as((atLeast, value) -> new EndCondition.Threshold(quantity, atLeast, value)));
    }

    static Arbitrary<EndCondition> conditions() {
        return conditions(LEVELS);
    }

    private static Arbitrary<EndCondition> conditions(final int levels) {
        if (levels == 0) {
            return thresholds();
        }
        final Arbitrary<List<EndCondition>> parts = conditions(levels - 1).list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.frequencyOf(Tuple.of(4, thresholds()),
            Tuple.of(1, Arbitraries.just(new EndCondition.Never())),
            Tuple.of(2, parts.map(EndCondition.Any::new)),
            Tuple.of(2, parts.map(EndCondition.All::new)));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.of("charge 1", "C/3", "null", "true", "~", "1.5", "a: b", "a, b", "- x",
            "it's \"so\"", "Laden über 4,3 V", "x #1", " spaces  around ", "\uD83D\uDE00", "tab\tand\nline", "[x]",
            "---", "a  b", "<<", "=", "50 %", "100 µAh"), Arbitraries.strings().all().ofMinLength(1).ofMaxLength(12))
            .filter(name -> !name.isBlank());
    }

    private static Arbitrary<Step> steps(final int levels) {
        final Arbitrary<EndCondition> end = conditions();
        final Arbitrary<Optional<EndCondition>> scan = conditions().optional();
        final Arbitrary<Amount> signed = Combinators.combine(currents(), Arbitraries.of(1, -1))
            .as((current, sign) -> new Amount(sign * current.value(), current.unit()));
        final Arbitrary<Amount> potential = numbers().map(value -> new Amount(value, Amount.Unit.VOLT));
        final List<Arbitrary<? extends Step>> kinds = new ArrayList<>(List.of(
            Combinators.combine(names(), end, scan).as(Step.Rest::new),
            Combinators.combine(names(), signed, end, scan).as(Step.ConstantCurrent::new),
            Combinators.combine(names(), potential, currents(), end, scan).as(Step.ConstantPotential::new),
            Combinators.combine(names(), signed, potential, end, scan)
                .as(Step.ConstantCurrentConstantPotential::new),
            Combinators.combine(names(), Arbitraries.integers().between(1, 4)).as(Step.Scan::new)));
        if (levels > 0) {
            kinds.add(Combinators.combine(names(), steps(levels - 1).list().ofMaxSize(3), end).as(Step.Loop::new));
        }
        return Arbitraries.oneOf(kinds.stream().map(kind -> kind.map(Step.class::cast)).toList());
    }

    private static Arbitrary<SafetyLimits> limits() {
        final Arbitrary<Double> temperatures =
            Arbitraries.oneOf(numbers(), Arbitraries.just(Double.POSITIVE_INFINITY));
        final Arbitrary<List<Double>> potentials = numbers().list().ofSize(2)
            .filter(pair -> pair.get(0) < pair.get(1));
        return Combinators.combine(potentials, positive(), positive(), positive(), temperatures)
            .as((range, current, time, charge, temperature) -> new SafetyLimits(range.get(0), range.get(1), current,
                time, charge, temperature));
    }

    static Arbitrary<Protocol> any() {
        final Arbitrary<OptionalDouble> capacities = positive().optional()
            .map(value -> value.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        return Combinators.combine(names(), capacities, positive(), positive(), limits(),
            steps(2).list().ofMaxSize(5)).as(Protocol::new).filter(Protocols::namesAreUnique);
    }

    private static boolean namesAreUnique(final Protocol protocol) {
        final List<String> names = names(protocol.steps());
        return names.stream().distinct().count() == names.size();
    }

    private static List<String> names(final List<Step> steps) {
        final List<String> names = new ArrayList<>();
        for (final Step step : steps) {
            names.add(step.name());
            if (step instanceof Step.Loop loop) {
                names.addAll(names(loop.steps()));
            }
        }
        return names;
    }
}
