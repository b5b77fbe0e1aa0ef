// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.lithiation.GapFeatures;
import org.electrode4d.segmentation.lithiation.ParticleEvolution;
import org.electrode4d.segmentation.lithiation.ParticleGaps;
import org.electrode4d.segmentation.lithiation.ParticleResiduals;
import org.electrode4d.segmentation.lithiation.ResidualFeatures;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Measures the residuals of particles at every step, and their gaps at the first scan. */
final class ModeScans {

    private static final double RESIDUALS = 0.9;

    private final LithiationModeNodeParameters parameters;
    private final List<Step> steps = new ArrayList<>();
    private Optional<SortedMap<Integer, GapFeatures>> gaps = Optional.empty();

    /**
     * A step.
     *
     * @param scan which
     * @param residuals by label; none where an input is missing
     * @param row of the table
     */
    record Step(ScanStep scan, SortedMap<Integer, ResidualFeatures> residuals, DataRow row) {
    }

    private ModeScans(final LithiationModeNodeParameters parameters) {
        this.parameters = parameters;
    }

    /** Throws where a table lacks a column. */
    static void check(final DataTableSpec residuals, final DataTableSpec first,
        final LithiationModeNodeParameters parameters) throws InvalidSettingsException {
        labels(residuals, parameters);
        Columns.find(residuals, parameters.m_residualColumn, VolumeValue.class, "residual maps (volumes)");
        if (!parameters.m_scanColumn.isEmpty()) {
            Columns.find(residuals, parameters.m_scanColumn, VolumeValue.class, "scans (volumes)");
        }
        if (first != null) {
            firstLabels(first, parameters);
            silicon(first, parameters);
        }
    }

    private static int labels(final DataTableSpec spec, final LithiationModeNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_labelColumn, VolumeValue.class, "labels (volumes)");
    }

    private static int firstLabels(final DataTableSpec spec, final LithiationModeNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_firstLabelColumn, VolumeValue.class, "labels (volumes)");
    }

    /** -1 where all labelled voxels are silicon. */
    private static int silicon(final DataTableSpec spec, final LithiationModeNodeParameters parameters)
        throws InvalidSettingsException {
        return parameters.m_siliconColumn.isEmpty() ? -1
            : Columns.find(spec, parameters.m_siliconColumn, VolumeValue.class, "silicon (volumes)");
    }

    /** @param first table of the first scan; null where it is not connected */
    static ModeScans read(final BufferedDataTable residuals, final BufferedDataTable first,
        final LithiationModeNodeParameters parameters, final Progress progress, final Warnings warnings)
        throws IOException, KNIMEException, InvalidSettingsException {
        final ModeScans scans = new ModeScans(parameters);
        scans.readResiduals(residuals, progress.part(0, RESIDUALS), warnings);
        final BufferedDataTable pristine = first == null ? residuals : first;
        scans.readGaps(pristine, first != null, progress.part(RESIDUALS, 1));
        if (scans.gaps.isEmpty() && !scans.steps.isEmpty()) {
            warnings.add("No row has labels of the first scan: cracks are not looked for.");
        }
        return scans;
    }

    private void readResiduals(final BufferedDataTable table, final Progress progress, final Warnings warnings)
        throws IOException, KNIMEException, InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int labels = labels(spec, parameters);
        final int residual = spec.findColumnIndex(parameters.m_residualColumn);
        final List<String> missing = new ArrayList<>();
        for (final DataRow row : table) {
            progress.check();
            final double size = table.size();
            final Progress part = progress.part(steps.size() / size, (steps.size() + 1) / size);
            final ScanStep scan = step(spec, row);
            SortedMap<Integer, ResidualFeatures> found = new TreeMap<>();
            if (row.getCell(labels).isMissing() || row.getCell(residual).isMissing()) {
                missing.add(row.getKey().getString());
            } else {
                found = measure(scan, VolumeColumns.volume(row, labels), VolumeColumns.volume(row, residual), part);
            }
            steps.add(new Step(scan, found, row));
        }
        warnings.add(RowAppender.warning(missing));
    }

    /** Residual maps of pairs belong to the deformed scan. */
    private static ScanStep step(final DataTableSpec spec, final DataRow row) {
        final ScanStep scan = ScanStep.of(spec, row);
        final int deformed = spec.findColumnIndex(PairColumns.DEFORMED_STEP);
        return deformed < 0 || row.getCell(deformed).isMissing() ? scan
            : new ScanStep(row.getCell(deformed).toString(), scan.hours());
    }

    private SortedMap<Integer, ResidualFeatures> measure(final ScanStep scan, final Volume labels,
        final Volume residual, final Progress progress) throws KNIMEException, InvalidSettingsException {
        try {
            return ParticleResiduals.of(labels, residual, parameters.zones(), parameters.paths(), progress);
        } catch (VolumeException e) {
            throw NodeFailure.adding(e, "This is step " + scan + ".");
        }
    }

    private void readGaps(final BufferedDataTable table, final boolean isFirstScan, final Progress progress)
        throws IOException, KNIMEException, InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int labels = isFirstScan ? firstLabels(spec, parameters) : labels(spec, parameters);
        final int silicon = isFirstScan ? silicon(spec, parameters) : -1;
        for (final DataRow row : table) {
            if (gaps.isEmpty() && !row.getCell(labels).isMissing()
                && (silicon < 0 || !row.getCell(silicon).isMissing())) {
                final Optional<Volume> mask = silicon < 0 ? Optional.empty()
                    : Optional.of(VolumeColumns.mask(row, silicon, parameters.siliconLabels()));
                try {
                    gaps = Optional.of(ParticleGaps.of(VolumeColumns.volume(row, labels), mask, parameters.zones(),
                        progress));
                } catch (VolumeException e) {
                    throw NodeFailure.adding(e, "This is the first scan.");
                }
            }
        }
    }

    List<Step> steps() {
        return steps;
    }

    /** All particles that were found at any step, in the order of their labels. */
    List<ParticleEvolution> particles() {
        final SortedSet<Integer> labels = new TreeSet<>();
        steps.forEach(step -> labels.addAll(step.residuals.keySet()));
        return labels.stream().map(label -> new ParticleEvolution(label,
            steps.stream().map(step -> Optional.ofNullable(step.residuals.get(label))).toList(),
            gaps.map(all -> all.get(label)))).toList();
    }

    /** The step with the most residual, all particles together; empty where there is none. */
    Optional<Step> fullest() {
        return steps.stream().filter(step -> !step.residuals.isEmpty())
            .reduce((one, other) -> residual(other) > residual(one) ? other : one);
    }

    /** In µm³. */
    private static double residual(final Step step) {
        return step.residuals.values().stream().filter(found -> !Double.isNaN(found.shares().all()))
            .mapToDouble(found -> found.shares().all() * found.form().volume()).sum();
    }
}
