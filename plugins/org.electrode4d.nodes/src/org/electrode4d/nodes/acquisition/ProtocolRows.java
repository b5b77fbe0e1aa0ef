// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.acquisition.log.CellMetadata;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.ProtocolPreview;
import org.electrode4d.acquisition.protocol.ProtocolText;
import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.nodes.table.Cells;
import org.knime.core.data.DataCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes a protocol into tables: itself, and what it means in words. */
final class ProtocolRows {

    private static final double MILLIAMPERE_HOUR = 3.6;
    private static final List<String> BEFORE = List.of("Protocol", "Safety limits");

    private final ExecutionContext context;

    ProtocolRows(final ExecutionContext context) {
        this.context = context;
    }

    /** One row with the protocol and what is known of the cell. */
    BufferedDataTable protocol(final Protocol protocol, final CellMetadata cell) {
        final BufferedDataContainer container = context.createDataContainer(ProtocolColumns.SPEC);
        add(container, new StringCell(ProtocolText.format(protocol)), new StringCell(protocol.name()),
            Cells.number(protocol.capacity().orElse(Double.NaN) / MILLIAMPERE_HOUR),
            new StringCell(MetadataText.format(cell.toMap())));
        container.close();
        return container.getTable();
    }

    /** One row per step, in the order of the protocol; steps within a loop are indented. */
    BufferedDataTable preview(final Protocol protocol) {
        final List<String> titles = new ArrayList<>(BEFORE);
        addSteps(protocol.steps(), "", titles);
        final BufferedDataContainer container = context.createDataContainer(ProtocolColumns.PREVIEW);
        final List<String> lines = ProtocolPreview.lines(protocol);
        for (int i = 0; i < lines.size(); i++) {
            final String title = i < titles.size() ? titles.get(i) : lines.get(i).replaceFirst(": .*", "");
            final String named = i == 0 ? protocol.name() : title;
            final String words = lines.get(i).startsWith(named + ": ") ? lines.get(i).substring(named.length() + 2)
                : lines.get(i);
            add(container, new StringCell(title), new StringCell(words));
        }
        container.close();
        return container.getTable();
    }

    private static void addSteps(final List<Step> steps, final String indent, final List<String> titles) {
        for (final Step step : steps) {
            titles.add(indent + step.name());
            if (step instanceof Step.Loop loop) {
                addSteps(loop.steps(), indent + "  ", titles);
            }
        }
    }

    private static void add(final BufferedDataContainer container, final DataCell... cells) {
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }
}
