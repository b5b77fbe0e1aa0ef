// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.List;
import org.electrode4d.phantom.CounterRandom;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/** All that a twin is made of, at the first scan. */
final class TwinMaterial {

    /** Length over which the carbon-binder changes, µm: fine and coarse. */
    private static final double FINE = 0.6;
    private static final double COARSE = 1.7;
    private static final long BINDER = 0x62696e646572L;
    private static final long FOIL = 0x666f696cL;
    private static final long FIBRES = 0x666962726573L;

    private final Layers layers;
    private final List<SiliconParticle> particles;
    private final TextureLattice fine;
    private final TextureLattice coarse;
    private final Foil foil;
    private final FibreMat fibres;
    private final Point bubble;

    TwinMaterial(final TwinSettings settings, final double resolution, final Progress progress) {
        layers = Layers.of(settings);
        particles = SiliconParticles.of(settings, layers, resolution, progress);
        fine = new TextureLattice(CounterRandom.of(settings.seed(), BINDER, 1), FINE);
        coarse = new TextureLattice(CounterRandom.of(settings.seed(), BINDER, 2), COARSE);
        foil = new Foil(CounterRandom.of(settings.seed(), FOIL));
        fibres = new FibreMat(layers.extent(), layers.extent().z(), CounterRandom.of(settings.seed(), FIBRES));
        bubble = placeOfBubble();
    }

    /** Beneath a large particle in the middle of the view (Häusler et al. 2026, Fig. S13). */
    private Point placeOfBubble() {
        Point best = layers.middle();
        double least = Double.MAX_VALUE;
        for (final SiliconParticle particle : particles) {
            final Point c = particle.centre();
            final double r = particle.body().radius();
            final Point off = c.minus(new Point(layers.middle().x(), layers.middle().y(), layers.face() + 9));
            final double rank = off.norm() - 5 * r;
            if (rank < least) {
                least = rank;
                best = c.plus(new Point(0, 0, 0.9 * r + 0.6));
            }
        }
        return best;
    }

    Layers layers() {
        return layers;
    }

    List<SiliconParticle> particles() {
        return particles;
    }

    TextureLattice fine() {
        return fine;
    }

    TextureLattice coarse() {
        return coarse;
    }

    Foil foil() {
        return foil;
    }

    FibreMat fibres() {
        return fibres;
    }

    /** Material point in the middle of the gas bubble, µm. */
    Point bubble() {
        return bubble;
    }
}
