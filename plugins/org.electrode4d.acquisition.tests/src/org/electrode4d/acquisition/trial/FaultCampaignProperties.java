// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.simulation.Fault;
import org.electrode4d.acquisition.simulation.FaultSchedule;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * Whatever goes wrong, and in whatever order: the cell stays within its limits, ends safe, and the log holds every
 * sample once. A longer campaign is among the benchmarks.
 */
class FaultCampaignProperties {

    private static final int RECORDS = 2500;

    /** What has gone wrong so far, and when the next thing may. */
    static final class Story {

        private final List<Fault> faults = new ArrayList<>();
        private final List<Misfortune.ScanFault> scans = new ArrayList<>();
        private final List<Double> jumps = new ArrayList<>();
        private final List<Misfortune.ProgramFault> program = new ArrayList<>();
        private double time;

        private void add(final Fault.Kind kind, final double pause, final double length) {
            final double start = time + pause;
            faults.add(new Fault(kind, start, start + length, kind == Fault.Kind.DELAY ? length / 10 : 2));
            time = start;
        }

        private Misfortune told() {
            return new Misfortune(new FaultSchedule(faults), faults.size(), scans, jumps, program);
        }

        @Override
        public String toString() {
            return told().toString();
        }
    }

    private static final class Fails implements Action.Independent<Story> {

        @Override
        public Arbitrary<Transformer<Story>> transformer() {
            final Arbitrary<Double> lengths = Arbitraries.doubles().between(-1.3, 2.1).map(x -> Math.pow(10, x));
            return Combinators.combine(Arbitraries.of(Fault.Kind.class), Arbitraries.doubles().between(0, 400),
                lengths).as((kind, pause, length) -> Transformer.mutate(
                    kind + " after " + pause + " s for " + length + " s", s -> s.add(kind, pause, length)));
        }
    }

    /** The cable is pulled and nobody puts it back: the last thing that the instrument hears. */
    private static final class IsUnpluggedForEver implements Action.Independent<Story> {

        @Override
        public boolean precondition(final Story story) {
            return story.faults.stream().noneMatch(fault -> Double.isInfinite(fault.end()));
        }

        @Override
        public Arbitrary<Transformer<Story>> transformer() {
            return Arbitraries.doubles().between(0, 1200).map(pause -> Transformer.mutate("unplugged after " + pause
                + " s", story -> story.add(Fault.Kind.UNPLUGGED, pause, Double.POSITIVE_INFINITY)));
        }
    }

    private static final class BreaksAScan implements Action.Independent<Story> {

        @Override
        public Arbitrary<Transformer<Story>> transformer() {
            return Arbitraries.of(Misfortune.ScanFault.class).map(fault -> Transformer.mutate("scan " + fault,
                story -> story.scans.add(fault)));
        }
    }

    private static final class SetsTheDate implements Action.Independent<Story> {

        @Override
        public Arbitrary<Transformer<Story>> transformer() {
            return Arbitraries.doubles().between(-1e5, 1e5).map(jump -> Transformer.mutate("date set by " + jump
                + " s", story -> story.jumps.add(jump)));
        }
    }

    private static final class StrikesTheProgram implements Action.Independent<Story> {

        @Override
        public Arbitrary<Transformer<Story>> transformer() {
            return Combinators.combine(Arbitraries.of(true, false), Arbitraries.integers().between(0, RECORDS),
                Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(1, 50))
                .as(Misfortune.ProgramFault::new).map(fault -> Transformer.mutate(fault.toString(),
                    story -> story.program.add(fault)));
        }
    }

    @Provide
    static Arbitrary<ActionChain<Story>> stories() {
        return ActionChain.startWith(Story::new).withAction(5, new Fails()).withAction(1, new IsUnpluggedForEver())
            .withAction(1, new BreaksAScan()).withAction(1, new SetsTheDate()).withAction(2, new StrikesTheProgram())
            .withMaxTransformations(7);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void nothingThatGoesWrongHurtsTheCellOrLosesASample(@ForAll("stories") final ActionChain<Story> story,
        @ForAll final InstrumentKind kind) throws IOException {
        assertEquals(List.of(), trial(kind, story.run().told()).violations());
    }

    @Property(tries = 100)
    void aProgramThatIsKilledAtAnyRecordIsResumedToTheEnd(@ForAll final InstrumentKind kind,
        @ForAll @IntRange(min = 1, max = RECORDS) final int record,
        @ForAll @DoubleRange(min = 0, max = 1) final double share) throws IOException {
        final TrialReport report = trial(kind, Misfortune.kill(record, share));
        assertEquals(List.of(), report.violations());
        assertTrue(report.finished(), "not finished");
        assertEquals(0, report.alarms());
    }

    private static TrialReport trial(final InstrumentKind kind, final Misfortune misfortune) throws IOException {
        final Path folder = Files.createTempDirectory("fault-trial");
        try {
            return FaultTrial.run(kind, misfortune, folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(FaultCampaignProperties::delete);
            }
        }
    }

    private static void delete(final Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
