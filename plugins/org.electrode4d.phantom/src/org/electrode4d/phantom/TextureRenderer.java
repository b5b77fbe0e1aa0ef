// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.Arrays;
import org.electrode4d.volume.Block;

/**
 * Evaluates a texture in a deformed state, {@code T(inverse(x))}, at the voxels of a block. Every voxel's sum runs over
 * the same bodies in the same order whatever the block, so that blocks fit together bit for bit.
 *
 * <p>Only bodies whose deformed boxes meet the block are drawn: about 50 evaluations per voxel for the default blobs,
 * 1 for the default spheres.
 */
final class TextureRenderer {

    // widens boxes by more than rounding can narrow them, so that a body on the rim is in all of them or in none
    private static final double ROUNDING = 1e-6;

    private final TextureField field;
    private final Deformation deformation;

    TextureRenderer(final TextureField field, final Deformation deformation) {
        this.field = field;
        this.deformation = deformation;
    }

    /** @param values receives T, x fastest; overwritten */
    void render(final Block block, final float[] values) {
        Arrays.fill(values, 0, block.voxels(), 0);
        final Profile profile = field.profile();
        final Bodies bodies = field.touching(deformation.inverse(Bounds.of(block)).grow(ROUNDING));
        final Rows rows = deformation.keepsRowsStraight()
            ? new StraightRows(deformation, block, profile.brush())
            : new CurvedRows(deformation, block, profile.brush());
        for (int i = 0; i < bodies.count(); i++) {
            final Body body = Body.of(bodies, i, profile);
            final Bounds reach = Bounds.around(bodies.centre(i), body.reach());
            rows.draw(body, deformation.forward(reach).grow(ROUNDING).voxelsIn(block), values);
        }
    }
}
