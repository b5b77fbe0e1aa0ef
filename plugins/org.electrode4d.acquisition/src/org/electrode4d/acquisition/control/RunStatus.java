// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.util.Locale;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.machine.MachineState;
import org.electrode4d.acquisition.machine.Phase;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.volume.Progress;

/** Tells what a run does: {@code constant current, 4.012 V, 11.1 µA, next scan T3 in at most 12 min}. */
final class RunStatus {

    private static final String[] PREFIXES = {"", "m", "µ", "n"};

    private final Protocol protocol;
    private final NextScan nextScan;

    RunStatus(final Protocol protocol) {
        this.protocol = protocol;
        this.nextScan = new NextScan(protocol);
    }

    /** The fraction is that of the time that the limits of the protocol allow. */
    void report(final Progress progress, final MachineState state, final Reading reading) {
        progress.report(Math.min(1, reading.time() / protocol.limits().maxTime()), inWords(state, reading));
    }

    String inWords(final MachineState state, final Reading reading) {
        return String.format(Locale.ROOT, "%s, %.3f V, %s, %s", doing(state.position().phase()), reading.potential(),
            current(reading.current()), nextScan.inWords(state, reading.time()));
    }

    private static String doing(final Phase phase) {
        return switch (phase) {
            case REST -> "rest";
            case CURRENT -> "constant current";
            case POTENTIAL -> "constant potential";
            case BEFORE_SCAN -> "rest before a scan";
            case SCANNING -> "scan";
            case FINISHED -> "finished";
            case SAFE -> "safe state";
        };
    }

    /** With the prefix that leaves at least one digit before the point. */
    private static String current(final double ampere) {
        int prefix = 0;
        double value = ampere;
        while (Math.abs(value) < 1 && value != 0 && prefix < PREFIXES.length - 1) {
            value *= 1000;
            prefix++;
        }
        return String.format(Locale.ROOT, "%.3g %sA", value, PREFIXES[value == 0 ? 0 : prefix]);
    }
}
