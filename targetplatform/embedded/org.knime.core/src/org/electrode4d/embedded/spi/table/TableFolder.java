// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;

/**
 * The folder of a saved table: {@code spec.xml}, {@code data.xml} and, if it has rows of its own, {@code data.zip}.
 * Tables that others are made of are saved by their own nodes; those of this node that stand at no port go to the
 * folders {@code r0}, {@code r1} ... inside.
 */
public final class TableFolder {

    static final String SPEC = "spec.xml";

    static final String DATA = "data.xml";

    static final String ROWS = "data.zip";

    private static final String TYPE = "table_type";

    private final SavedTables saved;

    private final ExecutionMonitor monitor;

    /**
     * @param saved the tables of the node that have been saved in this run, and where
     * @param monitor takes the progress
     */
    public TableFolder(final SavedTables saved, final ExecutionMonitor monitor) {
        this.saved = saved;
        this.monitor = monitor;
    }

    public void write(final BufferedDataTable table, final Path folder)
        throws IOException, CanceledExecutionException {
        NodeSettings spec = new NodeSettings(SPEC);
        table.getDataTableSpec().save(spec);
        write(spec, folder.resolve(SPEC));
        NodeSettings data = new NodeSettings("table_meta_info");
        data.addInt("table_ID", table.getBufferedTableId());
        if (saved.isElsewhere(table, folder)) {
            data.addString(TYPE, "reference_from_same_node_table");
        } else {
            saved.add(table, folder);
            writeRows(table, data, folder);
        }
        data.addString("table_file_name", Files.exists(folder.resolve(ROWS)) ? ROWS : null);
        write(data, folder.resolve(DATA));
    }

    private static void write(final NodeSettings settings, final Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            settings.saveToXML(out);
        }
    }

    private void writeRows(final BufferedDataTable table, final NodeSettings data, final Path folder)
        throws IOException, CanceledExecutionException {
        TableStore store = Secrets.tables().store(table);
        EmbeddedNode owner = Secrets.tables().owner(table);
        if (store instanceof RearrangedRows) {
            writeRearranged((RearrangedRows)store, table.getBufferedTableId(), data, new Target(owner, folder));
        } else if (store instanceof ReferredRows) {
            ReferredRows referred = (ReferredRows)store;
            data.addString(TYPE, referred.respecified() ? "new_spec_table" : "wrapped_table");
            writeReference(referred.reference(), data, new Target(owner, folder));
            addReference(referred.reference(), data);
        } else {
            data.addString(TYPE, "container_table_compressed");
            data.addString("table_compression_format", compression(store));
            ContainerFile.write(store, table.getBufferedTableId(), folder.resolve(ROWS), monitor);
        }
    }

    private record Target(EmbeddedNode owner, Path folder) {
    }

    private void writeRearranged(final RearrangedRows store, final int id, final NodeSettings data,
        final Target target) throws IOException, CanceledExecutionException {
        if (store.added() == null) {
            data.addString(TYPE, "rearrange_columns_table");
        } else {
            data.addString(TYPE, "rearrange_columns_table_compressed");
            data.addString("table_compression_format", compression(store.added()));
        }
        writeReference(store.reference(), data, target);
        NodeSettingsWO internal = addReference(store.reference(), data);
        internal.addIntArray("table_internal_map", store.indices());
        internal.addBooleanArray("table_internal_flags", store.fromReference());
        if (store.added() != null) {
            internal.addInt("table_type", 0);
            ContainerFile.write(store.added(), id, target.folder().resolve(ROWS), monitor);
        }
    }

    private static String compression(final TableStore store) {
        return (store instanceof DiskRows ? ((DiskRows)store).meta().compression() : Compression.SNAPPY).name();
    }

    private static NodeSettingsWO addReference(final BufferedDataTable reference, final NodeSettings data) {
        NodeSettingsWO internal = data.addNodeSettings("meta_internal");
        internal.addInt("table_reference_ID", reference.getBufferedTableId());
        return internal;
    }

    private void writeReference(final BufferedDataTable reference, final NodeSettings data, final Target target)
        throws IOException, CanceledExecutionException {
        List<String> names = new ArrayList<>();
        if (Secrets.tables().owner(reference) == target.owner() && !saved.contains(reference, target.folder())) {
            names.add("r0");
            write(reference, Files.createDirectories(target.folder().resolve("r0")));
        }
        data.addStringArray("table_references", names.toArray(String[]::new));
    }

    /** Reads the XML file of a folder. */
    static NodeSettings read(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (NodeSettings)NodeSettings.loadFromXML(in);
        }
    }
}
