// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.Deformations;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.ChunkLoader;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;

/**
 * A silicon electrode that is charged and discharged under the nano-tomograph, as in Häusler et al. (2026), with every
 * truth: copper foil, particles of silicon in porous carbon-binder, fibrous separator. From scan to scan it swells, its
 * particles take up lithium in their own ways and lose their contrast, a gas bubble comes and goes, the stage drifts.
 *
 * <pre>{@code
 * DigitalTwin twin = DigitalTwin.of(TwinSettings.of(512), Progress.NONE);
 * Volume t6 = twin.volume(6);
 * LabelVolume truth = twin.phases(6);            // labels of TwinPhase
 * Deformation motion = twin.motion(0, 6);        // voxels, exact
 * TwinTruth numbers = twin.truth(6, Progress.NONE);
 * }</pre>
 *
 * <p>Axes x, y, z with the collector at small z. Every volume is lazy and the same bit for bit in whatever blocks it is
 * read; what is rendered comes from formulas, nothing is interpolated from another scan. The origin of all volumes is
 * the centre of the first voxel. A scan costs 0.12 to 0.17 µs CPU per voxel of 0.1 µm or more, the truths 0.05 µs.
 */
public final class DigitalTwin {

    private static final int EDGE = 64;
    /** Voxels that the optics reach, from which on larger chunks of a scan are cheaper. */
    private static final int FAR = 24;

    private final TwinSettings settings;
    private final PointSpread spread;
    private final TwinMaterial material;

    private DigitalTwin(final TwinSettings settings, final Progress progress) {
        Layers.requireRoom(settings);
        this.settings = settings;
        spread = new PointSpread(resolution() / settings.voxelSize(), settings.imaging().fringes());
        material = new TwinMaterial(settings, resolution(), progress);
    }

    /**
     * Places and shapes the particles.
     *
     * @throws IllegalArgumentException if the view is too low for the thickest state, or wider than 400 µm
     */
    public static DigitalTwin of(final TwinSettings settings, final Progress progress) {
        return new DigitalTwin(settings, progress);
    }

    public TwinSettings settings() {
        return settings;
    }

    /** Number of scans, the first included. */
    public int scans() {
        return settings.states().size();
    }

    /** Number of particles; their numbers are 1, 2, ... A few may lie just outside of the view. */
    public int particles() {
        return material.particles().size();
    }

    /** @param number from 1 */
    public TwinParticle particle(final int number) {
        final SiliconParticle particle = material.particles().get(number - 1);
        return new TwinParticle(number, particle.reaction().mode(), Math.cbrt(6 / Math.PI * particle.volume()),
            fromFirstVoxel(particle.massCentre()), particle.isCut());
    }

    private Point fromFirstVoxel(final Point fromCorner) {
        final double half = settings.voxelSize() / 2;
        return fromCorner.minus(new Point(half, half, half));
    }

    /** Full width at half maximum of the line spread function, µm: what an edge shows. */
    public double resolution() {
        return Math.max(settings.imaging().resolution(), PointSpread.LEAST_VOXELS * settings.voxelSize());
    }

    /**
     * What the tomograph sees: UINT16. Metadata hold {@code Time [h]} and {@code State of charge [%]}.
     *
     * @param scan from 0
     */
    public Volume volume(final int scan) {
        final TwinRenderer renderer = renderer(scan);
        final Tomograph tomograph = new Tomograph(settings, spread, scan);
        final int reach = spread.reach();
        final Shape shape = settings.shape();
        // beyond the view, too, so that its border is blurred like the rest; 16 bit to keep twice as many blocks
        final Volume greys = lazy("greys", new Shape(shape.x() + 2 * reach, shape.y() + 2 * reach,
            shape.z() + 2 * reach), VoxelType.UINT16, EDGE, block -> shorts(
                renderer.render(block.translate(-reach, -reach, -reach)).greys()));
        final TwinState state = settings.states().get(scan);
        final Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("Time [h]", Double.toString(state.time()));
        metadata.put("State of charge [%]", Double.toString(state.stateOfCharge()));
        final int edge = reach > FAR ? 2 * EDGE : EDGE;
        return lazy(state.step(), shape, VoxelType.UINT16, edge, block -> {
            final Block outer = block.grow(reach);
            final float[] values = new float[outer.voxels()];
            greys.read(outer.translate(reach, reach, reach), values);
            return tomograph.detect(values, block);
        }).withMetadata(metadata);
    }

    private static short[] shorts(final float[] values) {
        final short[] shorts = new short[values.length];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short)(int)(Math.max(0, values[i]) + 0.5f);
        }
        return shorts;
    }

    private static short[] shorts(final int[] values) {
        final short[] shorts = new short[values.length];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short)values[i];
        }
        return shorts;
    }

    /** What every voxel is made of: the labels of {@link TwinPhase}, UINT8, with their names. */
    public LabelVolume phases(final int scan) {
        final TwinRenderer renderer = renderer(scan);
        final Map<Integer, String> names = new TreeMap<>();
        for (final TwinPhase phase : TwinPhase.values()) {
            names.put(phase.label(), phase.title());
        }
        return new LabelVolume(lazy("Phases " + step(scan), settings.shape(), VoxelType.UINT8, EDGE,
            block -> renderer.render(block).phases()), new TreeMap<>(names));
    }

    /** The number of the particle at every voxel, its lithiated part and its crack included; 0 elsewhere. UINT16. */
    public Volume particles(final int scan) {
        final TwinRenderer renderer = renderer(scan);
        return lazy("Particles " + step(scan), settings.shape(), VoxelType.UINT16, EDGE,
            block -> shorts(renderer.render(block).particles()));
    }

    /**
     * The parts of the electrode, whose border moves with the material: 1 next to the collector, up to 3/8 of the
     * thickness at the first scan, 2 next to the separator, 0 elsewhere. UINT8.
     */
    public LabelVolume regions(final int scan) {
        settings.requireScan(scan);
        final RegionRenderer renderer = new RegionRenderer(settings, material, scan);
        return new LabelVolume(lazy("Regions " + step(scan), settings.shape(), VoxelType.UINT8, EDGE,
            renderer::render),
            new TreeMap<>(Map.of(1, "Collector side", 2, "Separator side")));
    }

    private String step(final int scan) {
        return settings.states().get(scan).step();
    }

    private TwinRenderer renderer(final int scan) {
        return new TwinRenderer(material, scan(scan), settings.voxelSize());
    }

    private TwinScan scan(final int scan) {
        settings.requireScan(scan);
        return new TwinScan(settings, material, scan);
    }

    private Volume lazy(final String name, final Shape shape, final VoxelType type, final int edge,
        final ChunkLoader loader) {
        return LazyVolume.load(name, new LazyVolume.Layout(shape, type, edge, edge, edge),
            VoxelSize.isotropic(settings.voxelSize()), loader);
    }

    /** How the material moves from one scan to another, stage included, voxels: exact. */
    public Deformation motion(final int from, final int to) {
        settings.requireScan(from);
        settings.requireScan(to);
        final Deformation last = new ScanFrame(settings, material.layers(), to).motion();
        return from == 0 ? last : new ScanFrame(settings, material.layers(), from).motion().inverted().andThen(last);
    }

    /** How the stage has moved the sample since the first scan, voxels: the part of {@link #motion} that is rigid. */
    public Deformation stage(final int scan) {
        settings.requireScan(scan);
        return settings.imaging().drift().after(settings.moves(scan), Deformations.centre(settings.shape()));
    }

    /** What is true of the electrode, by integration over the view. */
    public TwinTruth truth(final int scan, final Progress progress) {
        progress.check();
        final TwinScan there = scan(scan);
        final TwinIntegral integral = new TwinIntegral(material.layers(), there.frame().swelling());
        final double[] thickness = new Thickness(settings, material, there.frame()).meanAndDeviation();
        return new TwinTruth(thickness[0], thickness[1], integral.strain(0, 1),
            integral.strain(0, TwinIntegral.BORDER), integral.strain(TwinIntegral.BORDER, 1), there.nonLithiated());
    }

    /** All particles in the order of their numbers, counted in one pass over the true phases. */
    public List<ParticleTruth> particleTruths(final int scan, final Progress progress) {
        return new ParticleCount(renderer(scan), settings.shape(), particles())
            .count(settings.voxelSize(), progress);
    }
}
