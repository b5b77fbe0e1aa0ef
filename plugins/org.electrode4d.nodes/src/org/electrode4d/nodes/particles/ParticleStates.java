// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.segmentation.comparison.ParticleState;
import org.electrode4d.volume.Point;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * Particles by scan and label, from a table with a row for each.
 *
 * @param bySteps in the order of the steps
 * @param missing IDs of rows without a label
 */
record ParticleStates(Map<String, Map<Integer, ParticleState>> bySteps, List<String> missing) {

    /**
     * Where things are in a table.
     *
     * @param label column of the numbers of particles
     * @param volume column of their volumes, µm³
     * @param centre columns of their centres of mass, x, y, z in µm
     */
    record Source(String label, String volume, List<String> centre) {

        /** @throws InvalidSettingsException where a column is missing */
        void check(final DataTableSpec spec) throws InvalidSettingsException {
            Columns.find(spec, label, IntValue.class, "numbers of particles");
            Columns.find(spec, volume, DoubleValue.class, "volumes in µm³");
            for (final String column : centre) {
                Columns.find(spec, column, DoubleValue.class, "places in µm");
            }
        }
    }

    static ParticleStates read(final BufferedDataTable table, final Source source) throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        source.check(spec);
        final int border = spec.findColumnIndex(ParticleColumns.TOUCHES_BORDER);
        final ParticleStates states = new ParticleStates(new LinkedHashMap<>(), new ArrayList<>());
        for (final DataRow row : table) {
            final String step = ScanStep.of(spec, row).name();
            final Map<Integer, ParticleState> ofStep =
                states.bySteps.computeIfAbsent(step, name -> new HashMap<>());
            if (row.getCell(spec.findColumnIndex(source.label)) instanceof IntValue label) {
                final double[] centre = source.centre.stream()
                    .mapToDouble(column -> number(row.getCell(spec.findColumnIndex(column)))).toArray();
                ofStep.put(label.getIntValue(), new ParticleState(new Point(centre[0], centre[1], centre[2]),
                    number(row.getCell(spec.findColumnIndex(source.volume))),
                    border >= 0 && row.getCell(border) instanceof BooleanValue cut && cut.getBooleanValue()));
            } else {
                states.missing.add(row.getKey().getString());
            }
        }
        return states;
    }

    private static double number(final DataCell cell) {
        return cell instanceof DoubleValue number ? number.getDoubleValue() : Double.NaN;
    }

    /** A particle at some scans; empty where it is not in the table. */
    List<Optional<ParticleState>> of(final int label, final List<String> steps) {
        return steps.stream().map(step -> Optional.ofNullable(bySteps.getOrDefault(step, Map.of()).get(label)))
            .toList();
    }
}
