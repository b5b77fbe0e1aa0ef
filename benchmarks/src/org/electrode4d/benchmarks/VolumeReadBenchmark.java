// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.concurrent.TimeUnit;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading a window of 71³ voxels out of a volume as float, as local correlation does, from an image in one array, from
 * one in cached chunks and from a crop of it, beside a plain loop over a {@code short[]}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VolumeReadBenchmark {

    private static final int EDGE = 192;
    private static final Block WINDOW = Block.around(97, 96, 95, 35);

    /** How the voxels are kept. */
    public enum Kind {
        ARRAY, CHUNKS, CROP
    }

    @Param({"ARRAY", "CHUNKS", "CROP"})
    private Kind kind;

    private final short[] voxels = new short[EDGE * EDGE * EDGE];
    private final float[] window = new float[WINDOW.voxels()];
    private Volume volume;

    @Setup
    public void make() {
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (short)(i * 31);
        }
        final Volume array = Volume.of("array", ArrayImgs.unsignedShorts(voxels, EDGE, EDGE, EDGE),
            VoxelSize.isotropic(0.05));
        final Volume chunks = LazyVolume.load("chunks",
            new LazyVolume.Layout(new Shape(EDGE, EDGE, EDGE), VoxelType.UINT16, 64, 64, 64),
            VoxelSize.isotropic(0.05), chunk -> {
                final short[] values = new short[chunk.voxels()];
                array.readNative(chunk, values);
                return values;
            });
        volume = switch (kind) {
            case ARRAY -> array;
            case CHUNKS -> chunks;
            case CROP -> chunks.crop(new Block(10, 10, 10, EDGE - 20, EDGE - 20, EDGE - 20));
        };
    }

    @Benchmark
    public float[] read() {
        volume.read(WINDOW, window);
        return window;
    }

    @Benchmark
    public float[] plainLoop() {
        int i = 0;
        for (int z = 0; z < WINDOW.sizeZ(); z++) {
            for (int y = 0; y < WINDOW.sizeY(); y++) {
                int at = (int)(((WINDOW.minZ() + z) * EDGE + WINDOW.minY() + y) * EDGE + WINDOW.minX());
                for (int x = 0; x < WINDOW.sizeX(); x++) {
                    window[i++] = voxels[at++] & 0xffff;
                }
            }
        }
        return window;
    }
}
