// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.Optional;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.protocol.Amount;
import org.electrode4d.acquisition.protocol.EndCondition.Threshold;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step.ConstantCurrentConstantPotential;
import org.electrode4d.acquisition.protocol.Step.Timed;

/** What a reading does: it is counted, checked for safety, and only then looked at by the protocol. */
final class SampleEvent {

    /** Part of the safety limit: less may be noise or offset of an instrument. */
    private static final double REST_CURRENT = 0.05;

    private final Rules rules;
    private final Turn turn;
    private final Reading reading;

    SampleEvent(final Rules rules, final Turn turn, final Reading reading) {
        this.rules = rules;
        this.turn = turn;
        this.reading = reading;
    }

    void happen(final Optional<Reading> last) {
        if (turn.over()) {
            return;
        }
        if (last.isPresent() && reading.time() < last.get().time()) {
            turn.safe("a reading of " + Wording.time(reading.time()) + " came after one of "
                + Wording.time(last.get().time()) + ": time runs backwards");
            return;
        }
        turn.count(counted(last), Optional.of(reading));
        final Optional<String> violation = rules.safety().violation(reading, last, turn.counters().charge());
        final double seconds = reading.time() - turn.position().phaseStart();
        if (violation.isPresent()) {
            turn.safe(violation.get());
        } else if (flowsAtRest(last)) {
            turn.safe("current " + Wording.current(reading.current()) + " at open circuit, twice in a row: the "
                + "instrument does not do what it was told");
        } else if (active() && seconds > 0) {
            judge((Timed) turn.step(), last.filter(before -> before.time() > turn.position().phaseStart()));
        } else if (turn.position().phase() == Phase.BEFORE_SCAN && seconds > 0
            && seconds >= rules.protocol().restBeforeScan()) {
            turn.scan(turn.position().scansLeft(), Wording.time(seconds) + " at open circuit");
        }
    }

    /** One such reading may be that of an instrument which is still switching off. */
    private boolean flowsAtRest(final Optional<Reading> last) {
        final Phase phase = turn.position().phase();
        final double start = turn.position().phaseStart();
        return (phase == Phase.REST && active() || phase == Phase.BEFORE_SCAN || phase == Phase.SCANNING)
            && reading.time() > start && flows(reading)
            && last.filter(before -> before.time() > start && flows(before)).isPresent();
    }

    private boolean flows(final Reading measured) {
        return Math.abs(measured.current()) > REST_CURRENT * rules.protocol().limits().maxCurrent();
    }

    private boolean active() {
        final Phase phase = turn.position().phase();
        return !turn.position().path().isEmpty()
            && (phase == Phase.REST || phase == Phase.CURRENT || phase == Phase.POTENTIAL);
    }

    /** Charge by the trapezium rule; what passed before the set point was applied is not the step's. */
    private Counters counted(final Optional<Reading> last) {
        final double passed = last.map(before -> (before.current() + reading.current()) / 2
            * (reading.time() - before.time())).orElse(0.);
        final Counters charged = turn.counters().charged(passed);
        final double start = turn.position().phaseStart();
        if (!active() || reading.time() <= start) {
            return charged;
        }
        // the current of the last reading is of the phase before, unless it was measured in this one
        return last.filter(before -> before.time() > start)
            .map(before -> charged.active(reading.time() - before.time(), passed))
            .orElseGet(() -> charged.active(reading.time() - start, reading.current() * (reading.time() - start)));
    }

    private void judge(final Timed step, final Optional<Reading> before) {
        final double seconds = reading.time() - turn.position().phaseStart();
        final Setpoint setpoint = rules.setpoints().of(step, turn.position().phase(),
            turn.counters().active(-seconds, 0), turn.position().phaseStart());
        final Regulation regulation = Regulation.of(reading, before, setpoint, seconds,
            rules.protocol().samplingPeriod());
        final String note = note(regulation);
        final Seen seen = seen(step, setpoint, regulation);
        if (regulation == Regulation.STOPPED) {
            turn.safe(note + " " + Wording.time(seconds) + " after the set point was applied, far from its limit");
        } else if (!changed(step, note, seen)) {
            if (regulation == Regulation.AT_LIMIT) {
                turn.safe(note + " and the step does not end there");
            } else if (regulation == Regulation.OUT_OF_TIME) {
                turn.apply(turn.position().phase(), note + " " + Wording.time(seconds)
                    + " after the set point was applied: it is applied again");
            }
        }
    }

    private boolean changed(final Timed step, final String note, final Seen seen) {
        final boolean rest = turn.position().phase() == Phase.REST;
        // no current flows at rest: a loop that waits for a small one must not take that for it
        if (turn.leaveLoops(note, rest ? seen.withoutCurrent() : seen)) {
            return true;
        }
        final Optional<String> end = rules.conditions().met(step.end(), turn.counters().step(), seen);
        if (end.isPresent()) {
            turn.endStep(noted(note, end.get()), seen);
            return true;
        }
        final Optional<String> pause = step.scanWhen()
            .flatMap(when -> rules.conditions().met(when, turn.counters().segment(), seen));
        if (pause.isPresent()) {
            turn.beforeScan(1, noted(note, pause.get()) + ": scan " + turn.scan());
            return true;
        }
        final Optional<String> reached = reached(step, seen);
        reached.ifPresent(reason -> turn.apply(Phase.POTENTIAL, noted(note, reason)));
        return reached.isPresent();
    }

    /** Why the constant current of a step gives way to the constant potential. */
    private Optional<String> reached(final Timed step, final Seen seen) {
        if (turn.position().phase() == Phase.CURRENT && step instanceof ConstantCurrentConstantPotential both) {
            final boolean charging = both.current().value() >= 0;
            return rules.conditions().met(new Threshold(Quantity.POTENTIAL, charging,
                new Amount(both.potential().value(), Amount.Unit.VOLT)), Elapsed.NOTHING, seen);
        }
        return Optional.empty();
    }

    private Seen seen(final Timed step, final Setpoint setpoint, final Regulation regulation) {
        final boolean before = step instanceof ConstantCurrentConstantPotential
            && turn.position().phase() == Phase.CURRENT;
        // the current of an output that is off says nothing about the cell
        final boolean off = reading.stopped() && !(setpoint instanceof Setpoint.OpenCircuit);
        final Seen seen = before || off ? Seen.of(reading).withoutCurrent() : Seen.of(reading);
        if (regulation != Regulation.HELD && regulation != Regulation.AT_LIMIT) {
            return seen;
        }
        final Setpoint.Current current = (Setpoint.Current) setpoint;
        final double bound = Regulation.bound(current);
        return seen.atPotential(current.current() < 0 ? Math.min(bound, seen.potential())
            : Math.max(bound, seen.potential()));
    }

    private static String noted(final String note, final String reason) {
        return note.isEmpty() ? reason : note + ": " + reason;
    }

    private String note(final Regulation regulation) {
        if (regulation == Regulation.ON) {
            return "";
        }
        final String measured = " at " + Wording.potential(reading.potential()) + " and "
            + Wording.current(reading.current());
        return "instrument " + regulation.words() + measured;
    }
}
