// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Step.Timed;

/**
 * Decides what happens next in a protocol, and nothing else: it has no clock, no instrument and no log. Time comes with
 * the events, in seconds since the start of the run. The same events always give the same decisions, and the whole
 * memory is in {@link #state()}: a machine made from an earlier state and fed with the events since then is in the same
 * state as the original.
 *
 * <p>Each reading is first counted (net charge by the trapezium rule), then checked against the safety limits, and only
 * then looked at by the protocol: the loops around the active step from outside to inside, the end of the step, its
 * scan, its change from current to potential. Readings that are not later than the set point of a phase are checked for
 * safety only. An event costs a time that depends on the protocol, not on the run.</p>
 *
 * <p>The protocol is that of Haeusler et al. 2026, supplementary note 3, but for what is stated in the documentation.
 * For one thread.</p>
 */
public final class CyclingMachine {

    private final Rules rules;
    private MachineState state;

    /** @param protocol that was validated; a step beyond the safety limits ends the run when it is reached */
    public CyclingMachine(final Protocol protocol) {
        this(protocol, new MachineState(new Position(List.of(), Phase.REST, 0, 0),
            new Counters(List.of(), Elapsed.NOTHING, Elapsed.NOTHING, 0, 0), Optional.empty()));
    }

    private CyclingMachine(final Protocol protocol, final MachineState state) {
        rules = Rules.of(protocol);
        this.state = state;
    }

    /**
     * A machine that goes on from a state: with {@link #resume} if the program or the output was off in between, or
     * with the events that followed.
     *
     * @throws IllegalArgumentException if the state is not one of this protocol
     */
    public static CyclingMachine at(final Protocol protocol, final MachineState state) {
        final List<Integer> path = state.position().path();
        final int loops = state.counters().loops().size();
        final boolean outside = path.isEmpty() && loops == 0;
        if (!outside && !(ProtocolCursor.fits(protocol.steps(), path) && loops == path.size() - 1)) {
            throw new IllegalArgumentException("The protocol " + protocol.name() + " has no step at " + path + " in "
                + loops + " loops; the state is of another protocol. Resume with the protocol of the log.");
        }
        final CyclingMachine machine = new CyclingMachine(protocol, state);
        if (!machine.consistent()) {
            throw new IllegalArgumentException("The step " + machine.step() + " of the protocol " + protocol.name()
                + " has no phase " + machine.phase() + "; the state is of another protocol. Resume with the protocol "
                + "of the log.");
        }
        return machine;
    }

    private boolean consistent() {
        final Phase phase = phase();
        final boolean outside = state.position().path().isEmpty();
        return switch (phase) {
            case SAFE -> true;
            case FINISHED -> outside;
            case BEFORE_SCAN, SCANNING -> !outside;
            case REST -> outside || turn(0).step() instanceof Timed timed && Setpoints.first(timed) == phase;
            case CURRENT -> !outside && Setpoints.first(turn(0).step()) == phase;
            case POTENTIAL -> !outside && Setpoints.canHold(turn(0).step());
        };
    }

    /** All that the machine remembers. */
    public MachineState state() {
        return state;
    }

    /** What it is doing; REST before the start. */
    public Phase phase() {
        return state.position().phase();
    }

    /** Name of the active step; empty before the start and after the end. In the safe state, that of the last one. */
    public String step() {
        return state.position().path().isEmpty() ? "" : turn(0).step().name();
    }

    /**
     * Begins the protocol.
     *
     * @throws IllegalStateException if it has begun
     */
    public Decision start(final double time) {
        if (started()) {
            throw new IllegalStateException("The protocol " + rules.protocol().name() + " has begun already: step "
                + step() + ", phase " + phase() + ".");
        }
        return event(time, turn -> turn.start("start at " + Wording.time(time)));
    }

    /** A sample was taken. */
    public Decision on(final Reading reading) {
        return event(reading.time(), turn -> new SampleEvent(rules, turn, reading).happen(state.last()));
    }

    /** The scan that was asked for is done. If none was, something is wrong with the numbering: the safe state. */
    public Decision scanFinished(final double time) {
        return event(time, turn -> {
            if (turn.over()) {
                return;
            }
            if (phase() != Phase.SCANNING) {
                turn.safe("a scan was finished that was not asked for");
                return;
            }
            afterScan(turn);
        });
    }

    private void afterScan(final Turn turn) {
        final String done = "scan " + turn.scan() + " finished";
        turn.count(turn.counters().scanned(), state.last());
        final int left = turn.position().scansLeft() - 1;
        if (turn.leaveLoops(done, Seen.NOTHING)) {
            return;
        }
        if (left > 0) {
            turn.scan(left, done);
        } else if (turn.step() instanceof Timed timed) {
            final Optional<String> end = met(timed.end(), turn);
            if (end.isPresent()) {
                turn.endStep(done + "; " + end.get(), Seen.NOTHING);
            } else {
                turn.count(turn.counters().newSegment(), state.last());
                turn.apply(Setpoints.first(timed), done + ": step " + timed.name() + " goes on");
            }
        } else {
            turn.endStep(done, Seen.NOTHING);
        }
    }

    private Optional<String> met(final EndCondition end, final Turn turn) {
        return rules.conditions().met(end, turn.counters().step(), Seen.NOTHING);
    }

    /** The scan that was asked for failed or did not answer: the safe state. */
    public Decision scanFailed(final double time, final String reason) {
        return event(time, turn -> {
            if (!turn.over()) {
                turn.safe("scan " + turn.scan() + " failed: " + reason);
            }
        });
    }

    /** Something else failed: the safe state, from anywhere. */
    public Decision fail(final double time, final String reason) {
        return event(time, turn -> {
            if (phase() == Phase.SAFE) {
                turn.over();
            } else {
                turn.safe(reason);
            }
        });
    }

    /**
     * Goes on after the program or the output was off. The active step begins again with what it has counted; a scan
     * that was not finished is taken again after a new rest. No charge is counted between the last reading and the
     * first after this. A machine that has finished or is safe stays so; one that had not begun begins.
     */
    public Decision resume(final double time) {
        final String reason = "resumed at " + Wording.time(time);
        return event(time, turn -> {
            if (turn.over()) {
                return;
            }
            turn.count(turn.counters(), Optional.empty());
            if (!started()) {
                turn.start(reason);
            } else if (turn.step() instanceof Timed timed && phase() != Phase.BEFORE_SCAN
                && phase() != Phase.SCANNING) {
                turn.apply(Setpoints.first(timed), reason + ": step " + timed.name() + " goes on after "
                    + Wording.time(turn.counters().step().time()));
            } else {
                turn.beforeScan(turn.position().scansLeft(), reason + ": scan " + turn.scan() + " after a new rest of "
                    + Wording.time(rules.protocol().restBeforeScan()));
            }
        });
    }

    private boolean started() {
        return !(state.position().path().isEmpty() && phase() == Phase.REST);
    }

    private Turn turn(final double time) {
        return new Turn(rules, state, time);
    }

    private Decision event(final double time, final Consumer<Turn> what) {
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("An event at " + time + " s; its time must be finite.");
        }
        final Turn turn = turn(time);
        what.accept(turn);
        state = turn.state();
        return turn.decision();
    }
}
