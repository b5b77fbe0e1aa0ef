// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.segmentation.particle.NonLithiatedStep;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Measures the non-lithiated phase in every scan of a series. */
final class NonLithiatedScans {

    /** How the column of thicknesses begins that is taken where none is named. */
    private static final String THICKNESS = "Thickness";

    private final NonLithiatedPhaseNodeParameters parameters;
    private final DataTableSpec spec;
    private final int labels;
    private final int phase;
    private final int thickness;
    private final TrackNames tracks;
    private final List<String> missing = new ArrayList<>();
    private DataCell firstLabels;

    /**
     * A scan.
     *
     * @param step which
     * @param amounts what it has; empty where an input is missing
     * @param thickness of the electrode, NaN where it is not known
     */
    record Scan(ScanStep step, Optional<NonLithiatedStep> amounts, double thickness) {
    }

    /** @param tracks null where they are not needed */
    NonLithiatedScans(final DataTableSpec spec, final NonLithiatedPhaseNodeParameters parameters,
        final TrackNames tracks) throws InvalidSettingsException {
        this.parameters = parameters;
        this.spec = spec;
        this.tracks = tracks;
        labels = Columns.find(spec, parameters.m_labelColumn, VolumeValue.class, "labels (volumes)");
        phase = Columns.find(spec, parameters.m_phaseColumn, VolumeValue.class, "volumes");
        thickness = parameters.m_thicknessColumn.isEmpty() ? thickness(spec)
            : Columns.find(spec, parameters.m_thicknessColumn, DoubleValue.class, "thicknesses");
    }

    private static int thickness(final DataTableSpec spec) {
        for (int i = 0; i < spec.getNumColumns(); i++) {
            if (spec.getColumnSpec(i).getName().startsWith(THICKNESS)
                && spec.getColumnSpec(i).getType().isCompatible(DoubleValue.class)) {
                return i;
            }
        }
        return -1;
    }

    /** Name of the column of thicknesses; empty where there is none. */
    String thicknessName() {
        return thickness < 0 ? "" : spec.getColumnSpec(thickness).getName();
    }

    List<Scan> read(final BufferedDataTable table, final Progress progress) throws IOException, KNIMEException {
        final List<Scan> scans = new ArrayList<>();
        for (final DataRow row : table) {
            progress.check();
            final double size = table.size();
            scans.add(scan(row, progress.part(scans.size() / size, (scans.size() + 1) / size)));
        }
        return scans;
    }

    private Scan scan(final DataRow row, final Progress progress) throws IOException, KNIMEException {
        final ScanStep step = ScanStep.of(spec, row);
        final double thick =
            thickness >= 0 && row.getCell(thickness) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
        final boolean first = parameters.m_identity == ParticleIdentity.FIRST_SCAN;
        final DataCell particles = first && firstLabels != null ? firstLabels : row.getCell(labels);
        if (particles.isMissing() || row.getCell(phase).isMissing()) {
            missing.add(row.getKey().getString());
            return new Scan(step, Optional.empty(), thick);
        }
        firstLabels = firstLabels == null ? particles : firstLabels;
        return new Scan(step, Optional.of(measure(step, particles, row.getCell(phase), progress)), thick);
    }

    private NonLithiatedStep measure(final ScanStep step, final DataCell particles, final DataCell phases,
        final Progress progress) throws IOException, KNIMEException {
        final Volume ids = ((VolumeValue)particles).getVolume();
        final Volume volume = ((VolumeValue)phases).getVolume();
        try {
            final NonLithiatedStep found = NonLithiatedStep.of(ids, volume, parameters.criterion(), progress);
            return tracks == null ? found : found.named(tracks.of(step.toString()));
        } catch (VolumeException e) {
            throw NodeFailure.adding(e, "This is step " + step + ".");
        }
    }

    /** IDs of rows that lack an input. */
    List<String> missing() {
        return missing;
    }
}
