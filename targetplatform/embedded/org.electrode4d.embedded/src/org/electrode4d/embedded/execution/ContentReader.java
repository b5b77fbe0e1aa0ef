// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.nio.file.Path;
import java.util.UUID;

import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.spi.PortFiles;
import org.electrode4d.embedded.workflow.StoredContent;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** Restores what an executed node left in its folder: outputs, internal objects, file stores. */
final class ContentReader {

    private static final String TABLE = BufferedDataTable.class.getName();
    private static final String TABLE_SPEC = DataTableSpec.class.getName();

    private final NodeInstance node;
    private final Path folder;
    private final ExecutionMonitor monitor = new ExecutionMonitor(new DefaultNodeProgressMonitor());

    ContentReader(final NodeInstance node, final Path folder) {
        this.node = node;
        this.folder = folder;
    }

    /**
     * Brings the node into the state EXECUTED.
     *
     * @throws Exception if a file is missing or does not fit the node; the node's state is then unchanged
     */
    void restore() throws Exception {
        final StoredContent content = node.stored().content();
        final String storeId = content.fileStores().getString("file_store_id", null);
        if (storeId != null) {
            node.embedded().loadFileStores(folder, content.fileStores().getString("file_store_location"),
                UUID.fromString(storeId));
        }
        final PortObject[] outputs = readPorts(content.ports());
        if (content.internalObjects() != null) {
            NodeModels.setInternalObjects(node.model(), readInternalObjects(content.internalObjects(), outputs));
        }
        node.setExposed(node.stored().variables());
        node.setExecuted(outputs);
    }

    private PortObject[] readPorts(final NodeSettings ports) throws Exception {
        final PortObject[] outputs = new PortObject[node.outPorts().length];
        for (String key : ports.keySet()) {
            final NodeSettings port = ports.getNodeSettings(key);
            final int index = port.getInt("index") - 1;
            if (index < 0 || index >= outputs.length) {
                throw new InvalidSettingsException("output port " + (index + 1) + " is stored, but the node has "
                    + outputs.length + " data outputs");
            }
            final String location = port.getString("port_dir_location");
            if (location != null) {
                outputs[index] = read(folder.resolve(location), port);
            }
        }
        for (int i = 0; i < outputs.length; i++) {
            if (outputs[i] == null) {
                throw new InvalidSettingsException("no data are stored for output port " + (i + 1));
            }
        }
        return outputs;
    }

    private PortObject read(final Path portFolder, final NodeSettings port) throws Exception {
        return PortFiles.load(node.embedded(), portFolder, port.getString("port_object_class"),
            port.getString("port_spec_class"), monitor);
    }

    private PortObject[] readInternalObjects(final NodeSettings internal, final PortObject[] outputs)
        throws Exception {
        final Path location = folder.resolve(internal.getString("location"));
        final NodeSettings content = internal.getNodeSettings("content");
        final PortObject[] objects = new PortObject[content.keySet().size()];
        for (String key : content.keySet()) {
            final NodeSettings object = content.getNodeSettings(key);
            objects[object.getInt("index")] = readInternalObject(object, location, outputs);
        }
        return objects;
    }

    private PortObject readInternalObject(final NodeSettings object, final Path location,
        final PortObject[] outputs) throws Exception {
        final String type = object.getString("type");
        return switch (type) {
            case "null" -> null;
            case "table" -> PortFiles.load(node.embedded(),
                location.resolve(object.getString("table_dir_location")), TABLE, TABLE_SPEC, monitor);
            case "referenced_output" -> outputs[object.getInt("outport") - 1];
            case "non-table" -> read(location.resolve(object.getString("port_dir_location")), object);
            default -> throw new InvalidSettingsException("internal object of type \"" + type
                + "\", expected null, table, referenced_output or non-table");
        };
    }
}
