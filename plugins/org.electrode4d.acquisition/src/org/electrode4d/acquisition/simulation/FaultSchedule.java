// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.electrode4d.acquisition.simulation.Fault.Kind;

/**
 * Faults in the order in which they start.
 *
 * @param faults may overlap
 */
public record FaultSchedule(List<Fault> faults) {

    /** Nothing goes wrong. */
    public static final FaultSchedule NONE = new FaultSchedule(List.of());

    private static final int MOST_FAULTS = 6;
    private static final double SHORTEST = 0.05;
    private static final double LONGEST = 120;
    private static final double FOR_EVER = 0.2;

    /** Sorts a copy of the list. */
    public FaultSchedule {
        faults = faults.stream().sorted(Comparator.comparingDouble(Fault::start)).toList();
    }

    /** Some faults. */
    public static FaultSchedule of(final Fault... faults) {
        return new FaultSchedule(List.of(faults));
    }

    /** One to six faults of any kind, always the same ones for a seed; see the other one. */
    public static FaultSchedule random(final long seed, final double duration) {
        return random(seed, duration, Set.of(Kind.values()));
    }

    /**
     * One to six faults, always the same ones for a seed. They start at any time in the duration and last between
     * 0.05 s and 120 s, equally often in each decade; an unplugged port stays so for ever in a fifth of the cases.
     *
     * @param duration seconds
     * @param kinds that may occur; not empty
     */
    public static FaultSchedule random(final long seed, final double duration, final Set<Kind> kinds) {
        final Random random = new Random(seed);
        final List<Kind> choice = kinds.stream().sorted().toList();
        final int count = 1 + random.nextInt(MOST_FAULTS);
        final List<Fault> faults = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            final Kind kind = choice.get(random.nextInt(choice.size()));
            final double start = random.nextDouble() * duration;
            final double length = SHORTEST * Math.pow(LONGEST / SHORTEST, random.nextDouble());
            final boolean forEver = random.nextDouble() < FOR_EVER && kind == Kind.UNPLUGGED;
            final double amount = switch (kind) {
                case DELAY -> SHORTEST * Math.pow(200, random.nextDouble());
                case OFF_IGNORED -> 1 + random.nextInt(3);
                default -> 0;
            };
            faults.add(new Fault(kind, start, forEver ? Double.POSITIVE_INFINITY : start + length, amount));
        }
        return new FaultSchedule(faults);
    }

    /** The same faults, later. */
    public FaultSchedule later(final double seconds) {
        return new FaultSchedule(faults.stream().map(fault -> new Fault(fault.kind(), fault.start() + seconds,
            fault.end() + seconds, fault.amount())).toList());
    }

    /** Whether a fault of a kind is at work at a time. */
    boolean isActive(final Kind kind, final double time) {
        return faults.stream().anyMatch(fault -> fault.kind() == kind && fault.isActive(time));
    }

    /** The first start or end of a fault after a time; infinite if there is none. */
    double nextChange(final double time) {
        double next = Double.POSITIVE_INFINITY;
        for (final Fault fault : faults) {
            next = fault.start() > time ? Math.min(next, fault.start()) : next;
            next = fault.end() > time ? Math.min(next, fault.end()) : next;
        }
        return next;
    }
}
