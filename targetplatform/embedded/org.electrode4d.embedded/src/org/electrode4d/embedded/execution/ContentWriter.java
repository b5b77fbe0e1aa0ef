// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.spi.PortFiles;
import org.electrode4d.embedded.workflow.NodeState;
import org.electrode4d.embedded.workflow.StoredContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** Writes what an executed node holds into its folder: outputs, internal objects, file stores. */
final class ContentWriter {

    private static final String INTERNAL_FOLDER = "internalTables";

    private final NodeInstance node;
    private final Path folder;
    private final ExecutionMonitor monitor;

    ContentWriter(final NodeInstance node, final Path folder, final ExecutionMonitor monitor) {
        this.node = node;
        this.folder = folder;
        this.monitor = monitor;
    }

    /** Writes the data of an executed node, nothing for any other. */
    StoredContent write() throws IOException, CanceledExecutionException {
        if (node.isMissing()) {
            return node.stored().content().withoutData();
        }
        if (node.state() != NodeState.EXECUTED) {
            return StoredContent.empty(node.outPorts().length);
        }
        monitor.checkCanceled();
        final NodeSettings ports = new NodeSettings("ports");
        for (int port = 0; port < node.outPorts().length; port++) {
            ports.addNodeSettings(writePort(port, node.output(port).orElseThrow()));
        }
        final NodeSettings internal = writeInternalObjects();
        final String location = node.embedded().saveFileStores(folder).orElse(null);
        final String storeId = node.embedded().fileStoreId().map(Object::toString).orElse(null);
        return new StoredContent(true, ports, internal, StoredContent.fileStores(location, storeId));
    }

    private NodeSettings writePort(final int port, final PortObject object)
        throws IOException, CanceledExecutionException {
        final String name = StoredContent.portFolder(port + 1);
        PortFiles.save(node.embedded(), object, Files.createDirectory(folder.resolve(name)), monitor);
        final NodeSettings settings = new NodeSettings(name);
        settings.addInt("index", port + 1);
        addClasses(object, settings);
        settings.addString("port_object_summary", object.getSummary());
        addLocations(object, settings);
        settings.addString("port_dir_location", name);
        return settings;
    }

    private static void addClasses(final PortObject object, final NodeSettings settings) {
        settings.addString("port_spec_class", object.getSpec().getClass().getName());
        settings.addString("port_object_class", object.getClass().getName());
    }

    private static void addLocations(final PortObject object, final NodeSettings settings) {
        if (!(object instanceof BufferedDataTable)) {
            settings.addString("port_spec_location", "spec/spec.zip");
            settings.addString("port_object_location", "object/portobject.zip");
        }
    }

    private NodeSettings writeInternalObjects() throws IOException, CanceledExecutionException {
        final PortObject[] objects = NodeModels.internalObjects(node.model());
        if (objects.length == 0) {
            return null;
        }
        final Path location = Files.createDirectory(folder.resolve(INTERNAL_FOLDER));
        final NodeSettings internal = new NodeSettings("internalObjects");
        internal.addString("location", INTERNAL_FOLDER);
        final NodeSettings content = (NodeSettings)internal.addNodeSettings("content");
        for (int i = 0; i < objects.length; i++) {
            content.addNodeSettings(writeInternalObject(i, objects[i], location));
        }
        return internal;
    }

    private NodeSettings writeInternalObject(final int index, final PortObject object, final Path location)
        throws IOException, CanceledExecutionException {
        final String name = "object_" + index;
        final NodeSettings settings = new NodeSettings(name);
        settings.addInt("index", index);
        if (object == null) {
            settings.addString("type", "null");
        } else if (object instanceof BufferedDataTable) {
            PortFiles.save(node.embedded(), object, Files.createDirectory(location.resolve(name)), monitor);
            settings.addString("type", "table");
            settings.addString("table_dir_location", name);
        } else if (outputIndex(object) >= 0) {
            settings.addString("type", "referenced_output");
            settings.addInt("outport", outputIndex(object) + 1);
        } else {
            PortFiles.save(node.embedded(), object, Files.createDirectory(location.resolve(name)), monitor);
            settings.addString("type", "non-table");
            settings.addString("port_dir_location", name);
            addClasses(object, settings);
            addLocations(object, settings);
        }
        return settings;
    }

    private int outputIndex(final PortObject object) {
        for (int port = 0; port < node.outPorts().length; port++) {
            if (node.output(port).orElse(null) == object) {
                return port;
            }
        }
        return -1;
    }
}
