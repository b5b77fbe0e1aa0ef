// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.comparison;

import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Point;

/**
 * A particle as measured and as it is, scan by scan. A particle counts if it is whole at the first scan, measured and
 * true; at a later scan where the border cuts it, it does not count in that scan.
 *
 * @param measured at every scan; empty where it was not found
 * @param truth at every scan
 */
public record ComparedParticle(LabelMatch match, List<Optional<ParticleState>> measured,
    List<Optional<ParticleState>> truth) {

    /** Whether the particle counts at all: it is whole, measured and true, at the first scan. */
    public boolean counts() {
        return isWhole(measured.get(0)) && isWhole(truth.get(0));
    }

    private static boolean isWhole(final Optional<ParticleState> state) {
        return state.isPresent() && state.get().hasCentre() && !state.get().cut();
    }

    /** Whether its volumes at a scan can be compared. One that was not found there counts as vanished. */
    public boolean counts(final int scan) {
        return counts() && truth.get(scan).isPresent() && !truth.get(scan).get().cut()
            && !measured.get(scan).map(ParticleState::cut).orElse(false);
    }

    /** Displacement since the first scan as measured, µm; empty where there is no place or it does not count. */
    public Optional<Point> measuredDisplacement(final int scan) {
        return displacement(measured, scan);
    }

    /** The true displacement since the first scan, µm; empty likewise. */
    public Optional<Point> trueDisplacement(final int scan) {
        return displacement(truth, scan);
    }

    private Optional<Point> displacement(final List<Optional<ParticleState>> states, final int scan) {
        return counts(scan) ? states.get(scan).filter(ParticleState::hasCentre)
            .map(state -> state.centre().minus(states.get(0).orElseThrow().centre())) : Optional.empty();
    }

    /** Distance of the measured from the true place, both from where they were at the first scan, µm; NaN likewise. */
    public double error(final int scan) {
        final Optional<Point> found = measuredDisplacement(scan);
        final Optional<Point> right = trueDisplacement(scan);
        return found.isPresent() && right.isPresent() ? found.get().minus(right.get()).norm() : Double.NaN;
    }

    /** The measured volume, µm³; 0 where the particle was not found. */
    public double measuredVolume(final int scan) {
        return measured.get(scan).map(ParticleState::volume).orElse(0.0);
    }

    /** The true volume, µm³. */
    public double trueVolume(final int scan) {
        return truth.get(scan).map(ParticleState::volume).orElse(0.0);
    }
}
