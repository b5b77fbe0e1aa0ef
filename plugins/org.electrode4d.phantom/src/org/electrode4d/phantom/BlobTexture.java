// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.List;

/**
 * A sum of Gaussian blobs at random places: smooth, rich in detail at every place, the texture on which sub-voxel
 * accuracy is measured.
 *
 * @param seed equal seeds make equal textures
 * @param populations fine and coarse blobs as a rule
 */
public record BlobTexture(long seed, List<BlobPopulation> populations) implements Texture {

    /** @throws IllegalArgumentException without any population */
    public BlobTexture {
        if (populations.isEmpty()) {
            throw new IllegalArgumentException("A texture of blobs needs at least one population of blobs.");
        }
        populations = List.copyOf(populations);
    }

    /** The texture of {@link BlobPopulation#FINE} and {@link BlobPopulation#COARSE} blobs. */
    public static BlobTexture of(final long seed) {
        return new BlobTexture(seed, List.of(BlobPopulation.FINE, BlobPopulation.COARSE));
    }

    @Override
    public String name() {
        return "blobs";
    }

    @Override
    public TextureField field() {
        return new BlobField(this);
    }
}
