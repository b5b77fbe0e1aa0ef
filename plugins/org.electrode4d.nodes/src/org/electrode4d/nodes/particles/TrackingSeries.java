// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.ParticlePosition;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.tracking.Observation;
import org.electrode4d.segmentation.tracking.Overlap;
import org.electrode4d.segmentation.tracking.TrackedScan;
import org.electrode4d.segmentation.tracking.VoxelOverlap;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.statistics.LabelCensus;
import org.electrode4d.volume.statistics.LabelExtent;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The labelled scans of a series and the fields between them.
 *
 * @param missing IDs of rows without labels, which are left out
 */
record TrackingSeries(List<Scan> scans, List<String> missing) {

    /** One scan. */
    record Scan(String row, ScanStep step, LabelVolume labels) {

        VoxelSize voxelSize() {
            return labels.volume().voxelSize();
        }

        /** µm of a place in voxels. */
        Point position(final Point voxel) {
            return labels.volume().origin().plus(voxel.times(voxelSize()));
        }
    }

    static int check(final DataTableSpec spec, final String labelColumn) throws InvalidSettingsException {
        return Columns.find(spec, labelColumn, VolumeValue.class, "labels");
    }

    /** @throws VolumeException for values that are no labels, and for voxel sizes that differ */
    static TrackingSeries read(final BufferedDataTable table, final String labelColumn)
        throws InvalidSettingsException, IOException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int labels = check(spec, labelColumn);
        final TrackingSeries series = new TrackingSeries(new ArrayList<>(), new ArrayList<>());
        for (final DataRow row : table) {
            if (row.getCell(labels).isMissing()) {
                series.missing.add(row.getKey().getString());
            } else {
                final ScanStep step = ScanStep.of(spec, row);
                final Volume volume = Masks.requireIntegers(VolumeColumns.volume(row, labels),
                    "the labels of " + step);
                series.add(new Scan(row.getKey().getString(), step, LabelVolume.of(volume)));
            }
        }
        return series;
    }

    private void add(final Scan scan) {
        if (!scans.isEmpty() && !scan.voxelSize().equals(scans.get(0).voxelSize())) {
            throw new VolumeException("The labels of " + scan.step() + " have voxels of " + scan.voxelSize()
                + ", but those of " + scans.get(0).step() + " have voxels of " + scans.get(0).voxelSize()
                + ". All scans need the same voxel size: resample some.");
        }
        scans.add(scan);
    }

    /** Tells that scans are linked over one that is missing; null where none is. */
    String gap(final BufferedDataTable table) {
        final List<String> rows = new ArrayList<>();
        table.forEach(row -> rows.add(row.getKey().getString()));
        for (int i = 0; i + 1 < scans.size(); i++) {
            if (rows.indexOf(scans.get(i + 1).row()) > rows.indexOf(scans.get(i).row()) + 1) {
                return "Particles are linked from " + scans.get(i).step() + " straight to " + scans.get(i + 1).step()
                    + ", because a scan between them has no labels: displacements and changes of volume are larger "
                    + "there.";
            }
        }
        return null;
    }

    /**
     * Counts the particles of all scans.
     *
     * @param fields from scan to scan; may be empty
     */
    List<TrackedScan> tracked(final ParticleTrackingNodeParameters parameters,
        final Map<String, DeformationFieldValue> fields, final Warnings warnings, final Progress progress)
        throws IOException {
        final List<TrackedScan> tracked = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            final Scan scan = scans.get(i);
            final double voxel = scan.voxelSize().volume();
            final List<Observation> particles = new ArrayList<>();
            for (final LabelExtent particle : LabelCensus.of(scan.labels(),
                progress.part(i / (double)scans.size(), (i + 1.0) / scans.size())).extents()) {
                if (particle.voxels() >= parameters.m_leastVoxels) {
                    particles.add(new Observation(particle.label(), scan.position(particle.centre()),
                        particle.voxels() * voxel));
                }
            }
            if (particles.isEmpty()) {
                warnings.add("No particle of " + scan.step() + " has " + parameters.m_leastVoxels
                    + (parameters.m_leastVoxels == 1 ? " voxel" : " voxels") + " or more.");
            }
            final boolean last = i == scans.size() - 1;
            tracked.add(new TrackedScan(scan.step().name(), particles,
                last || parameters.m_prediction != TrackPrediction.FIELD ? place -> Optional.empty()
                    : carrying(fields, scan.step().name(), scans.get(i + 1).step().name(), warnings),
                last ? Overlap.UNKNOWN : VoxelOverlap.of(scan.labels(), scans.get(i + 1).labels())));
        }
        return tracked;
    }

    private static Function<Point, Optional<Point>> carrying(final Map<String, DeformationFieldValue> fields,
        final String from, final String to, final Warnings warnings) throws IOException {
        final DeformationFieldValue value = fields.get(key(from, to));
        if (value == null) {
            warnings.add("No field leads from " + from + " to " + to + ": neighbours predict the motion there.");
            return place -> Optional.empty();
        }
        final DeformationField field = value.getDeformationField();
        return place -> new ParticlePosition(1, place, 0).carriedBy(field).map(ParticlePosition::centre);
    }

    private static String key(final String from, final String to) {
        return from + '\n' + to;
    }

    static int fieldColumn(final DataTableSpec spec, final String column) throws InvalidSettingsException {
        return Columns.findOrLast(spec, column, DeformationFieldValue.class, "deformation fields");
    }

    /** Fields by the names of their scans. */
    static Map<String, DeformationFieldValue> fields(final BufferedDataTable table, final String column)
        throws InvalidSettingsException {
        final Map<String, DeformationFieldValue> fields = new HashMap<>();
        final int field = fieldColumn(table.getDataTableSpec(), column);
        for (final DataRow row : table) {
            if (row.getCell(field) instanceof DeformationFieldValue value) {
                final PairLabel pair = PairLabel.of(table.getDataTableSpec(), row);
                fields.put(key(pair.reference().toString(), pair.deformed().toString()), value);
            }
        }
        return fields;
    }
}
