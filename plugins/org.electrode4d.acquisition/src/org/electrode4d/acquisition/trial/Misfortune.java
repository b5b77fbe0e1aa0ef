// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.electrode4d.acquisition.simulation.FaultSchedule;

/**
 * All that goes wrong in a trial.
 *
 * @param instrument faults of the instrument and its port, by the seconds of the trial
 * @param seed of random bytes
 * @param scans fault of the first scan, the second one, ...; a missing one works
 * @param clockJumps how far the date and time of day is set at the 100th log record, the 200th, ..., in seconds
 * @param program what happens to the control program at a record of its log
 */
public record Misfortune(FaultSchedule instrument, long seed, List<ScanFault> scans, List<Double> clockJumps,
    List<ProgramFault> program) {

    /** What can go wrong with a scan. */
    public enum ScanFault {
        /** Nothing. */
        NONE,
        /** It never answers. */
        SILENT,
        /** It answers, long after it should. */
        LATE,
        /** The tomography control reports a failure. */
        FAILS
    }

    /**
     * What can go wrong with the program and its disk.
     *
     * @param kill whether the program dies (true), or only the disk is full for some records (false)
     * @param atRecord record of the log that is torn; counts on over the parts of a resumed run
     * @param share of the record that still reaches the file, 0 to 1
     * @param records that cannot be written, for a full disk
     */
    public record ProgramFault(boolean kill, int atRecord, double share, int records) {
    }

    /** Nothing goes wrong. */
    public static final Misfortune NONE = new Misfortune(FaultSchedule.NONE, 0, List.of(), List.of(), List.of());

    private static final double HOUR = 3600;

    /** Copies the lists. */
    public Misfortune {
        scans = List.copyOf(scans);
        clockJumps = List.copyOf(clockJumps);
        program = List.copyOf(program);
    }

    /** The program dies while it writes a record, of which a share reaches the file; nothing else goes wrong. */
    public static Misfortune kill(final int atRecord, final double share) {
        return new Misfortune(FaultSchedule.NONE, 0, List.of(), List.of(),
            List.of(new ProgramFault(true, atRecord, share, 0)));
    }

    /**
     * Up to six faults of the instrument, and often some of scans, clock, disk and program; always the same for a seed.
     *
     * @param duration seconds in which the faults of the instrument begin
     * @param records of the log, about, in which those of the program happen
     */
    public static Misfortune random(final long seed, final double duration, final int records) {
        final Random random = new Random(seed * 31 + 17);
        return new Misfortune(random.nextInt(8) == 0 ? FaultSchedule.NONE : FaultSchedule.random(seed, duration), seed,
            scans(random), jumps(random), program(random, records));
    }

    private static List<ScanFault> scans(final Random random) {
        final List<ScanFault> faults = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            faults.add(random.nextInt(12) == 0 ? ScanFault.values()[random.nextInt(4)] : ScanFault.NONE);
        }
        return faults;
    }

    private static List<Double> jumps(final Random random) {
        final List<Double> jumps = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            jumps.add(HOUR * 3 * random.nextGaussian());
        }
        return jumps;
    }

    private static List<ProgramFault> program(final Random random, final int records) {
        final List<ProgramFault> faults = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            faults.add(new ProgramFault(random.nextBoolean(), random.nextInt(records), random.nextDouble(),
                1 + random.nextInt(50)));
        }
        return faults;
    }

}
