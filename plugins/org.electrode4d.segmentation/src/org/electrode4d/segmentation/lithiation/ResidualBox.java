// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.segmentation.lithiation.ResidualFeatures.Connection;
import org.electrode4d.segmentation.lithiation.ResidualFeatures.Paths;
import org.electrode4d.segmentation.lithiation.ResidualFeatures.Shares;
import org.electrode4d.volume.Progress;

/** The residual in the box of one particle. */
final class ResidualBox {

    private static final byte SKIN = 1;
    private static final byte SHELL = 2;
    private static final byte CORE = 3;

    private final ParticleBox particle;
    private final PathSettings settings;
    private final double innerRadius;
    /** 0 outside of the particle and where nothing is predicted. */
    private final byte[] zones;
    private final byte[] residual;
    private final BoxParts parts;
    private final long leastVoxels;

    /** @param values of the residual map in the box; NaN where nothing is predicted */
    ResidualBox(final ParticleBox particle, final float[] values, final ZoneSettings zone,
        final PathSettings settings) {
        this.particle = particle;
        this.settings = settings;
        innerRadius = particle.form().innerRadius();
        zones = new byte[values.length];
        residual = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            if (particle.isInside(i) && !Float.isNaN(values[i])) {
                final float depth = particle.depth(i);
                zones[i] = depth <= zone.skin() ? SKIN : depth > zone.shell() * innerRadius ? CORE : SHELL;
                residual[i] = (byte)(values[i] > settings.threshold() ? 1 : 0);
            }
        }
        leastVoxels = (long)Math.ceil(settings.leastVolume() / particle.frame().size().volume() - 1e-9);
        parts = BoxParts.of(residual, particle.frame().shape());
        for (int i = 0; i < residual.length; i++) {
            if (residual[i] != 0 && parts.voxels(parts.part(i)) < leastVoxels) {
                residual[i] = 0;
            }
        }
    }

    Shares shares() {
        final long[] all = new long[CORE + 1];
        final long[] found = new long[CORE + 1];
        final long[] layer = new long[Shares.LAYERS];
        final long[] foundInLayer = new long[Shares.LAYERS];
        for (int i = 0; i < zones.length; i++) {
            if (zones[i] != 0) {
                final int place = Math.min(Shares.LAYERS - 1, (int)(Shares.LAYERS * particle.depth(i) / innerRadius));
                all[zones[i]]++;
                layer[place]++;
                if (residual[i] != 0) {
                    found[zones[i]]++;
                    foundInLayer[place]++;
                }
            }
        }
        final List<Double> layers = new ArrayList<>();
        for (int i = 0; i < layer.length; i++) {
            layers.add(share(foundInLayer[i], layer[i]));
        }
        long whole = 0;
        for (int i = 0; i < zones.length; i++) {
            whole += particle.isInside(i) ? 1 : 0;
        }
        final long inner = all[SHELL] + all[CORE];
        return new Shares(share(found[SKIN] + found[SHELL] + found[CORE], all[SKIN] + inner),
            share(found[SKIN], all[SKIN]), share(found[SHELL], all[SHELL]), share(found[CORE], all[CORE]),
            share(found[SHELL] + found[CORE], inner), layers, share(all[SKIN] + inner, whole));
    }

    private static double share(final long part, final long whole) {
        return whole == 0 ? Double.NaN : part / (double)whole;
    }

    Connection connection() {
        int count = 0;
        long all = 0;
        for (int part = 1; part <= parts.count(); part++) {
            if (parts.voxels(part) >= leastVoxels) {
                count++;
                all += parts.voxels(part);
            }
        }
        return new Connection(count, count == 0 ? Double.NaN : parts.voxels(parts.largest()) / (double)all);
    }

    Paths paths(final Progress progress) {
        final byte[] below = new byte[zones.length];
        final byte[] core = new byte[zones.length];
        for (int i = 0; i < zones.length; i++) {
            below[i] = (byte)(residual[i] != 0 && zones[i] > SKIN ? 1 : 0);
            core[i] = (byte)(zones[i] == CORE ? 1 : 0);
        }
        return PathCount.of(below, core, particle.frame(), settings.leastBranch(), progress);
    }
}
