// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.electrode4d.nodes.table.Columns;
import org.electrode4d.segmentation.particle.SizeDistribution;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Sizes and volumes of the particles of a table, by the distribution that they belong to. */
final class SizedParticles {

    private static final int NONE = -1;

    private final int group;
    private final int size;
    private final int volume;
    private final int border;
    private final double smallest;
    private final Map<String, List<double[]>> groups = new LinkedHashMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final List<String> missing = new ArrayList<>();

    SizedParticles(final DataTableSpec spec, final SizeDistributionNodeParameters parameters)
        throws InvalidSettingsException {
        group = parameters.m_groupColumn.isEmpty() ? NONE
            : Columns.find(spec, parameters.m_groupColumn, DataValue.class, "names of distributions");
        size = Columns.find(spec, parameters.m_sizeColumn, DoubleValue.class, "sizes");
        volume = Columns.find(spec, parameters.m_volumeColumn, DoubleValue.class, "volumes of particles");
        border = parameters.m_excludeBorder
            ? Columns.find(spec, ParticleColumns.TOUCHES_BORDER, BooleanValue.class, "marks of cut particles") : NONE;
        smallest = parameters.m_smallest;
    }

    /** Reads all rows; those without a size above zero are left out. */
    void read(final BufferedDataTable table) {
        for (final DataRow row : table) {
            final String name = group == NONE ? "All"
                : row.getCell(group).isMissing() ? "?" : row.getCell(group).toString();
            final List<double[]> particles = groups.computeIfAbsent(name, n -> new ArrayList<>());
            final double itsSize = number(row, size);
            final double itsVolume = number(row, volume);
            if (!(itsSize > 0 && itsVolume > 0) || Double.isInfinite(itsSize) || Double.isInfinite(itsVolume)) {
                missing.add(row.getKey().getString());
            } else if (isCut(row) || itsSize < smallest) {
                leftOut.merge(name, 1, Integer::sum);
            } else {
                particles.add(new double[]{itsSize, itsVolume});
            }
        }
    }

    private boolean isCut(final DataRow row) {
        return border != NONE && row.getCell(border) instanceof BooleanValue cut && cut.getBooleanValue();
    }

    private static double number(final DataRow row, final int column) {
        return row.getCell(column) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    /** In the order in which they come in the table. */
    Map<String, SizeDistribution> distributions() {
        final Map<String, SizeDistribution> distributions = new LinkedHashMap<>();
        groups.forEach((name, particles) -> distributions.put(name,
            SizeDistribution.of(particles.stream().mapToDouble(p -> p[0]).toArray(),
                particles.stream().mapToDouble(p -> p[1]).toArray())));
        return distributions;
    }

    /** Particles of a distribution that are cut or too small. */
    int leftOut(final String name) {
        return leftOut.getOrDefault(name, 0);
    }

    /** IDs of rows without a size. */
    List<String> missing() {
        return missing;
    }
}
