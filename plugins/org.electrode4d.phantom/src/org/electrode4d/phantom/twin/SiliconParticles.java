// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.electrode4d.phantom.CounterRandom;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/** The particles of a twin: placed, shaped, and divided among the modes of lithiation. */
final class SiliconParticles {

    private static final double CORE_SHELL_SHARE = 0.1;
    private static final double CRACKED_SHARE = 0.08;
    private static final double INACTIVE_SHARE = 0.06;
    /** Where calendering breaks particles: so near the separator, µm (Häusler et al. 2026, Fig. S16). */
    private static final double BROKEN_DEPTH = 6;
    private static final double LEAST_BROKEN_RADIUS = 1.7;
    /** Between particles, so that a scan tells them apart: µm, and voxels. */
    private static final double GAP = 0.5;
    private static final double GAP_VOXELS = 2;
    private static final double FACE_GAP = 0.3;
    private static final double CRACK = 0.45;
    private static final double CRACK_VOXELS = 1.5;
    private static final long PLACES = 0x706c61636573L;
    private static final long SHAPES = 0x736861706573L;
    private static final long MODES = 0x6d6f646573L;
    private static final long FRONTS = 0x66726f6e7473L;

    private final TwinSettings settings;
    private final Layers layers;
    private final Swelling first;
    private final double resolution;

    private SiliconParticles(final TwinSettings settings, final Layers layers, final double resolution) {
        this.settings = settings;
        this.layers = layers;
        this.resolution = resolution;
        first = new Swelling(layers, settings.states().get(0), settings.states().get(0));
    }

    /** Those that reach into the view, or nearly so that a scan that moved may see them; numbered from 1. */
    static List<SiliconParticle> of(final TwinSettings settings, final Layers layers, final double resolution,
        final Progress progress) {
        return new SiliconParticles(settings, layers, resolution).make(progress);
    }

    /** A ball, its shape, and numbers that decide on its mode. */
    private record Draft(Packing.Ball ball, ConvexBody body, CounterRandom random, double belowSeparator) {
    }

    private List<SiliconParticle> make(final Progress progress) {
        final Packing packing = new Packing(layers, first, CounterRandom.of(settings.seed(), PLACES), progress);
        final List<Draft> drafts = new ArrayList<>();
        for (final Packing.Ball ball : packing.balls()) {
            if (isNearView(ball)) {
                drafts.add(draft(ball, packing, drafts.size() + 1));
            }
        }
        final Map<Draft, LithiationMode> modes = modes(drafts);
        final List<SiliconParticle> particles = new ArrayList<>();
        for (final Draft draft : drafts) {
            progress.check();
            final SiliconParticle particle = particle(draft, particles.size() + 1, modes.get(draft));
            particle.measure(layers.extent());
            particles.add(particle);
        }
        return particles;
    }

    private boolean isNearView(final Packing.Ball ball) {
        final double reach = ball.radius() + 1;
        final Point c = ball.centre();
        return c.x() > -reach && c.x() < layers.extent().x() + reach && c.y() > -reach
            && c.y() < layers.extent().y() + reach;
    }

    private Draft draft(final Packing.Ball ball, final Packing packing, final int number) {
        final double gap = Math.max(GAP, GAP_VOXELS * settings.voxelSize());
        final List<Packing.Ball> neighbours = packing.neighbours(ball, gap);
        final double[] planes = new double[4 * neighbours.size() + 8];
        final Point c = ball.centre();
        for (int i = 0; i < neighbours.size(); i++) {
            final Point to = neighbours.get(i).centre().minus(c);
            ConvexBody.put(planes, 4 * i, to.times(1 / to.norm()), ball.share(neighbours.get(i)) - gap / 2);
        }
        final double above = c.z() - layers.face();
        final double below = first.before(c.x(), c.y()) - above;
        final double tilt = settings.states().get(0).thicknessDeviation();
        final Point up = new Point(-tilt * layers.thickness().slopeX(c.x(), c.y()),
            -tilt * layers.thickness().slopeY(c.x(), c.y()), 1);
        ConvexBody.put(planes, planes.length - 8, new Point(0, 0, -1), above - FACE_GAP);
        ConvexBody.put(planes, planes.length - 4, up.times(1 / up.norm()), (below - FACE_GAP) / up.norm());
        final CounterRandom random = CounterRandom.of(settings.seed(), SHAPES, number);
        return new Draft(ball, ConvexBody.of(ball.radius(), planes, random),
            CounterRandom.of(settings.seed(), MODES, number), below);
    }

    private Map<Draft, LithiationMode> modes(final List<Draft> drafts) {
        final Map<Draft, LithiationMode> modes = new IdentityHashMap<>();
        drafts.forEach(draft -> modes.put(draft, LithiationMode.NETWORK));
        // the crack comes first: it asks for large particles near the separator
        choose(modes, LithiationMode.CRACKED, drafts, CRACKED_SHARE, draft -> draft.random().uniform(0)
            + (draft.ball().radius() < LEAST_BROKEN_RADIUS ? 2 : 0)
            + (draft.belowSeparator() > BROKEN_DEPTH ? 0.8 : 0));
        choose(modes, LithiationMode.CORE_SHELL, drafts, CORE_SHELL_SHARE, draft -> draft.random().uniform(1));
        choose(modes, LithiationMode.INACTIVE, drafts, INACTIVE_SHARE, draft -> draft.random().uniform(2));
        return modes;
    }

    private static void choose(final Map<Draft, LithiationMode> modes, final LithiationMode mode,
        final List<Draft> drafts, final double share, final ToDoubleFunction<Draft> rank) {
        drafts.stream().filter(draft -> modes.get(draft) == LithiationMode.NETWORK)
            .sorted(Comparator.comparingDouble(rank)).limit(Math.round(share * drafts.size()))
            .forEach(draft -> modes.put(draft, mode));
    }

    private SiliconParticle particle(final Draft draft, final int number, final LithiationMode mode) {
        final CounterRandom random = CounterRandom.of(settings.seed(), FRONTS, number);
        final ConvexBody body = draft.body();
        final Front front = switch (mode) {
            case NETWORK -> new NetworkFront(body.radius(), resolution, random);
            case CRACKED -> SurfaceFront.cracked(body, Math.max(CRACK, CRACK_VOXELS * settings.voxelSize()), random);
            case CORE_SHELL, INACTIVE -> SurfaceFront.shell(body);
        };
        final Point c = draft.ball().centre();
        final double height = 1 - draft.belowSeparator() / first.before(c.x(), c.y());
        final double eagerness = mode == LithiationMode.INACTIVE ? 0
            : draft.random().between(0.85, 1.15, 3) * (0.85 + 0.3 * height);
        return new SiliconParticle(number, c, body, new Reaction(mode, front, eagerness));
    }
}
