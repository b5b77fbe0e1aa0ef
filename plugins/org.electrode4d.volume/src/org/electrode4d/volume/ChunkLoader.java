// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.io.IOException;

/**
 * Loads the voxels of a chunk of a volume, from a file as a rule. Called from several threads at once.
 */
@FunctionalInterface
public interface ChunkLoader {

    /**
     * @param chunk inside the volume
     * @return an array as {@link VoxelType#newArray} makes it, x fastest, with exactly the chunk's voxels
     * @throws IOException with the file's name in its message
     */
    Object load(Block chunk) throws IOException;
}
