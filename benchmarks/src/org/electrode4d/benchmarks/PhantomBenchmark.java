// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.concurrent.TimeUnit;
import org.electrode4d.phantom.BlobTexture;
import org.electrode4d.phantom.DeformationCase;
import org.electrode4d.phantom.Detector;
import org.electrode4d.phantom.GreyChange;
import org.electrode4d.phantom.PhantomSettings;
import org.electrode4d.phantom.SphereTexture;
import org.electrode4d.phantom.Texture;
import org.electrode4d.phantom.TexturePhantom;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
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

/** Rendering one chunk of 64³ voxels of a phantom in one thread, bodies included, without noise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PhantomBenchmark {

    private static final Shape SHAPE = new Shape(192, 192, 192);
    private static final Block CHUNK = new Block(64, 64, 64, 64, 64, 64);

    @Param({"blobs", "spheres"})
    private String texture;

    @Param({"IDENTITY", "AFFINE", "GRADIENT", "JUMP"})
    private DeformationCase motion;

    private final float[] voxels = new float[CHUNK.voxels()];
    private TexturePhantom phantom;

    @Setup
    public void make() {
        final Texture chosen = texture.equals("blobs") ? BlobTexture.of(1) : SphereTexture.of(1);
        phantom = TexturePhantom.of(PhantomSettings.of(SHAPE).withTexture(chosen)
            .withDetector(Detector.NOISE_FREE.withType(VoxelType.FLOAT32)));
    }

    @Benchmark
    public float[] chunk() {
        // a new volume each time: its chunks are in no cache yet
        final Volume state = phantom.state(0, motion.in(SHAPE), GreyChange.NONE);
        state.read(CHUNK, voxels);
        return voxels;
    }
}
