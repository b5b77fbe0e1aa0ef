// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.trial.FaultTrial;
import org.electrode4d.acquisition.trial.Misfortune;
import org.electrode4d.acquisition.trial.TrialReport;
import org.electrode4d.acquisition.trial.Violation;

/**
 * Runs of a protocol in which everything goes wrong that can: no answer, lost commands, half lines, garbage, wrong
 * echoes, overflow values, latched errors, unplugged ports, scans that fail, a full disk, jumps of the date, and the
 * death of the program at any record of its log, at every record once. Counts what came of it; whatever must never
 * happen is printed with the seed that shows it again.
 *
 * <p>Run with the number of random schedules of faults in each language (2500 where none is given, 10,000 together) and
 * every how many records the program is killed (1):
 * <pre>{@code java -cp <class path> org.electrode4d.benchmarks.FaultCampaign 2500 1}</pre>
 */
public final class FaultCampaign {

    private static final double DURATION = 1200;
    private static final int RECORDS = 2500;

    private FaultCampaign() {
    }

    public static void main(final String[] arguments) throws IOException {
        final int schedules = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2500;
        final int step = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        System.out.println("Random schedules of faults");
        System.out.println(Count.HEADER);
        for (final InstrumentKind kind : InstrumentKind.values()) {
            System.out.println(campaign(kind, LongStream.range(0, schedules),
                seed -> Misfortune.random(seed, DURATION, RECORDS)));
        }
        System.out.println();
        System.out.println("The program killed at every record of its log" + (step > 1 ? ", every " + step : ""));
        System.out.println(Count.HEADER);
        for (final InstrumentKind kind : InstrumentKind.values()) {
            final long records = trial(kind, Misfortune.NONE).records();
            System.out.println(campaign(kind, LongStream.range(0, records).filter(record -> record % step == 0),
                record -> Misfortune.kill((int)record, (record % 7) / 6.)));
        }
    }

    private static Count campaign(final InstrumentKind kind, final LongStream seeds,
        final LongFunction<Misfortune> misfortune) {
        final Count count = new Count(kind);
        seeds.parallel().forEach(seed -> {
            final Misfortune trial = misfortune.apply(seed);
            count.add(seed, trial, trial(kind, trial));
        });
        return count;
    }

    private static TrialReport trial(final InstrumentKind kind, final Misfortune misfortune) {
        try {
            final Path folder = Files.createTempDirectory("fault-campaign");
            final TrialReport report = FaultTrial.run(kind, misfortune, folder);
            try (Stream<Path> files = Files.walk(folder)) {
                for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of the trials in one language. */
    private static final class Count {

        static final String HEADER = "| language | trials | faults | finished | programs | samples | limit | log | "
            + "scan | safe state | bug | alarms | latest safe [s] | beyond a limit [s] |\n"
            + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

        private final InstrumentKind kind;
        private final long[] violations = new long[Violation.Kind.values().length];
        private long trials;
        private long faults;
        private long finished;
        private long programs;
        private long samples;
        private long alarms;
        private double latest;
        private double beyond;

        Count(final InstrumentKind kind) {
            this.kind = kind;
        }

        synchronized void add(final long seed, final Misfortune misfortune, final TrialReport report) {
            trials++;
            faults += misfortune.instrument().faults().size() + misfortune.program().size()
                + misfortune.clockJumps().size()
                + misfortune.scans().stream().filter(scan -> scan != Misfortune.ScanFault.NONE).count();
            finished += report.finished() ? 1 : 0;
            programs += report.programs();
            samples += report.samples();
            alarms += report.alarms();
            latest = Math.max(latest, report.secondsToSafe());
            beyond = Math.max(beyond, report.holdsLimits() ? report.secondsBeyond() : 0);
            for (final Violation violation : report.violations()) {
                violations[violation.kind().ordinal()]++;
                System.out.println(kind + ", seed or record " + seed + ": " + violation);
            }
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d | %.1f | %s |",
                kind, trials, faults, finished, programs, samples, of(Violation.Kind.LIMIT), of(Violation.Kind.LOG),
                of(Violation.Kind.SCAN), of(Violation.Kind.SAFE_STATE), of(Violation.Kind.BUG), alarms, latest,
                kind == InstrumentKind.ZAHNER ? "-" : String.format(Locale.ROOT, "%.2f", beyond));
        }

        private long of(final Violation.Kind wanted) {
            return violations[wanted.ordinal()];
        }
    }
}
