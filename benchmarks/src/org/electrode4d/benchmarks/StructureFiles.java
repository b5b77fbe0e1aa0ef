// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;

/**
 * The synthetic structures on which the peers were measured, made by {@code tools/make_structures.py} of the shared
 * folder where they are missing, into the folder that the property {@code electrode4d.structures} names, or
 * {@code benchmarks/target/structures}.
 */
final class StructureFiles {

    private static final String LAST = "meta.json";

    private StructureFiles() {
    }

    static Path folder() {
        return Path.of(System.getProperty("electrode4d.structures", "benchmarks/target/structures"));
    }

    /** Makes the files if they are not there. */
    static void require() throws IOException {
        if (!Files.exists(folder().resolve(LAST))) {
            final Path script = SharedFolder.require("tools/make_structures.py");
            Files.createDirectories(folder());
            System.err.println("Making structures in " + folder());
            PeerPython.with("numpy, scipy, tifffile").orElseThrow(() -> new IllegalStateException(
                "The structures are made by a Python program, but no Python has numpy, scipy and tifffile. Install "
                    + "them (Debian: python3-scipy python3-tifffile), or put the structures into " + folder() + "."))
                .run(List.of(script.toString(), folder().toString()), folder(),
                    folder().resolve("make_structures.log").toFile());
        }
    }

    /** A structure, repeated so many times along every axis, in memory plane by plane. */
    static Volume open(final String name, final int tiles, final ScratchSpace scratch) throws IOException {
        final Volume file = VolumeFiles.open(VolumeSource.of(folder().resolve(name + ".tif"))
            .withVoxelSize(VoxelSize.isotropic(1)));
        final Shape once = file.shape();
        final int repeats = once.z() == 1 ? 1 : tiles;
        final PlaneStore planes = scratch.create(
            new Shape(once.x() * tiles, once.y() * tiles, once.z() * repeats), file.type());
        for (int z = 0; z < once.z(); z++) {
            final Object tiled = tiled(file, z, tiles);
            for (int repeat = 0; repeat < repeats; repeat++) {
                planes.store(z + repeat * once.z(), tiled);
            }
        }
        return planes.like(file, name);
    }

    private static Object tiled(final Volume file, final int z, final int tiles) {
        final Shape once = file.shape();
        final Object plane = file.type().newArray((int)(once.x() * once.y()));
        file.readNative(new Block(0, 0, z, (int)once.x(), (int)once.y(), 1), plane);
        final int width = (int)once.x();
        final Object tiled = file.type().newArray((int)(once.x() * once.y()) * tiles * tiles);
        for (int y = 0; y < once.y() * tiles; y++) {
            for (int x = 0; x < tiles; x++) {
                System.arraycopy(plane, (int)(y % once.y()) * width, tiled, (y * tiles + x) * width, width);
            }
        }
        return tiled;
    }

    /** 1 where a mask is 0. */
    static Volume inverted(final Volume mask) {
        final byte[] inside = new byte[Block.of(mask.shape()).voxels()];
        mask.readNative(Block.of(mask.shape()), inside);
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte)(inside[i] == 0 ? 1 : 0);
        }
        if (mask.type() != VoxelType.UINT8) {
            throw new IllegalArgumentException(mask.name() + " is of type " + mask.type() + ", not UINT8.");
        }
        return Volume.of("not " + mask.name(), ArrayImgs.unsignedBytes(inside, mask.shape().x(), mask.shape().y(),
            mask.shape().z()), mask.voxelSize());
    }
}
