// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

/**
 * Computes the FLOAT32 values of a box of voxels: what {@link LazyVolume} asks for its chunks. Called from several
 * threads at once; the result depends on the block alone, never on the order of calls.
 */
@FunctionalInterface
public interface BlockSource {

    /**
     * @param block inside the volume
     * @param destination receives the values, x fastest; at least as long as the block has voxels
     */
    void compute(Block block, float[] destination);
}
