// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.HashMap;
import java.util.Map;

import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.TrueParticleColumns;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * Classes of particles by their numbers.
 *
 * @param numbers what a number of another column is for each particle, such as a score; may be empty
 */
record ParticleClasses(Map<Integer, String> names, Map<Integer, Double> numbers) {

    /** Nothing is classified. */
    static final ParticleClasses NONE = new ParticleClasses(Map.of(), Map.of());

    /** @throws InvalidSettingsException where a column is missing */
    static void check(final DataTableSpec spec) throws InvalidSettingsException {
        Columns.find(spec, TrueParticleColumns.PARTICLE, IntValue.class, "numbers of particles");
        Columns.find(spec, TrueParticleColumns.CLASS, StringValue.class, "classes");
    }

    /**
     * The first row of every particle.
     *
     * @param number column of numbers to keep, which may be missing
     */
    static ParticleClasses read(final BufferedDataTable table, final String number) throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        check(spec);
        final int of = spec.findColumnIndex(number);
        final ParticleClasses classes = new ParticleClasses(new HashMap<>(), new HashMap<>());
        for (final DataRow row : table) {
            if (row.getCell(spec.findColumnIndex(TrueParticleColumns.PARTICLE)) instanceof IntValue particle) {
                if (row.getCell(spec.findColumnIndex(TrueParticleColumns.CLASS)) instanceof StringValue name) {
                    classes.names.putIfAbsent(particle.getIntValue(), name.getStringValue());
                }
                if (of >= 0 && row.getCell(of) instanceof DoubleValue value) {
                    classes.numbers.putIfAbsent(particle.getIntValue(), value.getDoubleValue());
                }
            }
        }
        return classes;
    }
}
