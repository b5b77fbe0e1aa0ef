// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * A time series of an electrode whose deformation is a formula, with particles that are known one by one.
 *
 * <pre>{@code
 * PhantomSeries series = PhantomSeries.of(SeriesSettings.of(new Shape(128, 128, 128)), Progress.NONE);
 * Volume t3 = series.volume(3);
 * Deformation truth = series.settings().motion(2, 3);   // from T2 to T3, in voxels
 * Volume labels = series.particles(3);                  // where every particle is at T3
 * }</pre>
 *
 * <p>Every volume is lazy and the same bit for bit in whatever blocks it is read, as those of {@link TexturePhantom}.
 */
public final class PhantomSeries {

    private static final int CHUNK_EDGE = 64;
    private static final int LARGEST_SHORT = 65_535;
    // the stream of random numbers that chooses the particles, beside those of places and noise
    private static final long CHOICE = 0x6c697468;

    private final SeriesSettings settings;
    private final TexturePhantom phantom;
    private final TextureField field;
    private final Particles particles;
    private final CounterRandom choice;

    private PhantomSeries(final SeriesSettings settings, final Progress progress) {
        this.settings = settings;
        final SpherePacking packing = new SpherePacking(settings.texture());
        field = packing;
        phantom = TexturePhantom.of(settings.phantom(), progress);
        particles = new Particles(packing, settings.phantom().shape(), progress);
        choice = CounterRandom.of(settings.texture().seed(), CHOICE);
    }

    /**
     * Measures the texture and counts the particles, in a second or two for 256³ voxels.
     *
     * @throws IllegalArgumentException if the texture is the same everywhere in the volume
     */
    public static PhantomSeries of(final SeriesSettings settings, final Progress progress) {
        return new PhantomSeries(settings, progress);
    }

    public SeriesSettings settings() {
        return settings;
    }

    /** Number of scans, T0 included. */
    public int scans() {
        return settings.cycle().scans();
    }

    /** What the detector sees at a scan, from 0. Metadata hold the hours since T0 as {@code Time [h]}. */
    public Volume volume(final int scan) {
        final double change = settings.lithiation().change() * settings.cycle().fullness(scan);
        final TextureField seen = change == 0 ? field : new FieldSum(field,
            particles.field(field.profile(), particle -> changes(particle) ? change : 0));
        final Volume volume = phantom.state(scan, settings.motion(scan), seen);
        final Map<String, String> metadata = new LinkedHashMap<>(volume.metadata());
        metadata.put("Time [h]", Double.toString(scan * settings.cycle().interval()));
        return volume.withMetadata(metadata);
    }

    /**
     * Where every particle is at a scan: voxels whose centres lie in it have its label, all others 0. Only spheres with
     * their centres in the volume of T0 have a label. UINT16, or INT32 for more than 65535 particles.
     */
    public Volume particles(final int scan) {
        return labels("particles", scan, particles.count() > LARGEST_SHORT ? VoxelType.INT32 : VoxelType.UINT16,
            Particle::label);
    }

    /** Where the particles whose grey value changes are at a scan: 1, elsewhere 0; UINT8. */
    public Volume changed(final int scan) {
        return labels("changed", scan, VoxelType.UINT8, particle -> changes(particle) ? 1 : 0);
    }

    private Volume labels(final String name, final int scan, final VoxelType type,
        final ToDoubleFunction<Particle> label) {
        final TextureRenderer renderer =
            new TextureRenderer(particles.field(new SolidProfile(), label), settings.motion(scan));
        return lazy(name, scan, type, renderer::render);
    }

    /**
     * The halves of the electrode at a scan: 1 at the separator, 2 at the current collector, 0 outside; UINT8. They
     * move with the material.
     */
    public Volume sides(final int scan) {
        final Deformation motion = settings.motion(scan);
        return lazy("sides", scan, VoxelType.UINT8, (block, values) -> {
            int i = 0;
            for (long z = block.minZ(); z < block.endZ(); z++) {
                for (long y = block.minY(); y < block.endY(); y++) {
                    for (long x = block.minX(); x < block.endX(); x++) {
                        values[i++] = settings.electrode().side(motion.inverse(new Point(x, y, z)).z());
                    }
                }
            }
        });
    }

    private Volume lazy(final String name, final int scan, final VoxelType type, final LabelSource source) {
        final LazyVolume.Layout layout =
            new LazyVolume.Layout(settings.phantom().shape(), type, CHUNK_EDGE, CHUNK_EDGE, CHUNK_EDGE);
        return LazyVolume.load(name + " T" + scan, layout, settings.phantom().voxelSize(), block -> {
            final float[] values = new float[block.voxels()];
            source.compute(block, values);
            return integers(values, type);
        });
    }

    /** Fills a block with labels below 2^24. */
    private interface LabelSource {
        void compute(Block block, float[] values);
    }

    private static Object integers(final float[] values, final VoxelType type) {
        final Object integers = type.newArray(values.length);
        for (int i = 0; i < values.length; i++) {
            if (integers instanceof byte[] bytes) {
                bytes[i] = (byte)(int)values[i];
            } else if (integers instanceof short[] shorts) {
                shorts[i] = (short)(int)values[i];
            } else {
                ((int[])integers)[i] = (int)values[i];
            }
        }
        return integers;
    }

    /** Every particle that has a label, in the order of the labels. */
    public void forEachParticle(final Consumer<Particle> action) {
        particles.forEach(action);
    }

    /** Whether a particle's grey value changes: a share of those with their centres in the electrode. */
    public boolean changes(final Particle particle) {
        return settings.electrode().side(particle.centre().z()) > 0
            && choice.uniform(particle.label()) < settings.lithiation().share();
    }
}
