// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.machine.Action;
import org.electrode4d.acquisition.machine.CyclingMachine;
import org.electrode4d.acquisition.machine.Decision;
import org.electrode4d.acquisition.machine.MachineState;
import org.electrode4d.acquisition.machine.Phase;
import org.electrode4d.acquisition.scan.ScanRequest;
import org.electrode4d.volume.Progress;

/** Samples on the grid, feeds the machine, keeps everything in the log and then does what the machine says. */
final class RunLoop {

    /**
     * How the loop ended.
     *
     * @param finished whether all of the protocol is done
     */
    record Ending(boolean finished, String reason) {
    }

    private final CyclingMachine machine;
    private final Instrument instrument;
    private final RunTime time;
    private final RunJournal journal;
    private final Pulse pulse;
    private final Sampler sampler;
    private final Foresight foresight;
    private final ScanWatch scans;
    private final RunStatus status;
    private final String run;
    private final double period;
    private final double restBeforeScan;
    private Optional<Ending> ending = Optional.empty();
    /** Second from which a scan may be taken: the rest counts from when the instrument had done what it was told. */
    private double rested;
    private long samples;

    /** @param samples that the run has already */
    RunLoop(final RunSetup setup, final RunContext context, final Instrument instrument, final CyclingMachine machine,
        final long samples) {
        this.machine = machine;
        this.instrument = instrument;
        this.time = context.time();
        this.journal = context.journal();
        this.pulse = context.pulse();
        this.run = setup.description().run();
        this.period = setup.protocol().samplingPeriod();
        this.restBeforeScan = setup.protocol().restBeforeScan();
        this.sampler = new Sampler(time, journal, setup.options().readAttempts(),
            setup.options().tolerance(period, instrument.range().answerTime()));
        this.foresight = new Foresight(instrument.range().minSamplingPeriod(), period);
        this.scans = new ScanWatch(setup.devices().scans(), journal, time, setup.options().scanTimeout());
        this.status = new RunStatus(setup.protocol());
        this.samples = samples;
    }

    /**
     * Goes on until the machine ends it.
     *
     * @param first what the machine said to the start or the resumption
     * @throws IOException and whatever else is thrown: the output may be on
     */
    Ending run(final Decision first, final Progress progress) throws IOException {
        perform(first);
        final SamplingGrid grid = new SamplingGrid(time.seconds(), period);
        while (ending.isEmpty()) {
            waitFor(Math.min(grid.due(), foresight.due()));
            if (ending.isEmpty()) {
                final Reading reading = sample();
                grid.taken(time.seconds());
                status.report(progress, machine.state(), reading);
            }
        }
        return ending.get();
    }

    /** Ends a wait as soon as a scan's answer has ended the run. */
    private void waitFor(final double due) throws IOException {
        pulse.check();
        pollScans();
        while (ending.isEmpty() && time.seconds() < due) {
            try {
                time.sleepUntil(Math.min(due, time.seconds() + Patience.PIECE));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("The run was interrupted.");
            }
            pulse.check();
            pollScans();
        }
    }

    private void pollScans() throws IOException {
        final Optional<Decision> decision = scans.poll(machine);
        if (decision.isPresent()) {
            perform(decision.get());
        }
    }

    private Reading sample() throws IOException {
        final Reading reading = sampler.next(instrument);
        foresight.see(reading);
        final String step = machine.step();
        final String phase = machine.phase().name();
        final Decision decision = machine.on(reading);
        journal.keep(new LogEvent.Sampled(new Sample(samples, reading, step, phase,
            machine.state().counters().charge())));
        samples++;
        perform(decision);
        return reading;
    }

    private void perform(final Decision decision) throws IOException {
        decision.transitions().forEach(transition -> journal.keep(new LogEvent.Changed(transition)));
        final Action action = decision.action();
        if (action instanceof Action.Apply apply) {
            instrument.apply(apply.setpoint());
            rested = time.seconds() + restBeforeScan;
            foresight.apply(apply.setpoint(), time.seconds(), endOfRest());
        } else if (action instanceof Action.TriggerScan trigger) {
            scans.request(request(trigger.step()), rested);
        } else if (action instanceof Action.GoSafe safe) {
            ending = Optional.of(new Ending(false, safe.reason()));
        } else if (action instanceof Action.Finish) {
            ending = Optional.of(new Ending(true, "The protocol is done."));
        }
    }

    /** When the machine may ask for the scan; the request itself waits until the cell has rested. */
    private double endOfRest() {
        return machine.phase() == Phase.BEFORE_SCAN ? machine.state().position().phaseStart() + restBeforeScan
            : Double.POSITIVE_INFINITY;
    }

    private ScanRequest request(final String step) {
        final MachineState state = machine.state();
        return new ScanRequest(step, run, state.last().map(Reading::potential).orElse(Double.NaN),
            state.counters().charge());
    }

    /** Gives up a scan that nobody waits for any more. */
    void abortScan() {
        scans.abort();
    }

    /** Samples of the run so far. */
    long samples() {
        return samples;
    }

    /** Readings of this part of the run that were lost. */
    long lost() {
        return sampler.lost();
    }
}
