// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.Locale;

import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.transport.lithiation.LithiationState;
import org.electrode4d.transport.lithiation.MeshedParticle;
import org.electrode4d.transport.lithiation.ParticleLithiation;
import org.electrode4d.transport.lithiation.SurfaceKind;

/** One computed particle of one scan. */
record LithiationCase(ScanStep scan, String scanName, int label, MeshedParticle particle, ParticleLithiation lithiation) {

    private static final double OVERSHOOT = 0.02;

    /** For people. */
    String title() {
        return "Particle " + label + " of " + scan.name();
    }

    /** For file names. */
    String suffix() {
        return scanName + "-" + label;
    }

    /** What a user should know of it. */
    void warn(final Warnings warnings) {
        if (particle.surface().ionicArea() == 0) {
            warnings.add(title() + " has no surface that lithium ions pass, neither pore nor SEI: no current flows, "
                + "and its ionic limit is 0 C.");
        } else if (particle.surface().area(SurfaceKind.CONTACT) == 0) {
            warnings.add(title() + " touches no contact: its electronic limit is 0 C. Check 'Labels of contacts' if "
                + "that is not meant.");
        }
        if (particle.isCut()) {
            warnings.add(title() + " is cut off at the border of the volume: nothing passes there, and its capacity "
                + "is that of the part inside.");
        }
        if (particle.dropped() > 0) {
            warnings.add(String.format(Locale.ROOT, "%s falls into pieces; the largest is computed, without the other "
                + "%.2g %% of its volume.", title(), 100 * particle.dropped()));
        }
        lithiation.runs().forEach(run -> {
            warnOfEnd(run, warnings);
            warnOfOvershoot(run, warnings);
        });
    }

    /** No lithium goes against the current: beyond the start are only swings of elements that are too large. */
    private void warnOfOvershoot(final ParticleLithiation.Run run, final Warnings warnings) {
        final double beyond = run.protocol().isDelithiation() ? run.state().max() - run.protocol().start()
            : run.protocol().start() - run.state().min();
        if (beyond > OVERSHOOT) {
            warnings.add(String.format(Locale.ROOT, "%s at %s C: the state of charge overshoots its start by %.2g %%, "
                + "since lithium has not come as far as the elements are large. Choose smaller finest elements and "
                + "more of them, or check diffusivity and rate.", title(), run.protocol().rate(), 100 * beyond));
        }
    }

    private void warnOfEnd(final ParticleLithiation.Run run, final Warnings warnings) {
        final LithiationState state = run.state();
        if (state.ending() != LithiationState.Ending.REACHED) {
            warnings.add(String.format(Locale.ROOT, "%s at %s C: after %.4g s, at a mean of %.4g %%, somewhere at the "
                + "surface was %s. There the current ended: that is the ionic limit.", title(), run.protocol().rate(),
                state.time(), 100 * state.mean(),
                state.ending() == LithiationState.Ending.EMPTY ? "no lithium left" : "no room for more lithium"));
        }
    }
}
