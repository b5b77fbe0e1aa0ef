// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * The blobs of a {@link BlobTexture}: a Poisson process, drawn cell by cell when asked, from numbers that depend on
 * seed, population and cell alone. Nothing is stored.
 */
final class BlobField implements TextureField {

    private static final Profile PROFILE = new GaussianProfile();

    // a cell holds eight blobs on average: few enough to skip what a box does not need
    private static final int SPACINGS_PER_CELL = 2;

    private final BlobTexture texture;

    BlobField(final BlobTexture texture) {
        this.texture = texture;
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public Bodies touching(final Bounds box) {
        final Bodies bodies = new Bodies();
        for (int i = 0; i < texture.populations().size(); i++) {
            final int number = i;
            final BlobPopulation population = texture.populations().get(i);
            final CellLattice lattice = new CellLattice(SPACINGS_PER_CELL * population.spacing());
            lattice.visit(box.grow(PROFILE.reach(population.maxSigma())), cell -> {
                final CounterRandom random = CounterRandom.of(texture.seed(), number, cell.x(), cell.y(), cell.z());
                draw(population, lattice.bounds(cell), random, box, bodies);
            });
        }
        return bodies;
    }

    private static void draw(final BlobPopulation population, final Bounds cell, final CounterRandom random,
        final Bounds box, final Bodies bodies) {
        final double mean = SPACINGS_PER_CELL * SPACINGS_PER_CELL * SPACINGS_PER_CELL;
        final int count = random.poisson(mean, 0);
        for (int i = 0; i < count; i++) {
            final long number = 1 + 5L * i;
            final double x = random.between(cell.min().x(), cell.max().x(), number);
            final double y = random.between(cell.min().y(), cell.max().y(), number + 1);
            final double z = random.between(cell.min().z(), cell.max().z(), number + 2);
            final double sigma = random.between(population.minSigma(), population.maxSigma(), number + 3);
            if (box.isWithin(PROFILE.reach(sigma), x, y, z)) {
                final double amplitude = population.amplitude();
                bodies.add(x, y, z, sigma, random.between(-amplitude, amplitude, number + 4));
            }
        }
    }
}
