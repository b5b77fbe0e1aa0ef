// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.io.Format;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.WriteOptions;

/** Small volumes for tests. */
public final class TestVolumes {

    /** 0.5 µm. */
    public static final VoxelSize HALF = VoxelSize.isotropic(0.5);

    private TestVolumes() {
    }

    /** 16-bit voxels that count 0, 1, 2, ... with x fastest. */
    public static Volume counting(final String name, final int x, final int y, final int z) {
        final short[] voxels = new short[x * y * z];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (short)i;
        }
        return Volume.of(name, ArrayImgs.unsignedShorts(voxels, x, y, z), HALF);
    }

    /** 8-bit voxels of one value. */
    public static Volume constant(final String name, final Shape shape, final int value) {
        final byte[] voxels = new byte[Math.toIntExact(shape.voxels())];
        Arrays.fill(voxels, (byte)value);
        return Volume.of(name, ArrayImgs.unsignedBytes(voxels, shape.x(), shape.y(), shape.z()), HALF);
    }

    /** Floating point voxels as given, x fastest. */
    public static Volume floats(final String name, final Shape shape, final float... voxels) {
        return Volume.of(name, ArrayImgs.floats(voxels, shape.x(), shape.y(), shape.z()), HALF);
    }

    /** Writes a volume in the format that the name's end says. */
    public static Path write(final Volume volume, final Path file) throws IOException {
        for (final Format format : Format.values()) {
            if (file.toString().endsWith(format.suffix())) {
                VolumeFiles.write(volume, file, WriteOptions.of(format), Progress.NONE);
                return file;
            }
        }
        throw new IllegalArgumentException(file.toString());
    }
}
