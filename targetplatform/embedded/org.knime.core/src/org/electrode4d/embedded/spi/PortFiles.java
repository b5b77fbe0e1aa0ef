// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.embedded.spi.table.TableFolder;
import org.electrode4d.embedded.spi.table.TableReader;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Writes and reads what stands at a port: the folders {@code port_N} and {@code internalTables/object_N}. */
public final class PortFiles {

    private PortFiles() {
    }

    /**
     * Writes a port object and its spec: a table as {@code spec.xml}, {@code data.xml} and {@code data.zip}, others as
     * {@code spec/spec.zip} and {@code object/portobject.zip}. A table that was written to another folder of the same
     * node already is only referred to. Tables of other nodes must stand at their outputs.
     *
     * @param node the node that holds the object
     * @param object the object
     * @param folder an existing folder inside the folder of the node
     * @param monitor takes the progress
     * @throws IOException also if no serializer is registered for a class of cells, or for the object
     * @throws CanceledExecutionException if that is asked for; the folder is incomplete then
     */
    public static void save(final EmbeddedNode node, final PortObject object, final Path folder,
        final ExecutionMonitor monitor) throws IOException, CanceledExecutionException {
        if (object instanceof BufferedDataTable) {
            new TableFolder(node.savedTables(), monitor).write((BufferedDataTable)object, folder);
            return;
        }
        Path spec = Files.createDirectories(folder.resolve("spec")).resolve("spec.zip");
        Path content = Files.createDirectories(folder.resolve("object")).resolve("portobject.zip");
        Secrets.ports().writeSpec(object.getSpec(), new BufferedOutputStream(Files.newOutputStream(spec)));
        Secrets.ports().writeObject(object, new BufferedOutputStream(Files.newOutputStream(content)), monitor);
    }

    /**
     * Reads a port object. The nodes before must be loaded first, because tables refer to tables.
     *
     * @param node the node that holds the object
     * @param folder the folder of the port
     * @param objectClass {@code port_object_class} of {@code settings.xml}
     * @param specClass {@code port_spec_class} of {@code settings.xml}
     * @param monitor takes the progress
     * @return the object; the rows of a table stay on disk
     * @throws IOException if a file is missing or broken
     * @throws InvalidSettingsException if a class is unknown, or a table refers to one that was not read
     * @throws CanceledExecutionException if that is asked for
     */
    public static PortObject load(final EmbeddedNode node, final Path folder, final String objectClass,
        final String specClass, final ExecutionMonitor monitor)
        throws IOException, InvalidSettingsException, CanceledExecutionException {
        if (BufferedDataTable.class.getName().equals(objectClass)) {
            TableReader reader = new TableReader(node, node.workflow().loadedTables());
            BufferedDataTable table = reader.read(folder);
            node.workflow().reserveLoadedTableIds();
            return table;
        }
        PortObjectSpec spec = Secrets.ports().readSpec(specClass,
            new BufferedInputStream(Files.newInputStream(folder.resolve("spec").resolve("spec.zip"))));
        return Secrets.ports().readObject(objectClass, spec, new BufferedInputStream(
            Files.newInputStream(folder.resolve("object").resolve("portobject.zip"))), monitor);
    }
}
