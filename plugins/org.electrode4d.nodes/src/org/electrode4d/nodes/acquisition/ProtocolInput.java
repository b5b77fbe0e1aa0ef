// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogRecord;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.ProtocolText;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.table.Columns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * The protocol that a run is given.
 *
 * @param protocol what is to be done
 * @param text of it, for the log
 * @param cell what is known of the cell
 */
record ProtocolInput(Protocol protocol, String text, Map<String, String> cell) {

    private static final String WHAT_TO_DO = "Connect the first output of a Cycling Protocol.";

    /** Copies the map. */
    ProtocolInput {
        cell = Map.copyOf(cell);
    }

    /** Refuses a table that cannot hold a protocol. */
    static void check(final DataTableSpec spec) throws InvalidSettingsException {
        Columns.find(spec, ProtocolColumns.PROTOCOL, StringValue.class, "protocols");
    }

    /**
     * Reads the only row of a table.
     *
     * @throws KNIMEException where there is another number of rows, or no protocol in it
     */
    static ProtocolInput read(final BufferedDataTable table) throws KNIMEException, InvalidSettingsException {
        check(table.getDataTableSpec());
        if (table.size() != 1) {
            throw NodeFailure.of("The input table has " + table.size() + " rows, but a run follows one protocol.",
                table.size() == 0 ? WHAT_TO_DO : "Choose the row of one protocol, with a Row Filter.");
        }
        final DataRow row = table.iterator().next();
        final String text = text(row, table.getDataTableSpec(), ProtocolColumns.PROTOCOL);
        if (text.isBlank()) {
            throw NodeFailure.of("The cell '" + ProtocolColumns.PROTOCOL + "' of the input table is missing or empty.",
                WHAT_TO_DO);
        }
        return new ProtocolInput(ProtocolText.parse(text, "Protocol of the input table"), text,
            MetadataText.parse(text(row, table.getDataTableSpec(), ProtocolColumns.METADATA), "column 'Cell'"));
    }

    /** The protocol that a log was begun with. */
    static ProtocolInput of(final List<LogRecord> records, final Path log) throws IOException {
        if (records.isEmpty() || !(records.get(0).event() instanceof LogEvent.Started started)) {
            throw new IOException(log + ": The log does not begin with the start of a run. Choose another folder.");
        }
        return new ProtocolInput(ProtocolText.parse(started.protocol(), log.toString()), started.protocol(),
            started.metadata());
    }

    private static String text(final DataRow row, final DataTableSpec spec, final String column) {
        final int index = spec.findColumnIndex(column);
        final DataCell cell = index < 0 ? null : row.getCell(index);
        return cell instanceof StringValue value ? value.getStringValue() : "";
    }
}
