// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.ScanNames;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.transport.lithiation.MeshedParticle;
import org.electrode4d.transport.lithiation.ParticleLithiation;
import org.electrode4d.transport.lithiation.ParticleModel;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.LabelCensus;
import org.electrode4d.volume.statistics.LabelExtent;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** Computes the particles of a series, scan by scan; of each only numbers and maps are kept. */
final class LithiationScans {

    private static final double COUNTED = 0.1;

    private final ParticleLithiationNodeParameters parameters;
    private final ExecutionContext context;
    private final LithiationTables tables;
    private final LithiationPlots plots = new LithiationPlots();
    private final ScanNames names = new ScanNames();
    private final Warnings warnings = new Warnings();

    LithiationScans(final ParticleLithiationNodeParameters parameters, final ExecutionContext context) {
        this.parameters = parameters;
        this.context = context;
        tables = new LithiationTables(context, parameters.m_bins);
    }

    LithiationTables tables() {
        return tables;
    }

    LithiationPlots plots() {
        return plots;
    }

    Warnings warnings() {
        return warnings;
    }

    void add(final ScanStep scan, final RowKey row, final Volume phases, final Volume particles,
        final Progress progress) throws IOException, InvalidSettingsException {
        final List<LabelExtent> chosen = choose(particles, scan, progress.part(0, COUNTED));
        final String name = names.of(scan, row);
        for (int i = 0; i < chosen.size(); i++) {
            final Progress part = progress.part(COUNTED + (1 - COUNTED) * i / chosen.size(),
                COUNTED + (1 - COUNTED) * (i + 1) / chosen.size());
            final MeshedParticle particle = MeshedParticle.of(phases, particles, chosen.get(i),
                parameters.particleSettings(), part.part(0, 0.1));
            final ParticleModel model = ParticleModel.of(particle.surface(), parameters.material(), 1);
            add(new LithiationCase(scan, name, chosen.get(i).label(), particle,
                ParticleLithiation.of(model, parameters.conditions(), part.part(0.1, 1))), part);
        }
    }

    /** The particle that is asked for, or the largest ones, the largest first. */
    private List<LabelExtent> choose(final Volume particles, final ScanStep scan, final Progress progress) {
        final List<LabelExtent> all =
            LabelCensus.of(LabelVolume.of(Masks.requireIntegers(particles, "the particles")), progress).extents();
        final List<LabelExtent> chosen = parameters.m_particle > 0
            ? all.stream().filter(extent -> extent.label() == parameters.m_particle).toList()
            : all.stream().sorted(Comparator.comparingLong(LabelExtent::voxels).reversed())
                .limit(parameters.m_largest).toList();
        if (all.isEmpty()) {
            warnings.add("There is no particle in " + scan.name() + ": all labels of the particles are 0.");
        } else if (chosen.isEmpty()) {
            warnings.add("There is no particle " + parameters.m_particle + " in " + scan.name()
                + ". Set 'Particle' to a label that is there, or to 0 for the largest.");
        }
        return chosen;
    }

    private void add(final LithiationCase computed, final Progress progress) throws IOException {
        computed.warn(warnings);
        tables.add(computed);
        plots.add(computed);
        for (final ParticleLithiation.Run run : computed.lithiation().runs()) {
            progress.check();
            final Volume map = new VolumeDisplay("%", false).on(computed.particle().map(run.state(), progress));
            tables.addMap(computed, run, VolumeStorage.store(map, context, Progress.NONE));
        }
    }
}
