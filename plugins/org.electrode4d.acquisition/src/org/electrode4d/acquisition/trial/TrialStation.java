// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.link.Transcript;
import org.electrode4d.acquisition.simulation.CellHistory;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.Fault;
import org.electrode4d.acquisition.simulation.FaultSchedule;
import org.electrode4d.acquisition.simulation.FaultyLink;
import org.electrode4d.acquisition.simulation.FaultyServer;
import org.electrode4d.acquisition.simulation.InProcessLink;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;
import org.electrode4d.acquisition.simulation.SimulatedPotentiostat;

/** Cell, instrument and port of a trial, and the truth about them. */
final class TrialStation {

    /** Seconds within which the instrument answers. */
    static final double ANSWER_TIME = 2;

    /** Seconds until the next attempt to make safe, at most. */
    private static final double AGAIN = 10;

    /** Ampere that is no current: of the leak, and of the last bits. */
    private static final double NO_CURRENT = 1e-9;

    private final VirtualClock clock;
    private final InstrumentSetup setup;
    private final FaultSchedule faults;
    private final SimulatedPotentiostat potentiostat;
    private final FaultyServer server;
    private final List<String> scansUnderCurrent = new ArrayList<>();
    private double lastCare;
    private long readings;
    private boolean holdsLimits;

    /** @param template of the commands of a text instrument; empty for others */
    TrialStation(final InstrumentKind kind, final Optional<Path> template, final CellModel cell,
        final Misfortune misfortune, final VirtualClock clock) {
        this.clock = clock;
        this.faults = misfortune.instrument();
        this.setup = new InstrumentSetup(kind, new LinkAddress.Tcp("simulation", 1), template, ANSWER_TIME);
        this.potentiostat = new SimulatedPotentiostat(new SimulatedCell(cell));
        this.server = new FaultyServer(SimulatedInstrument.create(kind, potentiostat), faults, misfortune.seed());
    }

    void watch(final SafetyLimits limits) {
        history().watch(limits.minPotential(), limits.maxPotential(), limits.maxCurrent());
    }

    /** A fresh connection of a program, or of a guard. */
    Instrument open(final Life life, final Transcript transcript) throws IOException {
        life.check();
        final Link link = FaultyLink.open(new InProcessLink(server, clock), faults, clock);
        final Instrument instrument = setup.on(life.link(link), life, transcript);
        holdsLimits = instrument.range().holdsLimits();
        return new WatchedInstrument(instrument, () -> lastCare = clock.seconds(), () -> {
            lastCare = clock.seconds();
            readings++;
        });
    }

    void noteScan(final String step) {
        pass();
        if (Math.abs(potentiostat.cell().current()) > NO_CURRENT) {
            scansUnderCurrent.add(step + " was asked for while " + potentiostat.cell().current() + " A flowed");
        }
    }

    /**
     * Seconds for which the cell may be beyond a limit: until the next sample; and, if the instrument holds no limit
     * itself, for as long as nothing that is said reaches it, and until it is tried again.
     */
    double allowance(final double samplingPeriod) {
        if (holdsLimits) {
            return samplingPeriod;
        }
        return samplingPeriod + faults.faults().stream()
            .filter(fault -> fault.kind() == Fault.Kind.UNPLUGGED || fault.kind() == Fault.Kind.COMMAND_LOST)
            .mapToDouble(fault -> fault.end() - fault.start() + AGAIN).sum();
    }

    /** Readings that programs have had. */
    long readings() {
        return readings;
    }

    boolean holdsLimits() {
        return holdsLimits;
    }

    /** When a program last heard something of the instrument, or, if that is later, until when a fault lasted. */
    double lastCare() {
        final double now = clock.seconds();
        return Math.max(lastCare, faults.faults().stream().filter(fault -> fault.start() <= now)
            .mapToDouble(fault -> Math.min(fault.end(), now)).max().orElse(0));
    }

    /** Brings the instrument up to now. */
    void pass() {
        server.advance(clock.seconds());
    }

    boolean isOff() {
        pass();
        return !potentiostat.connected();
    }

    CellHistory history() {
        return potentiostat.cell().history();
    }

    List<String> scansUnderCurrent() {
        return List.copyOf(scansUnderCurrent);
    }
}
