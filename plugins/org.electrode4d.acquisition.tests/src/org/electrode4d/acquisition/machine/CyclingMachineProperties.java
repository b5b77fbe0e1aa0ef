// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.protocol.Amount;
import org.electrode4d.acquisition.protocol.Amount.Unit;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;

/** Whatever the protocol and whatever happens: the machine stays sound. */
final class CyclingMachineProperties {

    private static final SafetyLimits LIMITS = Protocols.LIMITS;

    /** What happens: a reading, or what the kind says; a scan is only finished or failed while one is taken. */
    record Event(Kind kind, double pause, Reading reading) {

        enum Kind { READING, SCAN_FINISHED, SCAN_FAILED, FAILURE, DEATH }

        Decision happenTo(final CyclingMachine machine, final double time) {
            final boolean scanning = machine.phase() == Phase.SCANNING;
            if (kind == Kind.SCAN_FINISHED && scanning) {
                return machine.scanFinished(time);
            }
            if (kind == Kind.SCAN_FAILED && scanning) {
                return machine.scanFailed(time, "no answer");
            }
            if (kind == Kind.FAILURE) {
                return machine.fail(time, "port gone");
            }
            return kind == Kind.DEATH ? machine.resume(time) : machine.on(at(time));
        }

        boolean isReading(final Phase phase) {
            return kind == Kind.READING
                || (kind == Kind.SCAN_FINISHED || kind == Kind.SCAN_FAILED) && phase != Phase.SCANNING;
        }

        Reading at(final double time) {
            return new Reading(time, reading.potential(), reading.current(), reading.temperature(), reading.stopped());
        }
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void staysSoundWhateverHappens(@ForAll("protocols") final Protocol protocol,
        @ForAll("events") final List<Event> events) {
        final CyclingMachine machine = new CyclingMachine(protocol);
        check(machine.start(0), machine, 0);
        double time = 0;
        double charge = 0;
        int scans = 0;
        for (final Event event : events) {
            time += event.pause();
            final MachineState before = machine.state();
            final boolean over = over(machine.phase());
            final boolean reading = event.isReading(machine.phase());
            if (event.kind() == Event.Kind.SCAN_FINISHED && machine.phase() == Phase.SCANNING) {
                scans++;
            }
            if (reading && !over && before.last().isPresent()) {
                final Reading last = before.last().get();
                charge += (last.current() + event.reading().current()) / 2 * (time - last.time());
            }
            final Decision decision = event.happenTo(machine, time);
            check(decision, machine, scans);
            assertEquals(charge, machine.state().counters().charge(), 1e-9);
            if (over && event.kind() != Event.Kind.FAILURE) {
                assertEquals(before, machine.state());
            }
            if (reading && !over && violates(event.reading(), time)) {
                assertEquals(Phase.SAFE, machine.phase());
            }
            final CyclingMachine twin = CyclingMachine.at(protocol, before);
            assertEquals(decision, event.happenTo(twin, time));
            assertEquals(machine.state(), twin.state());
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theSameEventsLeadFromAnEarlierStateToTheSameState(@ForAll("protocols") final Protocol protocol,
        @ForAll("events") final List<Event> events) {
        final CyclingMachine machine = new CyclingMachine(protocol);
        machine.start(0);
        final List<MachineState> states = new ArrayList<>();
        double time = 0;
        for (final Event event : events) {
            states.add(machine.state());
            time += event.pause();
            event.happenTo(machine, time);
        }
        double from = 0;
        for (int i = 0; i < events.size(); i++) {
            final CyclingMachine again = CyclingMachine.at(protocol, states.get(i));
            double now = from;
            for (final Event event : events.subList(i, events.size())) {
                now += event.pause();
                event.happenTo(again, now);
            }
            assertEquals(machine.state(), again.state());
            from += events.get(i).pause();
        }
    }

    private static void check(final Decision decision, final CyclingMachine machine, final int scans) {
        final Action action = decision.action();
        assertEquals(scans, machine.state().counters().scans());
        assertEquals(machine.phase() == Phase.FINISHED, action instanceof Action.Finish);
        assertEquals(machine.phase() == Phase.SAFE, action instanceof Action.GoSafe);
        if (action instanceof Action.TriggerScan scan) {
            assertEquals(Phase.SCANNING, machine.phase());
            assertEquals("T" + scans, scan.step());
        }
        if (action instanceof Action.Apply apply) {
            checkApplied(apply.setpoint(), machine.phase());
        }
        assertTrue(decision.transitions().isEmpty() == (action instanceof Action.Continue)
            || over(machine.phase()), decision.toString());
        for (final Transition transition : decision.transitions()) {
            assertFalse(transition.reason().isBlank());
        }
        if (!decision.transitions().isEmpty()) {
            assertEquals(machine.state(), decision.transitions().get(decision.transitions().size() - 1).state());
        }
    }

    private static void checkApplied(final Setpoint setpoint, final Phase phase) {
        if (setpoint instanceof Setpoint.Current current) {
            assertEquals(Phase.CURRENT, phase);
            assertTrue(Math.abs(current.current()) <= LIMITS.maxCurrent());
            assertTrue(current.minPotential() >= LIMITS.minPotential()
                && current.maxPotential() <= LIMITS.maxPotential() && current.maxTime() > 0, setpoint.toString());
        } else if (setpoint instanceof Setpoint.Potential hold) {
            assertEquals(Phase.POTENTIAL, phase);
            assertTrue(hold.potential() >= LIMITS.minPotential() && hold.potential() <= LIMITS.maxPotential()
                && hold.maxCurrent() <= LIMITS.maxCurrent() && hold.maxTime() > 0, setpoint.toString());
        } else {
            assertTrue(phase == Phase.REST || phase == Phase.BEFORE_SCAN, phase.name());
        }
    }

    private static boolean over(final Phase phase) {
        return phase == Phase.FINISHED || phase == Phase.SAFE;
    }

    private static boolean violates(final Reading reading, final double time) {
        return reading.potential() > LIMITS.maxPotential() || reading.potential() < LIMITS.minPotential()
            || Math.abs(reading.current()) > LIMITS.maxCurrent() || reading.temperature() > LIMITS.maxTemperature()
            || time > LIMITS.maxTime();
    }

    @Provide
    Arbitrary<List<Event>> events() {
        final Arbitrary<Event.Kind> kinds = Arbitraries.frequency(Tuple.of(400, Event.Kind.READING),
            Tuple.of(200, Event.Kind.SCAN_FINISHED), Tuple.of(1, Event.Kind.SCAN_FAILED),
            Tuple.of(1, Event.Kind.FAILURE), Tuple.of(20, Event.Kind.DEATH));
        final Arbitrary<Double> pauses = Arbitraries.of(0., 1., 1., 1., 30., 60., 100.);
        final Arbitrary<Double> potentials = Arbitraries.frequencyOf(
            Tuple.of(200, Arbitraries.doubles().between(2.4, 4.4)),
            Tuple.of(1, Arbitraries.of(-1e6, 2.39, 4.41, 1e6)));
        final Arbitrary<Double> currents = Arbitraries.frequencyOf(
            Tuple.of(200, Arbitraries.of(-0.1, -0.01, -0.001, 0., 0.001, 0.01, 0.1)),
            Tuple.of(1, Arbitraries.of(-0.11, 0.11)));
        final Arbitrary<Double> temperatures = Arbitraries.of(25., 60., 25., 25.);
        final Arbitrary<Boolean> stops = Arbitraries.frequency(Tuple.of(300, false),
            Tuple.of(1, true));
        return Combinators.combine(kinds, pauses, potentials, currents, temperatures, stops)
            .as((kind, pause, potential, current, temperature, stopped) -> new Event(kind, pause,
                new Reading(0, potential, current, temperature, stopped)))
            .list().ofMinSize(1).ofMaxSize(80);
    }

    @Provide
    Arbitrary<Protocol> protocols() {
        return Combinators.combine(steps(2).list().ofMinSize(1).ofMaxSize(6), Arbitraries.of(0., 1., 60.))
            .as((steps, rest) -> Protocols.protocol(1, rest, steps.toArray(Step[]::new)));
    }

    private static Arbitrary<Step> steps(final int depth) {
        final Arbitrary<Amount> current = Arbitraries.of(-0.1, -0.01, -0.01, -0.001, 0.001, 0.01, 0.01, 0.05, 0.1,
            0.2).map(of(Unit.AMPERE));
        final Arbitrary<Amount> potential = Arbitraries.of(2.4, 2.5, 3., 3.3, 3.6, 3.9, 4.2, 4.3, 4.4, 4.5)
            .map(of(Unit.VOLT));
        final Arbitrary<Optional<EndCondition>> when = conditions(1).optional(0.4);
        final Arbitrary<EndCondition> end = conditions(2);
        final List<Arbitrary<? extends Step>> kinds = new ArrayList<>(List.of(
            Combinators.combine(end, when).as((e, w) -> new Step.Rest("rest", e, w)),
            Combinators.combine(current, end, when).as((i, e, w) -> new Step.ConstantCurrent("cc", i, e, w)),
            Combinators.combine(potential, current, end, when)
                .as((v, i, e, w) -> new Step.ConstantPotential("cv", v,
                    new Amount(Math.abs(i.value()), i.unit()), e, w)),
            Combinators.combine(current, potential, end, when)
                .as((i, v, e, w) -> new Step.ConstantCurrentConstantPotential("cccv", i, v, e, w)),
            Arbitraries.integers().between(1, 3).map(count -> new Step.Scan("scan", count))));
        if (depth > 0) {
            kinds.add(Combinators.combine(Arbitraries.lazy(() -> steps(depth - 1)).list().ofMaxSize(3), end)
                .as((inner, until) -> new Step.Loop("loop", inner, until)));
        }
        return Arbitraries.oneOf(kinds);
    }

    private static Arbitrary<EndCondition> conditions(final int depth) {
        final Arbitrary<EndCondition> threshold = Arbitraries.of(Quantity.class).flatMap(quantity -> Combinators
            .combine(Arbitraries.of(values(quantity)), Arbitraries.frequency(Tuple.of(9, true),
                Tuple.of(1, false)))
            .as((value, atLeast) -> atLeast ? Protocols.atLeast(quantity, value) : Protocols.atMost(quantity, value)));
        if (depth == 0) {
            return threshold;
        }
        final Arbitrary<List<EndCondition>> parts = Arbitraries.lazy(() -> conditions(depth - 1)).list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.frequencyOf(Tuple.of(6, threshold),
            Tuple.of(1, Arbitraries.just(Protocols.NEVER)),
            Tuple.of(2, parts.map(EndCondition.Any::new)),
            Tuple.of(2, parts.map(EndCondition.All::new)));
    }

    private static Double[] values(final Quantity quantity) {
        return switch (quantity) {
            case POTENTIAL -> new Double[] {2.5, 4.2, 4.3};
            case CURRENT -> new Double[] {0., 0.001, 0.05};
            case TIME -> new Double[] {0., 1., 60., 100., 100., 200., 1000.};
            case CHARGE -> new Double[] {0.01, 1., 10.};
            case SCANS, PASSES -> new Double[] {0., 1., 2., 3., 3.};
        };
    }

    private static Function<Double, Amount> of(final Unit unit) {
        return value -> new Amount(value, unit);
    }
}
