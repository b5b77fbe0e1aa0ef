// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.List;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/** Under construction. */
public final class DigitalTwin {

    private final TwinSettings settings;

    private DigitalTwin(final TwinSettings settings) {
        this.settings = settings;
    }

    /** Places the particles, in about a second for the largest. */
    public static DigitalTwin of(final TwinSettings settings, final Progress progress) {
        return new DigitalTwin(settings);
    }

    public TwinSettings settings() {
        return settings;
    }

    /** Number of scans, the reference included. */
    public int scans() {
        return settings.states().size();
    }

    /** Number of particles that reach into the view; their numbers are 1, 2, ... */
    public int particles() {
        throw new UnsupportedOperationException();
    }

    /** What the tomograph sees: UINT16. Metadata hold {@code Time [h]} and {@code State of charge [%]}. */
    public Volume volume(final int scan) {
        throw new UnsupportedOperationException();
    }

    /** What every voxel is made of: the labels of {@link TwinPhase}, UINT8, with their names. */
    public LabelVolume phases(final int scan) {
        throw new UnsupportedOperationException();
    }

    /** The number of the particle at every voxel, its lithiated part and its crack included; 0 elsewhere. UINT16. */
    public Volume particles(final int scan) {
        throw new UnsupportedOperationException();
    }

    /** The parts of the electrode: 1 next to the collector, 2 next to the separator, 0 elsewhere; UINT8. */
    public LabelVolume regions(final int scan) {
        throw new UnsupportedOperationException();
    }

    /** How the material moves from one scan to another, voxels: exact. */
    public Deformation motion(final int from, final int to) {
        throw new UnsupportedOperationException();
    }

    /** @param number from 1 */
    public TwinParticle particle(final int number) {
        throw new UnsupportedOperationException();
    }

    /** What is true of the electrode, by integration over the view: some 10 ms. */
    public TwinTruth truth(final int scan, final Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** All particles in the order of their numbers, counted in one pass over the true phases. */
    public List<ParticleTruth> particleTruths(final int scan, final Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Full width at half maximum of the line spread function, µm. */
    public double resolution() {
        throw new UnsupportedOperationException();
    }
}
