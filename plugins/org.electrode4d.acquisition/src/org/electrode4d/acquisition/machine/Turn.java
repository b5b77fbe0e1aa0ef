// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.acquisition.protocol.Step.Timed;

/** What one event does to a machine: the state in the making, the transitions and the action. */
final class Turn {

    private final Rules rules;
    private final double time;
    private final Walk walk;
    private final List<Transition> transitions = new ArrayList<>();
    private Position position;
    private Counters counters;
    private Optional<Reading> last;
    private Action action = new Action.Continue();

    /** @param time of the event */
    Turn(final Rules rules, final MachineState state, final double time) {
        this.rules = rules;
        this.time = time;
        walk = new Walk(rules.protocol().steps(), rules.conditions());
        position = state.position();
        counters = state.counters();
        last = state.last();
    }

    MachineState state() {
        return new MachineState(position, counters, last);
    }

    Decision decision() {
        return new Decision(transitions, action);
    }

    Position position() {
        return position;
    }

    Counters counters() {
        return counters;
    }

    /** Whether the run is over; then that is what the event is answered with. */
    boolean over() {
        if (position.phase() == Phase.FINISHED) {
            action = new Action.Finish();
        } else if (position.phase() == Phase.SAFE) {
            action = new Action.GoSafe("the run has ended in the safe state");
        }
        return position.phase() == Phase.FINISHED || position.phase() == Phase.SAFE;
    }

    Step step() {
        return step(position.path());
    }

    private Step step(final List<Integer> path) {
        return new ProtocolCursor(rules.protocol().steps(), path).step();
    }

    void count(final Counters now, final Optional<Reading> reading) {
        counters = now;
        last = reading;
    }

    void safe(final String reason) {
        safe(position.path(), reason);
    }

    private void safe(final List<Integer> path, final String reason) {
        move(new Position(path, Phase.SAFE, time, 0), reason);
        action = new Action.GoSafe(reason);
    }

    void start(final String reason) {
        goOn(walk.start(reason), Seen.NOTHING);
    }

    /** Ends the active step, and the loops around it that end with it. */
    void endStep(final String reason, final Seen seen) {
        goOn(new Place(position.path(), counters.loops(), reason, true), seen);
    }

    /** Leaves the outermost loop whose end is met, from wherever it is. */
    boolean leaveLoops(final String reason, final Seen seen) {
        final Optional<Place> left = walk.leave(new Place(position.path(), counters.loops(), reason, false), seen);
        left.ifPresent(place -> goOn(place, seen));
        return left.isPresent();
    }

    /** Applies the set point of a phase of the active step. */
    void apply(final Phase phase, final String reason) {
        apply(position.path(), phase, reason);
    }

    private void apply(final List<Integer> path, final Phase phase, final String reason) {
        final Timed step = (Timed) step(path);
        final Setpoint setpoint = rules.setpoints().of(step, phase, counters, time);
        final Optional<String> refusal = rules.setpoints().refusal(step, setpoint);
        if (refusal.isPresent()) {
            safe(path, reason + ": " + refusal.get());
            return;
        }
        move(new Position(path, phase, time, 0), reason);
        action = new Action.Apply(setpoint);
    }

    /** Rests before scans. */
    void beforeScan(final int scans, final String reason) {
        beforeScan(position.path(), scans, reason);
    }

    private void beforeScan(final List<Integer> path, final int scans, final String reason) {
        move(new Position(path, Phase.BEFORE_SCAN, time, scans), reason);
        action = new Action.Apply(new Setpoint.OpenCircuit());
    }

    /** Asks for the next scan. */
    void scan(final int left, final String reason) {
        move(new Position(position.path(), Phase.SCANNING, time, left), reason + ": scan " + scan());
        action = new Action.TriggerScan(scan());
    }

    /** Name of the scan that is the next or being taken. */
    String scan() {
        return "T" + counters.scans();
    }

    private void goOn(final Place from, final Seen seen) {
        Optional<Place> next = walk.onward(from, seen);
        while (next.isPresent() && !next.get().path().isEmpty()) {
            final Place place = next.get();
            final Optional<String> skipped = enter(place);
            if (skipped.isEmpty()) {
                return;
            }
            next = walk.onward(new Place(place.path(), place.loops(), skipped.get(), true), Seen.NOTHING);
        }
        if (next.isPresent()) {
            counters = counters.newStep(List.of());
            move(new Position(List.of(), Phase.FINISHED, time, 0), next.get().reason());
            action = new Action.Finish();
        } else {
            safe("the protocol goes round without time passing: " + Walk.MOST_MOVES + " moves at "
                + Wording.time(time));
        }
    }

    /** Begins a step; the reason if it is over at once. */
    private Optional<String> enter(final Place place) {
        final Step step = step(place.path());
        counters = counters.newStep(place.loops());
        final Optional<String> over = over(step);
        if (over.isPresent()) {
            move(new Position(place.path(), Setpoints.first(step), time, 0), place.reason());
            return Optional.of("step " + step.name() + " is skipped, " + over.get());
        }
        if (step instanceof Step.Scan scan) {
            beforeScan(place.path(), scan.count(), place.reason());
        } else {
            apply(place.path(), Setpoints.first(step), place.reason());
        }
        return Optional.empty();
    }

    private Optional<String> over(final Step step) {
        if (step instanceof Timed timed) {
            return rules.conditions().met(timed.end(), Elapsed.NOTHING, Seen.NOTHING);
        }
        return step instanceof Step.Scan scan && scan.count() <= 0 ? Optional.of(scan.count() + " scans")
            : Optional.empty();
    }

    private void move(final Position next, final String reason) {
        final String from = label();
        position = next;
        transitions.add(new Transition(from, label(), reason, state()));
    }

    private String label() {
        if (position.path().isEmpty()) {
            return position.phase() == Phase.REST ? "start" : position.phase().name();
        }
        return step().name() + ": " + position.phase();
    }
}
