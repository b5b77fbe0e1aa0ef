// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/**
 * What a phantom is made of: a recipe for a grey pattern that fills all of space, fixed to the material. The recipe is
 * a few numbers and a seed; {@link #field()} makes the pattern. Because the pattern knows nothing of a volume's edges,
 * a larger phantom contains the smaller one of the same recipe.
 */
public interface Texture {

    long seed();

    /** A name for lists and file names: {@code blobs}, {@code spheres}. */
    String name();

    /** The pattern itself; equal textures make equal patterns. */
    TextureField field();

    /** The pattern's value T at one material point, in voxels; for many points keep the {@link #field()}. */
    default double value(final Point reference) {
        return field().value(reference);
    }
}
