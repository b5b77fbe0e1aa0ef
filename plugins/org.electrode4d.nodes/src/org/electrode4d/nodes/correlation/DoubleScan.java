// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.correlation.NoiseFloor;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The row with the two scans of one state, and the columns that the noise floor needs of it.
 *
 * @param mask index of the column of masks; -1 for none
 */
record DoubleScan(PairCells cells, int mask, DataRow row, PairLabel pair) {

    /** @throws InvalidSettingsException where the table lacks a column */
    static PairCells check(final DataTableSpec spec, final NoiseFloorNodeParameters parameters)
        throws InvalidSettingsException {
        mask(spec, parameters);
        return PairCells.withVolumes(spec, parameters.m_fieldColumn);
    }

    private static int mask(final DataTableSpec spec, final NoiseFloorNodeParameters parameters)
        throws InvalidSettingsException {
        return parameters.m_useMask ? Columns.find(spec, parameters.m_maskColumn, VolumeValue.class, "masks") : -1;
    }

    /**
     * The last row of the steps that are asked for; empty for a table without rows.
     *
     * @throws InvalidSettingsException where the table has rows, but none of these steps
     */
    static Optional<DoubleScan> find(final BufferedDataTable table, final NoiseFloorNodeParameters parameters)
        throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final PairCells cells = check(spec, parameters);
        final int mask = mask(spec, parameters);
        final List<String> pairs = new ArrayList<>();
        DoubleScan found = null;
        for (final DataRow row : table) {
            final PairLabel pair = PairLabel.of(spec, row);
            pairs.add(pair.toString());
            if (isStep(parameters.m_referenceStep, pair.reference().toString())
                && isStep(parameters.m_deformedStep, pair.deformed().toString())) {
                found = new DoubleScan(cells, mask, row, pair);
            }
        }
        if (found == null && !pairs.isEmpty()) {
            throw new InvalidSettingsException("No row has " + wanted("reference", parameters.m_referenceStep)
                + wanted("deformed", parameters.m_deformedStep) + "but only " + String.join(", ", pairs) + ".");
        }
        return Optional.ofNullable(found);
    }

    private static boolean isStep(final String wanted, final String step) {
        return wanted.isBlank() || wanted.strip().equals(step);
    }

    private static String wanted(final String which, final String step) {
        return step.isBlank() ? "" : "the " + which + " step '" + step.strip() + "' ";
    }

    /** Whether a cell that is needed is missing. */
    boolean isIncomplete() {
        for (final int column : cells.needed()) {
            if (row.getCell(column).isMissing()) {
                return true;
            }
        }
        return mask >= 0 && row.getCell(mask).isMissing();
    }

    NoiseFloor measure(final NoiseFloorNodeParameters parameters, final Progress progress)
        throws IOException, InvalidSettingsException {
        final Optional<Volume> selected = mask < 0 ? Optional.empty()
            : Optional.of(((VolumeValue)row.getCell(mask)).getVolume());
        return NoiseFloor.of(cells.volumes(row), cells.field(row), parameters.settings(), selected, progress);
    }
}
