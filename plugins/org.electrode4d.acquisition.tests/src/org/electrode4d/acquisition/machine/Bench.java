// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.protocol.Protocol;

/** Runs a machine on a {@link TinyCell} under a virtual clock, with a scan that takes a given time. */
final class Bench {

    /** What happened at a second of the run. */
    record Entry(double time, Transition transition) {
    }

    final List<Entry> entries = new ArrayList<>();
    final List<Reading> readings = new ArrayList<>();
    /** Before each reading. */
    final List<MachineState> states = new ArrayList<>();
    /** Open-circuit potential before each reading, in volt. */
    final List<Double> potentials = new ArrayList<>();

    /** Whether a scan was finished after each reading. */
    final List<Boolean> scanFinished = new ArrayList<>();

    private final Protocol protocol;
    private final double scanTime;
    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private TinyCell cell;
    private CyclingMachine machine;
    private double scanEnd = Double.POSITIVE_INFINITY;
    private boolean over;

    Bench(final Protocol protocol, final double openCircuit, final double scanTime) {
        this.protocol = protocol;
        this.scanTime = scanTime;
        cell = new TinyCell(openCircuit);
        machine = new CyclingMachine(protocol);
    }

    Bench run() {
        act(machine.start(0));
        return goOn();
    }

    /** Goes on with what another one had before one of its readings, after its program has died and some time. */
    Bench resume(final Bench other, final int reading, final double pause) {
        clock.sleepUntil(other.readings.get(reading).time() + pause);
        cell = new TinyCell(other.potentials.get(reading));
        cell.read(clock.seconds());
        machine = CyclingMachine.at(protocol, other.states.get(reading));
        act(machine.resume(clock.seconds()));
        return goOn();
    }

    private Bench goOn() {
        while (!over) {
            clock.sleepUntil(clock.seconds() + protocol.samplingPeriod());
            step();
        }
        return this;
    }

    private void step() {
        states.add(machine.state());
        potentials.add(cell.openCircuit());
        final Reading reading = cell.read(clock.seconds());
        readings.add(reading);
        act(machine.on(reading));
        scanFinished.add(clock.seconds() >= scanEnd);
        if (clock.seconds() >= scanEnd) {
            scanEnd = Double.POSITIVE_INFINITY;
            act(machine.scanFinished(clock.seconds()));
        }
    }

    private void act(final Decision decision) {
        decision.transitions().forEach(transition -> entries.add(new Entry(clock.seconds(), transition)));
        final Action action = decision.action();
        if (action instanceof Action.Apply apply) {
            cell.apply(apply.setpoint());
        } else if (action instanceof Action.TriggerScan) {
            scanEnd = clock.seconds() + scanTime;
        }
        over = action instanceof Action.Finish || action instanceof Action.GoSafe;
    }

    CyclingMachine machine() {
        return machine;
    }

    /** Seconds of the transitions to a phase. */
    double[] times(final Phase phase) {
        return entries.stream().filter(entry -> entry.transition().to().endsWith(phase.name()))
            .mapToDouble(Entry::time).toArray();
    }

    /** Where each transition went to, in order. */
    List<String> places() {
        return entries.stream().map(entry -> entry.transition().to()).toList();
    }

    List<String> reasons() {
        return entries.stream().map(entry -> entry.transition().reason()).toList();
    }

    /** Steps and scans in their order from a second of the run on, as they begin. */
    List<String> course(final double from) {
        return entries.stream().filter(entry -> entry.time() >= from).map(entry -> name(entry.transition())).toList();
    }

    private static String name(final Transition transition) {
        return transition.to().endsWith("SCANNING") ? "T" + transition.state().counters().scans()
            : transition.to().split(":")[0];
    }
}
