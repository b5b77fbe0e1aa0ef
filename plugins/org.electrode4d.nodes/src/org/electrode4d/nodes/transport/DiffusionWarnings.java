// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.Locale;
import java.util.TreeSet;

import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.transport.diffusion.DiffusionResult;
import org.electrode4d.transport.diffusion.DiffusionSettings;
import org.electrode4d.transport.diffusion.GroupUptake;
import org.electrode4d.transport.diffusion.SolvedPhase;

/** What a user should know of a scan that was computed. */
final class DiffusionWarnings {

    private static final double SATURATED = 0.999;
    /** Of C: elements of order 2 overshoot by as much anyway. */
    private static final double BEYOND = 0.05;

    private DiffusionWarnings() {
    }

    static void add(final Warnings warnings, final DiffusedScan scan, final DiffusionSettings settings) {
        final DiffusionResult result = scan.outcome().result();
        final String name = scan.step().name();
        final TreeSet<Integer> absent = new TreeSet<>(settings.phases().stream().map(SolvedPhase::label).toList());
        result.uptakes().get(1).forEach(uptake -> absent.remove(uptake.label()));
        absent.forEach(label -> warnings.add("Label " + label + " is nowhere in the phases of " + name + "."));
        final double connected = result.balance().connected();
        if (connected == 0) {
            warnings.add("No source phase touches a solved phase in " + name + ": nothing comes in, and the "
                + "concentration stays 0. Check 'Source phases'.");
        } else if (connected < 1) {
            warnings.add(String.format(Locale.ROOT, "%.3g %% of the solved phases of %s are cut off from all sources "
                + "and stay empty.", 100 * (1 - connected), name));
        }
        addOvershoot(warnings, scan, settings.source().concentration());
        final GroupUptake all = result.uptakes().get(0).get(0);
        if (connected > 0 && scan.times().length > 0 && isFullAt(scan.times()[0], scan, settings, connected)) {
            warnings.add(String.format(Locale.ROOT, "%s is full before the first map at %s s: its mean reached 90 %% "
                + "after %.3g s. Choose earlier output times, or check diffusivity and mass transfer "
                + "coefficient.", name,
                (float)scan.times()[0], all.saturationTime()));
        }
    }

    /** Where lithium has come less far than an element is large, its concentration swings around what it should be. */
    private static void addOvershoot(final Warnings warnings, final DiffusedScan scan, final double source) {
        for (int i = 0; i < scan.times().length; i++) {
            double least = 0;
            double most = source;
            for (final double value : scan.outcome().result().maps().get(i)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            if (least < -BEYOND * source || most > (1 + BEYOND) * source) {
                warnings.add(String.format(Locale.ROOT, "%s after %s s: concentrations from %.3g to %.3g mol/L leave "
                    + "the range from 0 to %.3g mol/L, since lithium has not come as far as the elements are large. Choose "
                    + "smaller finest elements or more halvings, or later output times.", scan.step().name(),
                    (float)scan.times()[i], least, most, source));
            }
        }
    }

    private static boolean isFullAt(final double time, final DiffusedScan scan, final DiffusionSettings settings,
        final double connected) {
        final DiffusionResult result = scan.outcome().result();
        int at = 0;
        while (result.times()[at] < time) {
            at++;
        }
        return connected == 1 && result.mean()[at] > SATURATED * settings.source().concentration();
    }
}
