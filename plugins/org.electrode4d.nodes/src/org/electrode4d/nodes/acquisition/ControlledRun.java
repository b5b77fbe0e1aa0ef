// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.control.AcquisitionRun;
import org.electrode4d.acquisition.control.Alarm;
import org.electrode4d.acquisition.control.CommandAlarm;
import org.electrode4d.acquisition.control.RunDescription;
import org.electrode4d.acquisition.control.RunDevices;
import org.electrode4d.acquisition.control.RunOptions;
import org.electrode4d.acquisition.control.RunResult;
import org.electrode4d.acquisition.control.RunResumption;
import org.electrode4d.acquisition.control.RunSetup;
import org.electrode4d.acquisition.control.SafeStateOutcome;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogFile;
import org.electrode4d.acquisition.log.LogRecord;
import org.electrode4d.acquisition.log.LogSink;
import org.electrode4d.acquisition.log.RunHistory;
import org.electrode4d.acquisition.log.RunLog;
import org.electrode4d.acquisition.log.RunLogReader;
import org.electrode4d.acquisition.scan.ScanTrigger;
import org.electrode4d.acquisition.scan.SimulatedScanTrigger;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.volume.Progress;
import org.knime.core.node.KNIMEException;

/** A run as the Acquisition Control leads it: begun, resumed or ended, with its log in a folder. */
final class ControlledRun {

    /** What is done with what, and where it is written down. */
    private record Lead(ProtocolInput protocol, InstrumentRig rig, Path log) {
    }

    @FunctionalInterface
    private interface LogOpener {
        RunLog open(Path log, Clock clock, UnaryOperator<LogFile> disk) throws IOException;
    }

    private final AcquisitionSettings settings;
    private final AcquisitionControlNodeParameters parameters;
    private final ProtocolInput input;
    private final Warnings warnings;
    private final Path scratch;

    /** @param scratch a file that may be written and is nobody else's */
    ControlledRun(final AcquisitionSettings settings, final ProtocolInput input, final Warnings warnings,
        final Path scratch) {
        this.settings = settings;
        this.parameters = settings.parameters();
        this.input = input;
        this.warnings = warnings;
        this.scratch = scratch;
    }

    /**
     * Does what the settings say.
     *
     * @return the log of the run, which is over
     * @throws KNIMEException with what is the matter, whether the output is off, and where the log is
     * @throws CancellationException if it was cancelled; the output is off
     */
    Path run(final Progress progress) throws KNIMEException {
        try {
            return choose(progress);
        } catch (IOException e) {
            throw RunFailure.untouched(e);
        }
    }

    private Path choose(final Progress progress) throws IOException, KNIMEException {
        final RunFolder folder = new RunFolder(parameters.m_folder, parameters.m_createFolders);
        final Path last = folder.last().orElse(null);
        return switch (parameters.m_unfinished) {
            case RESUME -> resume(former(folder, last), progress);
            case END -> end(former(folder, last));
            case STOP -> {
                refuseLeft(last);
                yield begin(folder.next(), progress);
            }
            case NEW_RUN -> begin(folder.next(), progress);
        };
    }

    private static void refuseLeft(final Path last) throws IOException, KNIMEException {
        if (last != null && RunFolder.wasLeft(RunHistory.read(last))) {
            throw NodeFailure.of("The last run in the folder has no end, or its output was not verified to be "
                + "off: " + last
                + ". Its cell may still be connected. Nothing was touched.",
                "Look at the instrument. Then set 'If the last run is unfinished' to 'Resume', 'End safely' or 'Start "
                + "a new run'.");
        }
    }

    private static Path former(final RunFolder folder, final Path last) throws KNIMEException {
        if (last == null) {
            throw NodeFailure.of("There is no log of a run in " + folder.path() + ".",
                "Choose the folder of the run that is to be resumed or ended, or start a new run.");
        }
        return last;
    }

    private Lead lead(final ProtocolInput protocol, final double charge, final Path log)
        throws IOException, KNIMEException {
        final InstrumentRig rig = settings.isReal()
            ? InstrumentRig.real(settings.instrument(), protocol.protocol().samplingPeriod())
            : InstrumentRig.simulated(parameters, protocol.protocol(), charge, scratch);
        return new Lead(protocol, rig, log);
    }

    private Lead checked(final Lead lead) throws IOException, KNIMEException {
        ProtocolFindings.check(lead.protocol.protocol(), lead.rig.range(), warnings);
        return lead;
    }

    private Path begin(final Path log, final Progress progress) throws IOException, KNIMEException {
        return run(checked(lead(input, 0, log)), RunLog::create, AcquisitionRun::fresh, progress);
    }

    private Path resume(final Path log, final Progress progress) throws IOException, KNIMEException {
        final List<LogRecord> records = records(log);
        final RunResumption former = RunResumption.of(input.protocol(), records);
        if (!former.started().protocol().equals(input.text())) {
            throw NodeFailure.of("The run in " + log + " follows another protocol than that of the input table. "
                + "Nothing was touched.", "Connect the protocol with which the run was begun, or start a new run.");
        }
        return run(checked(lead(input, charge(records, input), log)), RunLog::resume,
            setup -> AcquisitionRun.resumed(setup, former), progress);
    }

    private Path end(final Path log) throws IOException, KNIMEException {
        final List<LogRecord> records = records(log);
        final ProtocolInput logged = ProtocolInput.of(records, log);
        final RunResumption former = RunResumption.of(logged.protocol(), records);
        final Lead lead = lead(logged, charge(records, logged), log);
        final SafeStateOutcome outcome;
        // no scan is asked for: a tomography control that is gone keeps nobody from switching off
        try (ScanTrigger none = new SimulatedScanTrigger(lead.rig.clock(), 1);
            LastWords sink = LastWords.of(log, lead.rig.clock())) {
            outcome = AcquisitionRun.resumed(setup(lead, none, sink), former).safelyEnd();
            sink.failure().ifPresent(e -> warnings.add("The end of the run could not be written into its log "
                + log + ": " + e.getMessage()));
        } catch (IOException e) {
            throw RunFailure.notEnded(e, log);
        }
        if (!outcome.verified()) {
            throw RunFailure.notEnded(outcome.inWords(), log);
        }
        warnings.add("The run was ended without going on. " + outcome.inWords());
        return log;
    }

    private static List<LogRecord> records(final Path log) throws IOException {
        final List<LogRecord> records = new ArrayList<>();
        RunLogReader.read(log, records::add);
        return records;
    }

    /** A simulated cell is as full as the log left it. */
    private static double charge(final List<LogRecord> records, final ProtocolInput protocol) {
        double charge = 0;
        for (final LogRecord logged : records) {
            charge = logged.event() instanceof LogEvent.Sampled sampled ? sampled.sample().charge() : charge;
        }
        return charge / protocol.protocol().capacity().orElse(Double.POSITIVE_INFINITY);
    }

    private RunSetup setup(final Lead lead, final ScanTrigger scans, final LogSink sink) {
        final RunOptions options = settings.options();
        final Alarm alarm = parameters.m_alarm.isBlank() ? Alarm.NONE : new CommandAlarm(parameters.m_alarm.strip());
        final InstrumentRig rig = lead.rig;
        return new RunSetup(
            new RunDescription(RunFolder.name(lead.log), lead.protocol.text(), rig.text(), lead.protocol.cell()),
            lead.protocol.protocol(), new RunDevices(rig.opener(), rig.address(), scans, sink, rig.clock()), options,
            alarm, rig.watchdog(parameters, options, lead.log));
    }

    private Path run(final Lead lead, final LogOpener opener, final Function<RunSetup, AcquisitionRun> maker,
        final Progress progress) throws IOException, KNIMEException {
        try {
            final RunResult result = lead(lead, opener, maker, progress);
            if (!result.finished() || !result.safeState().verified()) {
                throw RunFailure.of(result, lead.log);
            }
        } catch (KNIMEException | CancellationException e) {
            exportAfter(e, lead);
            throw e;
        }
        try {
            files(lead).write();
        } catch (IOException e) {
            throw RunFailure.notExported(e, lead.log);
        }
        return lead.log;
    }

    private RunResult lead(final Lead lead, final LogOpener opener, final Function<RunSetup, AcquisitionRun> maker,
        final Progress progress) throws IOException, KNIMEException {
        RunResult result = null;
        try (ScanTrigger scans = settings.scans(lead.rig.clock());
            RunLog sink = opener.open(lead.log, lead.rig.clock(), lead.rig.disk())) {
            result = run(maker.apply(setup(lead, scans, sink)), lead.log, progress);
        } catch (IOException e) {
            throw result == null ? RunFailure.notBegun(e, lead.log) : RunFailure.notClosed(result, e, lead.log);
        } finally {
            RunFolder.removeEmpty(lead.log);
        }
        return result;
    }

    private static RunFiles files(final Lead lead) {
        return new RunFiles(lead.log, lead.protocol.protocol().capacity());
    }

    /** What there is of a run that failed is worth looking at; but why it failed comes first. */
    private static void exportAfter(final Exception failure, final Lead lead) {
        try {
            if (Files.exists(lead.log)) {
                files(lead).write();
            }
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static RunResult run(final AcquisitionRun run, final Path log, final Progress progress)
        throws KNIMEException {
        try {
            return run.run(progress);
        } catch (CancellationException e) {
            RunFailure.throwIfUnsafe(e, log);
            throw e;
        } catch (IOException | RuntimeException e) {
            throw RunFailure.notBegun(e, log);
        }
    }
}
