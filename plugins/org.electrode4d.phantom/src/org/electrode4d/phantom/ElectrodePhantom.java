// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.volume.ChunkLoader;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * Tomograms of an electrode of several phases whose structure is known voxel by voxel: ellipsoidal grains of silicon and
 * graphite in a carbon-binder network on a rough copper collector. From scan to scan the electrode swells along z, the
 * grains move with it and grow a little, silicon takes up lithium from its surface and loses its contrast, and the
 * whole drifts.
 *
 * <pre>{@code
 * ElectrodePhantom phantom = ElectrodePhantom.of(ElectrodeSettings.of(new Shape(96, 96, 128)), Progress.NONE);
 * Volume t3 = phantom.volume(3);
 * LabelVolume truth = phantom.phases(3);      // pore, carbon-binder, graphite, silicon, ...
 * Volume particles = phantom.particles(3);    // the number of each grain, the same at all scans
 * }</pre>
 *
 * <p>Every volume is lazy and the same bit for bit in whatever blocks it is read. Axes x, y, z with the separator at
 * small z. A block costs the ellipsoids that reach into it, 0.1 to 0.3 µs per voxel.
 */
public final class ElectrodePhantom {

    private static final int EDGE = 64;
    private static final int LARGEST_SHORT = 65_535;
    private static final long GRAIN = 0x677261696eL;
    /** What a grain leaves of its sphere, so that grains that grow do not meet. */
    private static final double ROOM = 0.93;
    /** Of every axis, where the electrode is fullest. */
    private static final double GROWTH = 0.04;
    /** Part of an average silicon grain that takes up lithium, where the electrode is fullest. */
    private static final double LITHIATED = 0.55;

    private final ElectrodeSettings settings;
    private final List<Grain> grains = new ArrayList<>();

    private ElectrodePhantom(final ElectrodeSettings settings, final Progress progress) {
        this.settings = settings;
        final Electrode electrode = settings.electrode();
        new Particles(new SpherePacking(settings.packing()), settings.shape(), progress).forEach(sphere -> {
            final double z = sphere.centre().z();
            if (z - sphere.radius() >= electrode.separatorFace() && z + sphere.radius() <= electrode.collectorFace()) {
                add(new Particle(grains.size() + 1, sphere.centre(), ROOM * sphere.radius()));
            }
        });
    }

    /** Places the grains, in a second or two for 256³ voxels. */
    public static ElectrodePhantom of(final ElectrodeSettings settings, final Progress progress) {
        return new ElectrodePhantom(settings, progress);
    }

    private void add(final Particle sphere) {
        final CounterRandom random = CounterRandom.of(settings.packing().seed(), GRAIN, sphere.label());
        grains.add(Grain.in(sphere, random.uniform(9) < settings.siliconShare() ? ElectrodePhase.SILICON
            : ElectrodePhase.GRAPHITE, random));
    }

    public ElectrodeSettings settings() {
        return settings;
    }

    /** Number of scans, T0 included. */
    public int scans() {
        return settings.cycle().scans();
    }

    /** Number of grains; their numbers are 1, 2, ... */
    public int grains() {
        return grains.size();
    }

    /** Whether a grain is silicon; else it is graphite. */
    public boolean isSilicon(final int grain) {
        return grains.get(grain - 1).phase() == ElectrodePhase.SILICON;
    }

    /** Centre of a grain at a scan, voxels. */
    public Point centre(final int grain, final int scan) {
        return settings.motion(scan).forward(grains.get(grain - 1).centre());
    }

    /** Part of a grain's volume that holds no lithium at a scan, 0 to 1; 1 for graphite. */
    public double nonLithiated(final int grain, final int scan) {
        if (!isSilicon(grain)) {
            return 1;
        }
        final double own = CounterRandom.of(settings.packing().seed(), GRAIN, grain).between(0.5, 1.5, 10);
        return 1 - LITHIATED * own * settings.cycle().fullness(scan);
    }

    private List<Grain> at(final int scan) {
        final Deformation motion = settings.motion(scan);
        final double turn = Math.toRadians(settings.drift().rotation() * settings.moves(scan));
        final double growth = 1 + GROWTH * settings.cycle().fullness(scan);
        return grains.stream().map(grain -> grain.at(motion, turn,
            grain.phase() == ElectrodePhase.SILICON ? growth : 1, Math.cbrt(nonLithiated(grain.label(), scan))))
            .toList();
    }

    /** What every voxel is made of at a scan: the ordinals of {@link ElectrodePhase}, UINT8, with their names. */
    public LabelVolume phases(final int scan) {
        final ElectrodeRenderer renderer = new ElectrodeRenderer(settings, at(scan), scan);
        final Map<Integer, String> names = new TreeMap<>();
        for (final ElectrodePhase phase : ElectrodePhase.values()) {
            names.put(phase.ordinal(), phase.title());
        }
        return new LabelVolume(lazy("phases T" + scan, VoxelType.UINT8, block -> {
            final byte[] phases = new byte[block.voxels()];
            renderer.render(block, phases, new int[phases.length]);
            return phases;
        }), new TreeMap<>(names));
    }

    /** The number of the grain at every voxel at a scan, 0 elsewhere; UINT16, or INT32 beyond 65535 grains. */
    public Volume particles(final int scan) {
        final ElectrodeRenderer renderer = new ElectrodeRenderer(settings, at(scan), scan);
        final VoxelType type = grains.size() > LARGEST_SHORT ? VoxelType.INT32 : VoxelType.UINT16;
        return lazy("particles T" + scan, type, block -> {
            final int[] labels = new int[block.voxels()];
            renderer.render(block, new byte[labels.length], labels);
            if (type == VoxelType.INT32) {
                return labels;
            }
            final short[] numbers = new short[labels.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (short)labels[i];
            }
            return numbers;
        });
    }

    /** What the detector sees at a scan: UINT16. Metadata hold the hours since T0 as {@code Time [h]}. */
    public Volume volume(final int scan) {
        final ElectrodeRenderer renderer = new ElectrodeRenderer(settings, at(scan), scan);
        final ElectrodeDetector detector = new ElectrodeDetector(settings, scan);
        final Volume blurred = detector.blurred(LazyVolume.of("grey", settings.shape(), settings.voxelSize(), EDGE,
            (block, greys) -> {
                final byte[] phases = new byte[block.voxels()];
                renderer.render(block, phases, new int[phases.length]);
                detector.develop(block, phases, greys);
            }));
        final Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("Time [h]", Double.toString(scan * settings.cycle().interval()));
        return lazy("T" + scan, VoxelType.UINT16, block -> detector.detect(blurred, block)).withMetadata(metadata);
    }

    private Volume lazy(final String name, final VoxelType type, final ChunkLoader loader) {
        return LazyVolume.load(name, new LazyVolume.Layout(settings.shape(), type, EDGE, EDGE, EDGE),
            settings.voxelSize(), loader);
    }
}
