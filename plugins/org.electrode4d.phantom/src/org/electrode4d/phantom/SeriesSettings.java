// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Shape;

/**
 * Everything that makes a series of an electrode.
 *
 * @param phantom its reference state, of the texture spheres
 * @param electrode where it is
 * @param cycle how it swells
 * @param drift how it moves
 * @param lithiation how its particles change
 */
public record SeriesSettings(PhantomSettings phantom, Electrode electrode, Cycle cycle, Drift drift,
    Lithiation lithiation) {

    /** @throws IllegalArgumentException for another texture than spheres, and a strain that leaves no thickness */
    public SeriesSettings {
        if (!(phantom.texture() instanceof SphereTexture)) {
            throw new IllegalArgumentException("An electrode is made of particles: it needs the texture spheres, not "
                + phantom.texture().name() + ".");
        }
        for (int scan = 0; scan < cycle.scans(); scan++) {
            cycle.swelling(electrode, scan);
        }
    }

    /** The cycle of a silicon anode in spheres of seed 1; without noise, drift or change of grey values. */
    public static SeriesSettings of(final Shape shape) {
        return new SeriesSettings(PhantomSettings.of(shape).withTexture(SphereTexture.of(1)),
            Electrode.in(shape.z()), Cycle.siliconAnode(), Drift.NONE, Lithiation.NONE);
    }

    public SeriesSettings withPhantom(final PhantomSettings newPhantom) {
        return new SeriesSettings(newPhantom, electrode, cycle, drift, lithiation);
    }

    public SeriesSettings withElectrode(final Electrode newElectrode) {
        return new SeriesSettings(phantom, newElectrode, cycle, drift, lithiation);
    }

    public SeriesSettings withCycle(final Cycle newCycle) {
        return new SeriesSettings(phantom, electrode, newCycle, drift, lithiation);
    }

    public SeriesSettings withDrift(final Drift newDrift) {
        return new SeriesSettings(phantom, electrode, cycle, newDrift, lithiation);
    }

    public SeriesSettings withLithiation(final Lithiation newLithiation) {
        return new SeriesSettings(phantom, electrode, cycle, drift, newLithiation);
    }

    SphereTexture texture() {
        return (SphereTexture)phantom.texture();
    }

    /**
     * The deformation from T0 to a scan, in voxels: the electrode swells first, then the whole drifts.
     *
     * @param scan from 0
     */
    public Deformation motion(final int scan) {
        requireScan(scan);
        final int moves = Math.min(scan, cycle.strains().size());
        return cycle.swelling(electrode, scan).andThen(drift.after(moves, Deformations.centre(phantom.shape())));
    }

    /** The deformation from one scan to another. */
    public Deformation motion(final int from, final int to) {
        return from == 0 ? motion(to) : motion(from).inverted().andThen(motion(to));
    }

    private void requireScan(final int scan) {
        if (scan < 0 || scan >= cycle.scans()) {
            throw new IllegalArgumentException("The series has the scans T0 to T" + (cycle.scans() - 1) + ", not T"
                + scan + ".");
        }
    }
}
