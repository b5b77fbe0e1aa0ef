// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.io.IOException;
import java.util.stream.IntStream;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.segmentation.particle.ParticleMeasurement;
import org.electrode4d.segmentation.particle.ParticleSettings;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** Measures the particles of a row of a series. */
final class ParticleScan {

    private static final int NONE = -1;
    private static final double COLLECTOR = 0.1;

    private final ParticleTableNodeParameters parameters;
    private final int labels;
    private final int grey;
    private final int collector;

    ParticleScan(final DataTableSpec spec, final ParticleTableNodeParameters parameters)
        throws InvalidSettingsException {
        this.parameters = parameters;
        labels = Columns.find(spec, parameters.m_labelColumn, VolumeValue.class, "labels (volumes)");
        grey = parameters.m_useGrey ? Columns.find(spec, parameters.m_greyColumn, VolumeValue.class, "volumes") : NONE;
        collector = parameters.m_collector == ParticleCollector.MASK
            ? Columns.find(spec, parameters.m_collectorColumn, VolumeValue.class, "masks (volumes)") : NONE;
    }

    ParticleColumns columns() {
        return new ParticleColumns(grey != NONE, parameters.m_collector != ParticleCollector.NONE);
    }

    /** Whether all is there that is needed. */
    boolean isComplete(final DataRow row) {
        return IntStream.of(labels, grey, collector)
            .allMatch(column -> column == NONE || !row.getCell(column).isMissing());
    }

    Volume labels(final DataRow row) throws IOException {
        return VolumeColumns.volume(row, labels);
    }

    ParticleMeasurement measure(final DataRow row, final Volume particles, final Progress progress)
        throws IOException {
        final Volume scan = grey == NONE ? null : VolumeColumns.volume(row, grey);
        return ParticleMeasurement.of(particles, scan, settings(row, particles, progress.part(0, COLLECTOR)),
            progress.part(COLLECTOR, 1));
    }

    private ParticleSettings settings(final DataRow row, final Volume particles, final Progress progress)
        throws IOException {
        final ParticleSettings settings = parameters.settings();
        return switch (parameters.m_collector) {
            case NONE -> settings;
            case FIRST_SLICE -> settings.from(CollectorPlane.firstSlice(particles));
            case LAST_SLICE -> settings.from(CollectorPlane.lastSlice(particles));
            case MASK -> settings.from(CollectorPlane.fit(mask(row), progress));
        };
    }

    private Volume mask(final DataRow row) throws IOException {
        final Volume mask = VolumeColumns.volume(row, collector);
        return parameters.m_collectorLabel == 0 ? mask
            : LabelMask.of(LabelVolume.of(mask), parameters.m_collectorLabel);
    }
}
