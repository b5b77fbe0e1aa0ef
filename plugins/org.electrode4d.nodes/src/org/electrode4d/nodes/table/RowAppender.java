// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Appends columns to a table, row by row. A row that lacks one of the cells that are needed gets missing cells, and the
 * node a warning; a row that fails makes the node fail, with the row's ID in the message.
 */
public final class RowAppender {

    private final DataColumnSpec[] appended;
    private final int[] needed;
    private final List<String> skipped = new ArrayList<>();
    private String reference;
    private boolean computes;

    /**
     * @param needed indices of the columns that must not be missing
     * @param appended the new columns
     */
    public RowAppender(final int[] needed, final DataColumnSpec... appended) {
        this.needed = needed.clone();
        this.appended = appended.clone();
    }

    /** The table with its new columns; names that are taken get a number. */
    public DataTableSpec spec(final DataTableSpec input) {
        DataTableSpec spec = input;
        for (final DataColumnSpec column : appended) {
            final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
            creator.setName(DataTableSpec.getUniqueColumnName(spec, column.getName()));
            spec = new DataTableSpecCreator(spec).addColumns(creator.createSpec()).createSpec();
        }
        return spec;
    }

    /** Computes every row. */
    public BufferedDataTable append(final BufferedDataTable input, final ExecutionContext context,
        final Progress progress, final RowComputation computation)
        throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException {
        final BufferedDataContainer container = context.createDataContainer(spec(input.getDataTableSpec()));
        long index = 0;
        for (final DataRow row : input) {
            progress.check();
            final Progress part = progress.part(index / (double)input.size(), (index + 1) / (double)input.size());
            index++;
            container.addRowToTable(join(row, compute(row, part, computation)));
            if (!computes && skipped.size() < index) {
                computes = true;
                reference = skipped.isEmpty() ? null : ScanStep.of(input.getDataTableSpec(), row).name();
            }
        }
        container.close();
        return container.getTable();
    }

    private List<DataCell> compute(final DataRow row, final Progress progress, final RowComputation computation)
        throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException {
        for (final int column : needed) {
            if (row.getCell(column).isMissing()) {
                skipped.add(row.getKey().getString());
                return Collections.nCopies(appended.length, new MissingCell("An input of this row is missing."));
            }
        }
        return computation.compute(row, progress);
    }

    private static DataRow join(final DataRow row, final List<DataCell> cells) {
        final List<DataCell> all = new ArrayList<>(row.getNumCells() + cells.size());
        row.forEach(all::add);
        all.addAll(cells);
        return new DefaultRow(row.getKey(), all);
    }

    /** What to tell the user about rows that were left out, or null. */
    public String warning() {
        return warning(skipped);
    }

    /** What to tell where scans are related to the first one, but that was left out; null where it was not. */
    public String referenceWarning() {
        return reference == null ? null
            : "The series refers to " + reference + ", the first scan with all inputs.";
    }

    /** What to tell the user about rows with missing inputs, or null where there is none. */
    public static String warning(final List<String> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        return rows.size() + (rows.size() == 1 ? " row has" : " rows have")
            + " missing inputs and could not be worked on: "
            + String.join(", ", rows.subList(0, Math.min(5, rows.size()))) + (rows.size() > 5 ? ", ..." : "") + ".";
    }
}
