// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.electrode4d.phantom.CellLattice.Cell;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/**
 * The spheres of a packing whose centres lie in a volume, numbered from 1: cell by cell, so that only the first number
 * of each cell is kept and not the spheres themselves.
 */
final class Particles {

    private final SpherePacking packing;
    private final Bounds bounds;
    private final Map<Cell, Integer> before = new HashMap<>();
    private int count;

    /** Counts the particles: a pass over all cells, which takes seconds for 1000³ voxels. */
    Particles(final SpherePacking packing, final Shape shape, final Progress progress) {
        this.packing = packing;
        bounds = new Bounds(new Point(-0.5, -0.5, -0.5), new Point(shape.x() - 0.5, shape.y() - 0.5, shape.z() - 0.5));
        packing.lattice().visit(bounds, cell -> {
            progress.check();
            before.put(cell, count);
            final Bodies spheres = packing.spheres(cell);
            for (int i = 0; i < spheres.count(); i++) {
                count += bounds.contains(spheres.centre(i)) ? 1 : 0;
            }
        });
    }

    int count() {
        return count;
    }

    /** All particles in the order of their numbers. */
    void forEach(final Consumer<Particle> action) {
        packing.lattice().visit(bounds, cell -> visit(cell, action));
    }

    private void visit(final Cell cell, final Consumer<Particle> action) {
        final Integer first = before.get(cell);
        if (first == null) {
            return;
        }
        final Bodies spheres = packing.spheres(cell);
        int label = first;
        for (int i = 0; i < spheres.count(); i++) {
            if (bounds.contains(spheres.centre(i))) {
                label++;
                action.accept(new Particle(label, spheres.centre(i), spheres.size(i)));
            }
        }
    }

    /**
     * The particles as a pattern of its own.
     *
     * @param amplitude what a particle adds; particles with 0 are left out
     */
    TextureField field(final Profile profile, final ToDoubleFunction<Particle> amplitude) {
        return new TextureField() {
            @Override
            public Profile profile() {
                return profile;
            }

            @Override
            public Bodies touching(final Bounds box) {
                final Bodies found = new Bodies();
                packing.lattice().visit(box.grow(profile.reach(packing.largestRadius())), cell -> visit(cell,
                    particle -> add(particle, amplitude.applyAsDouble(particle), box, found)));
                return found;
            }

            private void add(final Particle particle, final double value, final Bounds box, final Bodies found) {
                final Point c = particle.centre();
                if (value != 0 && box.isWithin(profile.reach(particle.radius()), c.x(), c.y(), c.z())) {
                    found.add(c.x(), c.y(), c.z(), particle.radius(), value);
                }
            }
        };
    }
}
