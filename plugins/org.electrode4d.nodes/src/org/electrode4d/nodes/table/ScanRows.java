// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * The scans of a series, for nodes whose tables have rows of their own; nodes that append columns take a
 * {@link RowAppender}. Rows that lack one of the cells that are needed are passed over, and a warning names them.
 */
public final class ScanRows {

    /** What a node does with one scan. */
    @FunctionalInterface
    public interface Work {
        /** @param row in which no cell that is needed is missing */
        void scan(ScanStep step, DataRow row, Progress progress)
            throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException;
    }

    private ScanRows() {
    }

    /**
     * Works on the scans in their order.
     *
     * @param needed indices of the columns that must not be missing
     * @return whether the first row was passed over, so that the first scan is a later one
     */
    public static boolean forEach(final BufferedDataTable table, final int[] needed, final Progress progress,
        final Warnings warnings, final Work work)
        throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException {
        final List<String> missing = new ArrayList<>();
        double done = 0;
        boolean isFirstMissing = false;
        for (final DataRow row : table) {
            progress.check();
            final Progress part = progress.part(done / table.size(), (done + 1) / table.size());
            done++;
            if (Arrays.stream(needed).anyMatch(column -> row.getCell(column).isMissing())) {
                isFirstMissing |= done == 1;
                missing.add(row.getKey().getString());
            } else {
                work.scan(ScanStep.of(table.getDataTableSpec(), row), row, part);
            }
        }
        warnings.add(RowAppender.warning(missing));
        return isFirstMissing;
    }
}
