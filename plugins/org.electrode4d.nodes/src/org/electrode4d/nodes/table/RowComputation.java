// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.io.IOException;
import java.util.List;

import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** What a node computes for one row. */
@FunctionalInterface
public interface RowComputation {

    /** The cells to append to the row, as many as the node has new columns. */
    List<DataCell> compute(DataRow row, Progress progress)
        throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException;
}
