// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Reads the folders that {@link TableFolder} writes. */
public final class TableReader {

    private final EmbeddedNode node;

    private final Map<Integer, BufferedDataTable> known;

    /**
     * @param node the node that the tables are of
     * @param known the tables of the workflow that were read before; those read now are added
     */
    public TableReader(final EmbeddedNode node, final Map<Integer, BufferedDataTable> known) {
        this.node = node;
        this.known = known;
    }

    /**
     * @throws IOException if a file is missing or broken
     * @throws InvalidSettingsException if the table refers to one that was not read, or has cells of unknown classes
     */
    public BufferedDataTable read(final Path folder) throws IOException, InvalidSettingsException {
        NodeSettings data = TableFolder.read(folder.resolve(TableFolder.DATA));
        DataTableSpec spec = DataTableSpec.load(TableFolder.read(folder.resolve(TableFolder.SPEC)));
        int id = data.getInt("table_ID");
        String type = data.getString("table_type");
        if ("reference_from_same_node_table".equals(type)) {
            return table(id, folder);
        }
        for (String name : data.getStringArray("table_references", new String[0])) {
            read(folder.resolve(name));
        }
        BufferedDataTable table = Secrets.tables().table(store(type, data, spec, folder), id, node);
        known.put(id, table);
        return table;
    }

    private TableStore store(final String type, final NodeSettings data, final DataTableSpec spec, final Path folder)
        throws IOException, InvalidSettingsException {
        switch (type) {
            case "container_table":
            case "container_table_compressed":
                return rows(folder, spec);
            case "rearrange_columns_table":
            case "rearrange_columns_table_compressed":
                return rearranged(data.getNodeSettings("meta_internal"), spec, folder);
            case "new_spec_table":
                return new ReferredRows(spec, reference(data.getNodeSettings("meta_internal"), folder), true);
            case "wrapped_table":
                return new ReferredRows(spec, reference(data.getNodeSettings("meta_internal"), folder), false);
            default:
                throw new InvalidSettingsException(
                    "The table in " + folder + " is a " + type + ", which only KNIME itself reads");
        }
    }

    private DiskRows rows(final Path folder, final DataTableSpec spec) throws IOException, InvalidSettingsException {
        return ContainerFile.open(folder.resolve(TableFolder.ROWS), spec, node.workflow()::fileStore);
    }

    private RearrangedRows rearranged(final NodeSettings internal, final DataTableSpec spec, final Path folder)
        throws IOException, InvalidSettingsException {
        int[] indices = internal.getIntArray("table_internal_map");
        boolean[] fromReference = internal.getBooleanArray("table_internal_flags");
        DataColumnSpec[] added = new DataColumnSpec[indices.length];
        int count = 0;
        for (int i = 0; i < indices.length; i++) {
            if (!fromReference[i]) {
                added[indices[i]] = spec.getColumnSpec(i);
                count++;
            }
        }
        DataTableSpec addedSpec = new DataTableSpec(Arrays.copyOf(added, count));
        return new RearrangedRows(spec, reference(internal, folder), indices, fromReference,
            count == 0 ? null : rows(folder, addedSpec));
    }

    private BufferedDataTable reference(final NodeSettings internal, final Path folder)
        throws InvalidSettingsException {
        return table(internal.getInt("table_reference_ID"), folder);
    }

    private BufferedDataTable table(final int id, final Path folder) throws InvalidSettingsException {
        BufferedDataTable table = known.get(id);
        if (table == null) {
            throw new InvalidSettingsException("The table in " + folder + " refers to table " + id
                + ", which is not there; are the nodes before loaded with their data?");
        }
        return table;
    }
}
