// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.log.RunLog;
import org.electrode4d.acquisition.protocol.Amount;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.volume.Progress;

/** The main class of a program that runs a protocol with a guard, and ends as it is told after a few samples. */
final class GuardedProgram {

    /** Seconds without a heartbeat. */
    static final double TIMEOUT = 1.5;
    /** Exit code of a program that broke down. */
    static final int BROKEN = 9;

    private static final double CURRENT = 1e-5;
    private static final int SAMPLES = 4;

    private GuardedProgram() {
    }

    /** @param arguments instrument, folder of the log, and how it ends */
    public static void main(final String... arguments) throws IOException {
        final Clock clock = new SystemClock();
        final Path folder = Path.of(arguments[1]);
        final InstrumentSetup instrument = InstrumentSetup.parse(arguments[0]);
        final Protocol protocol = protocol();
        try (RunLog log = RunLog.create(folder.resolve("run.log"), clock)) {
            final RunSetup setup = new RunSetup(
                new RunDescription("guarded", "protocol", instrument.text(), Map.of()), protocol,
                new RunDevices(InstrumentOpener.of(instrument, clock, protocol.samplingPeriod()),
                    Optional.of(instrument.address()), new FakeScans(clock), log, clock),
                RunOptions.DEFAULT, Alarm.NONE, identity -> GuardProcess.start(new GuardSettings("guarded",
                    instrument.text(), identity, TIMEOUT, new SafeStateRetries(10, 10), folder, "")));
            AcquisitionRun.fresh(setup).run(new Ending(arguments[2]));
        }
    }

    private static Protocol protocol() {
        return new Protocol("guarded", OptionalDouble.empty(), 0.1, 0, new SafetyLimits(2, 4.3, 1e-4, 3600, 1, 60),
            List.of(new Step.ConstantCurrent("charge", new Amount(CURRENT, Amount.Unit.AMPERE),
                new EndCondition.Threshold(Quantity.TIME, true, new Amount(1, Amount.Unit.SECOND)),
                Optional.empty()), new Step.ConstantCurrent("go on", new Amount(CURRENT, Amount.Unit.AMPERE),
                    new EndCondition.Threshold(Quantity.TIME, true, new Amount(600, Amount.Unit.SECOND)),
                    Optional.empty())));
    }

    private static final class Ending implements Progress {

        private final String how;
        private int samples;

        Ending(final String how) {
            this.how = how;
        }

        @Override
        public void check() {
            // never cancelled
        }

        @Override
        public void report(final double fraction, final String message) {
            if (++samples == SAMPLES) {
                System.out.println("sampling");
                switch (how) {
                    case "halt" -> {
                        // The test looks first; then it closes the stream.
                        awaitEndOfInput();
                        Runtime.getRuntime().halt(BROKEN);
                    }
                    case "stop" -> stop();
                    default -> new Thread(() -> System.exit(0)).start();
                }
            }
        }

        private static void awaitEndOfInput() {
            try {
                System.in.read();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop() {
            try {
                new ProcessBuilder("kill", "-STOP", Long.toString(ProcessHandle.current().pid())).start().waitFor();
                Thread.sleep(60_000);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
