// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.preparation.HistogramPeaks;
import org.electrode4d.volume.preparation.PhaseLevel;
import org.electrode4d.volume.preparation.ReferencePhase;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the reference phases of a scan are in its row.
 *
 * @param volume index of the column of scans
 * @param places index of a column of labels, or of several of masks; none for the peaks of the histogram
 * @param labels numbers of the phases; none for masks
 * @param names of the phases
 */
record PhaseColumns(int volume, List<Integer> places, List<Integer> labels, List<String> names, PhaseLevel level) {

    static PhaseColumns of(final DataTableSpec spec, final GreyMatchingNodeParameters parameters)
        throws InvalidSettingsException {
        final int volume = Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
        final PhaseLevel level = parameters.m_level.level;
        return switch (parameters.m_source) {
            case PEAKS -> new PhaseColumns(volume, List.of(), List.of(),
                List.of(HistogramPeaks.DARK, HistogramPeaks.BRIGHT), level);
            case LABELS -> new PhaseColumns(volume, List.of(find(spec, parameters.m_phaseColumn, "labels")),
                parameters.labels(), parameters.labels().stream().map(label -> "Label " + label).toList(), level);
            case MASKS -> new PhaseColumns(volume, List.of(find(spec, parameters.m_firstMaskColumn, "masks"),
                find(spec, parameters.m_secondMaskColumn, "masks")), List.of(),
                List.of(parameters.m_firstMaskColumn, parameters.m_secondMaskColumn), level);
        };
    }

    private static int find(final DataTableSpec spec, final String name, final String what)
        throws InvalidSettingsException {
        return Columns.find(spec, name, VolumeValue.class, what);
    }

    /** The columns that must not be missing. */
    int[] needed() {
        return IntStream.concat(IntStream.of(volume), places.stream().mapToInt(Integer::intValue)).toArray();
    }

    /** @param step the name of the scan, for messages */
    List<ReferencePhase> measure(final DataRow row, final String step, final Progress progress) throws IOException {
        final Volume scan = VolumeColumns.volume(row, volume).withName(step);
        if (places.isEmpty()) {
            return HistogramPeaks.two(scan, progress);
        }
        final List<ReferencePhase> phases = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            final Progress part = progress.part(i / (double)names.size(), (i + 1.0) / names.size());
            phases.add(ReferencePhase.of(names.get(i), scan, mask(row, i), level, part));
        }
        return phases;
    }

    private Volume mask(final DataRow row, final int phase) throws IOException {
        final Volume place = VolumeColumns.volume(row, places.get(labels.isEmpty() ? phase : 0));
        return labels.isEmpty() ? place : LabelMask.of(LabelVolume.of(place), labels.get(phase));
    }
}
