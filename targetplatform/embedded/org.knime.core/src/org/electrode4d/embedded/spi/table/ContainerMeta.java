// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * What {@code meta.xml} says of the rows in {@code data.bin}.
 *
 * @param size the number of rows
 * @param hasKeys whether the rows have keys
 * @param compression how they are compressed
 * @param kinds the classes of the cells, in the order of their codes
 */
record ContainerMeta(long size, boolean hasKeys, Compression compression, List<CellKind> kinds) {

    static final String ENTRY = "meta.xml";

    private static final String VERSION = "container_12";

    private static final String VERSION_WITHOUT_KEYS = "noRowKeyContainer_12";

    private static final String INTERNAL = "table.meta.internal";

    private static final String SIZE = "table.size";

    private static final String LONG_SIZE = "table.size.long";

    private static final String FORMAT_CONFIG = "container.format.config";

    private static final String COMPRESSION = "container.compression";

    private static final String CLASSES = "table.datacell.classes";

    void write(final int tableId, final OutputStream out) throws IOException {
        NodeSettings root = new NodeSettings("Table Meta Information");
        NodeSettingsWO meta = root.addNodeSettings(INTERNAL);
        meta.addString("container.version", hasKeys ? VERSION : VERSION_WITHOUT_KEYS);
        if (size < Integer.MAX_VALUE) {
            meta.addInt(SIZE, (int)size);
        } else {
            meta.addLong(LONG_SIZE, size);
        }
        meta.addBoolean("container.contains.blobs", false);
        meta.addString("container.filestores.uuid", null);
        meta.addBoolean("container.inmemory", false);
        meta.addInt("container.id", tableId);
        meta.addString("container.format", "org.knime.core.data.container.DefaultTableStoreFormat");
        writeFormat(meta.addNodeSettings(FORMAT_CONFIG));
        writeFormat(meta);
        root.saveToXML(out);
    }

    private void writeFormat(final NodeSettingsWO settings) {
        settings.addString(COMPRESSION, compression.title());
        NodeSettingsWO classes = settings.addNodeSettings(CLASSES);
        for (int i = 0; i < kinds.size(); i++) {
            kinds.get(i).save(classes.addNodeSettings("element_" + i));
        }
    }

    static ContainerMeta read(final InputStream in) throws IOException, InvalidSettingsException {
        NodeSettingsRO meta = NodeSettings.loadFromXML(in).getNodeSettings(INTERNAL);
        String version = meta.getString("container.version");
        if (!VERSION.equals(version) && !VERSION_WITHOUT_KEYS.equals(version)) {
            throw new InvalidSettingsException("The table has the format " + version + ", expected " + VERSION
                + "; load and save the workflow with KNIME 4.0 or later");
        }
        if (meta.getBoolean("container.contains.blobs")) {
            throw new InvalidSettingsException("The table has cells in blob files, which only KNIME itself reads");
        }
        NodeSettingsRO format = meta.getNodeSettings(FORMAT_CONFIG);
        NodeSettingsRO classes = format.getNodeSettings(CLASSES);
        List<CellKind> kinds = new ArrayList<>();
        for (int i = 0; i < classes.keySet().size(); i++) {
            kinds.add(CellKind.load(classes.getNodeSettings("element_" + i)));
        }
        long size = meta.containsKey(LONG_SIZE) ? meta.getLong(LONG_SIZE) : meta.getInt(SIZE);
        return new ContainerMeta(size, VERSION.equals(version), Compression.of(format.getString(COMPRESSION)), kinds);
    }
}
