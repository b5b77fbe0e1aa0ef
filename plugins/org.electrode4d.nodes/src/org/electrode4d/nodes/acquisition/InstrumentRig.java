// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.PacedClock;
import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.control.GuardProcess;
import org.electrode4d.acquisition.control.GuardSettings;
import org.electrode4d.acquisition.control.InstrumentOpener;
import org.electrode4d.acquisition.control.RunOptions;
import org.electrode4d.acquisition.control.Watchdog;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.instrument.InstrumentRange;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.instrument.TextCommands;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.log.LogFile;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.InProcessLink;
import org.electrode4d.acquisition.simulation.InstrumentServer;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;

/**
 * An instrument with its time: a real one in real time, or a simulated one in simulated time. Opens nothing by itself.
 *
 * @param setup kind and address
 * @param opener connects to it
 * @param clock of the run
 * @param real whether it is a real one, to be locked and guarded
 */
record InstrumentRig(InstrumentSetup setup, InstrumentOpener opener, Clock clock, boolean real) {

    private static final LinkAddress NOWHERE = new LinkAddress.Tcp("simulation", 1);
    private static final String EXAMPLE = "example-instrument.yaml";

    /** A real instrument. */
    static InstrumentRig real(final InstrumentSetup setup, final double samplingPeriod) {
        final Clock clock = new SystemClock();
        return new InstrumentRig(setup, InstrumentOpener.of(setup, clock, samplingPeriod), clock, true);
    }

    /**
     * A simulated instrument with a simulated cell.
     *
     * @param charge state of charge of the cell at the start: 0 as assembled
     * @param template where the template of a text instrument is written; no other instrument needs one
     */
    static InstrumentRig simulated(final AcquisitionControlNodeParameters parameters, final Protocol protocol,
        final double charge, final Path template) throws IOException {
        final InstrumentKind kind = parameters.m_dialect.kind;
        if (kind == InstrumentKind.TEXT) {
            Files.writeString(template, TextCommands.shipped(EXAMPLE));
        }
        final InstrumentSetup setup = new InstrumentSetup(kind, NOWHERE,
            kind == InstrumentKind.TEXT ? Optional.of(template) : Optional.empty(), parameters.m_answerTime);
        final Clock clock = new PacedClock(parameters.m_speed);
        final InstrumentServer server = SimulatedInstrument.create(kind, new SimulatedCell(CellModel
            .ofCapacity(protocol.capacity().orElse(CellModel.MICRO_CELL_CAPACITY)).withInitialCharge(charge)));
        return new InstrumentRig(setup,
            transcript -> setup.on(new InProcessLink(server, clock), clock, transcript), clock, false);
    }

    /** What it can do, without a connection. */
    InstrumentRange range() throws IOException {
        return RangeOfDriver.of(setup);
    }

    /** What is to be kept for one run alone. */
    Optional<LinkAddress> address() {
        return real ? Optional.of(setup.address()) : Optional.empty();
    }

    /** Between a log and its disk: nothing is lost with a simulated cell, and a disk is slower than simulated time. */
    UnaryOperator<LogFile> disk() {
        return real ? UnaryOperator.identity() : LogFile::unforced;
    }

    /** For the log. */
    String text() {
        return real ? setup.text() : "simulated " + setup.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Whoever makes safe when this program cannot. */
    Watchdog.Starter watchdog(final AcquisitionControlNodeParameters parameters, final RunOptions options,
        final Path log) {
        if (!real || !parameters.m_guard) {
            return identity -> Watchdog.NONE;
        }
        return identity -> GuardProcess.start(new GuardSettings(RunFolder.name(log), setup.text(), identity,
            parameters.m_guardTimeout, options.safeState(), log.toAbsolutePath().getParent(),
            parameters.m_alarm.strip()));
    }
}
