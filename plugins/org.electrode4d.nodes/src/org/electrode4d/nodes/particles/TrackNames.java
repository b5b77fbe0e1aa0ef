// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.HashMap;
import java.util.Map;

import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** What particle a label of a step belongs to, from a table of tracks. */
final class TrackNames {

    private final Map<String, Map<Integer, Integer>> steps = new HashMap<>();

    /** Throws where the table lacks a column. */
    static void check(final DataTableSpec spec, final String track) throws InvalidSettingsException {
        if (spec == null) {
            throw new InvalidSettingsException("Connect a table of tracks to the second input, or set 'Find a particle "
                + "again by' to the same label.");
        }
        Columns.find(spec, SeriesColumns.STEP, StringValue.class, "steps");
        Columns.find(spec, ParticleColumns.LABEL, IntValue.class, "labels");
        Columns.find(spec, track, IntValue.class, "tracks");
    }

    static TrackNames read(final BufferedDataTable table, final String track) throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        check(spec, track);
        final TrackNames names = new TrackNames();
        for (final DataRow row : table) {
            if (row.getCell(spec.findColumnIndex(ParticleColumns.LABEL)) instanceof IntValue label
                && row.getCell(spec.findColumnIndex(track)) instanceof IntValue name) {
                names.steps.computeIfAbsent(row.getCell(spec.findColumnIndex(SeriesColumns.STEP)).toString(),
                    step -> new HashMap<>()).put(label.getIntValue(), name.getIntValue());
            }
        }
        return names;
    }

    /** Names by label. */
    Map<Integer, Integer> of(final String step) {
        return steps.getOrDefault(step, Map.of());
    }
}
