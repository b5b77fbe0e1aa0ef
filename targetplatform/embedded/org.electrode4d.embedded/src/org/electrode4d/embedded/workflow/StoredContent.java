// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import org.knime.core.node.NodeSettings;

/**
 * What {@code settings.xml} says about the data an executed node left behind: trees as KNIME stores them.
 *
 * @param hasContent whether the node was executed when it was saved
 * @param ports one config per data port, {@code port_1} ...
 * @param internalObjects what the node keeps for its views; null if nothing
 * @param fileStores folder and id of the node's file stores
 */
public record StoredContent(boolean hasContent, NodeSettings ports, NodeSettings internalObjects,
    NodeSettings fileStores) {

    /** Name of the folder of a data port, counted from 1. */
    public static String portFolder(final int port) {
        return "port_" + port;
    }

    /**
     * Content of a node without data.
     *
     * @param dataPorts number of output ports without the flow-variable port
     */
    public static StoredContent empty(final int dataPorts) {
        final NodeSettings ports = new NodeSettings("ports");
        for (int port = 1; port <= dataPorts; port++) {
            final NodeSettings entry = new NodeSettings(portFolder(port));
            entry.addInt("index", port);
            entry.addString("port_dir_location", null);
            ports.addNodeSettings(entry);
        }
        return new StoredContent(false, ports, null, fileStores(null, null));
    }

    /** The same ports without data. */
    public StoredContent withoutData() {
        return empty(ports.keySet().size());
    }

    /**
     * The {@code filestores} config.
     *
     * @param location folder below the node's folder, or null
     * @param id id of the file stores, or null
     */
    public static NodeSettings fileStores(final String location, final String id) {
        final NodeSettings settings = new NodeSettings("filestores");
        settings.addString("file_store_location", location);
        settings.addString("file_store_id", id);
        return settings;
    }
}
