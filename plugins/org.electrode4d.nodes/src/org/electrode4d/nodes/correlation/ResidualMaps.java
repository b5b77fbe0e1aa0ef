// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.ResidualMap;
import org.electrode4d.correlation.ResidualSettings;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.Statistics;
import org.electrode4d.volume.statistics.VolumeStatistics;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.ExecutionContext;

/** The residual maps of one pair, as cells. */
record ResidualMaps(VolumePair pair, DeformationField field, ResidualSettings settings, PairLabel label) {

    /** The map, its mean and its 99th percentile. */
    List<DataCell> cells(final ExecutionContext context, final Progress progress) throws IOException {
        return store(ResidualMap.of(pair, field, settings, progress.part(0, 0.1)), context, progress.part(0.1, 1));
    }

    /** The same and the signed difference, which is computed once and the map made of it. */
    List<DataCell> withSigned(final ExecutionContext context, final Progress progress) throws IOException {
        final Volume signed = ResidualMap.signed(pair, field, settings, progress.part(0, 0.1));
        final VolumeCell stored = VolumeStorage.store(new VolumeDisplay("grey value", true)
            .on(signed.withName("Signed residual " + label)), context, progress.part(0.1, 0.8));
        final List<DataCell> cells = new ArrayList<>(store(
            ResidualMap.of(stored.getVolume(), settings.threshold()), context, progress.part(0.8, 1)));
        cells.add(stored);
        return cells;
    }

    private List<DataCell> store(final Volume residual, final ExecutionContext context, final Progress progress)
        throws IOException {
        final VolumeCell cell = VolumeStorage.store(new VolumeDisplay("grey value", false)
            .on(residual.withName("Residual " + label)), context, progress.part(0, 0.9));
        final Statistics statistics = VolumeStatistics.of(cell.getVolume(), progress.part(0.9, 1));
        return List.of(cell, new DoubleCell(statistics.mean()), new DoubleCell(statistics.quantile(0.99)));
    }
}
