// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.electrode4d.phantom.CellLattice.Cell;

/**
 * The spheres of a {@link SphereTexture}: random sequential addition (Widom, J. Chem. Phys. 44, 3888, 1966) in an
 * endless space. Cells are filled in eight turns, by whether their indices are even or odd, and each respects the
 * spheres of those neighbours whose turn is earlier. So what a cell holds follows from the seed and from cells at most
 * seven away, not from the order in which somebody asks.
 */
final class SpherePacking implements TextureField {

    // far beyond what a solid fraction of 0.35 needs; only bounds the time
    private static final int MOST_ATTEMPTS = 100_000;
    private static final long MOST_CELLS_KEPT = 16_384;
    private static final double LEAST_CELL_EDGE = 64;
    private static final double RADII_PER_CELL = 6;

    private final SphereTexture texture;
    private final Profile profile;
    private final CellLattice lattice;
    private final Cache<Cell, Bodies> cells = Caffeine.newBuilder().executor(Runnable::run)
        .maximumSize(MOST_CELLS_KEPT).build();

    SpherePacking(final SphereTexture texture) {
        this.texture = texture;
        profile = new SphereProfile(texture.blur());
        lattice = new CellLattice(Math.max(LEAST_CELL_EDGE, RADII_PER_CELL * texture.maxRadius()));
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public Bodies touching(final Bounds box) {
        final Bodies found = new Bodies();
        lattice.visit(box.grow(profile.reach(texture.maxRadius())), cell -> {
            final Bodies spheres = spheres(cell);
            for (int i = 0; i < spheres.count(); i++) {
                if (box.isWithin(profile.reach(spheres.size(i)), spheres.x(i), spheres.y(i), spheres.z(i))) {
                    copy(spheres, i, found);
                }
            }
        });
        return found;
    }

    CellLattice lattice() {
        return lattice;
    }

    double largestRadius() {
        return texture.maxRadius();
    }

    /** The spheres whose centres lie in a cell, always in the same order; not to be changed. */
    Bodies spheres(final Cell cell) {
        final Bodies known = cells.getIfPresent(cell);
        if (known != null) {
            return known;
        }
        // two threads may fill the same cell, with the same spheres
        final Bodies spheres = fill(cell, earlierNeighbours(cell));
        cells.put(cell, spheres);
        return spheres;
    }

    private Bodies earlierNeighbours(final Cell cell) {
        final Bounds bounds = lattice.bounds(cell);
        final Bodies near = new Bodies();
        for (int i = 0; i < 27; i++) {
            final Cell neighbour = cell.plus(i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1);
            if (turn(neighbour) < turn(cell)) {
                final Bodies spheres = spheres(neighbour);
                for (int s = 0; s < spheres.count(); s++) {
                    final double reach = spheres.size(s) + texture.maxRadius();
                    if (bounds.isWithin(reach, spheres.x(s), spheres.y(s), spheres.z(s))) {
                        copy(spheres, s, near);
                    }
                }
            }
        }
        return near;
    }

    private static int turn(final Cell cell) {
        return (int)(cell.x() & 1 | (cell.y() & 1) << 1 | (cell.z() & 1) << 2);
    }

    private Bodies fill(final Cell cell, final Bodies neighbours) {
        final Bounds bounds = lattice.bounds(cell);
        final CounterRandom random = CounterRandom.of(texture.seed(), cell.x(), cell.y(), cell.z());
        final double wanted = texture.solidFraction() * Math.pow(lattice.edge(), 3);
        final Bodies spheres = new Bodies();
        double solid = 0;
        for (long number = 0; number < 4L * MOST_ATTEMPTS; number += 4) {
            final double x = random.between(bounds.min().x(), bounds.max().x(), number);
            final double y = random.between(bounds.min().y(), bounds.max().y(), number + 1);
            final double z = random.between(bounds.min().z(), bounds.max().z(), number + 2);
            final double radius = random.between(texture.minRadius(), texture.maxRadius(), number + 3);
            if (isFree(neighbours, x, y, z, radius) && isFree(spheres, x, y, z, radius)) {
                final double volume = 4 * Math.PI / 3 * radius * radius * radius;
                // the last sphere counts half on either side, so that cells hold the wanted fraction on average
                if (solid + volume / 2 > wanted) {
                    break;
                }
                solid += volume;
                spheres.add(x, y, z, radius, 1);
            }
        }
        return spheres;
    }

    private static boolean isFree(final Bodies spheres, final double x, final double y, final double z,
        final double radius) {
        for (int i = 0; i < spheres.count(); i++) {
            final double dx = spheres.x(i) - x;
            final double dy = spheres.y(i) - y;
            final double dz = spheres.z(i) - z;
            final double least = spheres.size(i) + radius;
            if (dx * dx + dy * dy + dz * dz < least * least) {
                return false;
            }
        }
        return true;
    }

    private static void copy(final Bodies from, final int body, final Bodies to) {
        to.add(from.x(body), from.y(body), from.z(body), from.size(body), from.amplitude(body));
    }
}
