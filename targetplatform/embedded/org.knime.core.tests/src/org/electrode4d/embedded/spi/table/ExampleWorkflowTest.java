// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

import org.electrode4d.embedded.fixture.NoteCell;
import org.electrode4d.embedded.fixture.SharedData;
import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.PortFiles;
import org.electrode4d.embedded.spi.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.LongValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;

import lab.demo.LabVolumeCell;

/** Reads the tables of workflows that KNIME 5.9.0 saved, and writes them again. */
class ExampleWorkflowTest {

    @TempDir
    private Path folder;

    private EmbeddedWorkflow workflow;

    private Path open(final String name) throws IOException {
        Path path = SharedData.path("knime/example-workflow").resolve(name);
        workflow = EmbeddedWorkflow.open(path);
        return path;
    }

    @AfterEach
    void close() throws IOException {
        if (workflow != null) {
            workflow.close();
        }
    }

    private BufferedDataTable load(final EmbeddedNode node, final Path port) throws Exception {
        return (BufferedDataTable)PortFiles.load(node, port, BufferedDataTable.class.getName(),
            DataTableSpec.class.getName(), new ExecutionMonitor());
    }

    private static String text(final BufferedDataTable table) {
        List<String> rows = new ArrayList<>();
        table.forEach(row -> rows.add(row.toString()));
        return String.join(" ", rows);
    }

    @Test
    void numbersAreReadBack() throws Exception {
        Path path = open("ints-executed");
        BufferedDataTable ints = load(workflow.node(1, "Lab Int Source"), path.resolve("Lab Int Source (#1)/port_1"));
        assertEquals("Row0:[100] Row1:[101] Row2:[102] Row3:[103]", text(ints));
        EmbeddedNode scale = workflow.node(2, "Lab Scale");
        Path scaleFolder = path.resolve("Lab Scale (#2)");
        BufferedDataTable scaled = load(scale, scaleFolder.resolve("port_1"));
        assertEquals("Row0:[250.0] Row1:[252.5] Row2:[255.0] Row3:[257.5]", text(scaled));
        assertEquals(scaled, load(scale, scaleFolder.resolve("internalTables/object_0")));
        BufferedDataTable keys = load(workflow.node(3, "Lab Add Column"), path.resolve("Lab Add Column (#3)/port_1"));
        assertEquals("Row0:[250.0, k:Row0] Row1:[252.5, k:Row1] Row2:[255.0, k:Row2] Row3:[257.5, k:Row3]",
            text(keys));
        assertEquals(3, keys.getBufferedTableId());
        write(scale, scaled, scaleFolder.resolve("port_1"));
        write(workflow.node(3, "Lab Add Column"), keys, path.resolve("Lab Add Column (#3)/port_1"));
    }

    @Test
    void cellsWithFileStoresAreReadBack() throws Exception {
        NoteCell.register(LabVolumeCell.class, LabVolumeCell.Serializer.class);
        Path path = open("vol-executed");
        EmbeddedNode source = workflow.node(1, "Lab Volume Source");
        Path sourceFolder = path.resolve("Lab Volume Source (#1)");
        source.loadFileStores(sourceFolder, "filestore", UUID.fromString("47dea83e-b8e5-4e9f-9929-28fcd8e4ff31"));
        BufferedDataTable volumes = load(source, sourceFolder.resolve("port_1"));
        EmbeddedNode stats = workflow.node(2, "Lab Volume Stats");
        stats.loadFileStores(path.resolve("Lab Volume Stats (#2)"), null, UUID.randomUUID());
        BufferedDataTable table = load(stats, path.resolve("Lab Volume Stats (#2)/port_1"));
        int rows = 0;
        for (DataRow row : table) {
            LabVolumeCell volume = (LabVolumeCell)row.getCell(2);
            byte[] voxels = Files.readAllBytes(volume.store().getFile().toPath());
            CRC32 crc = new CRC32();
            crc.update(voxels);
            assertEquals(((LongValue)row.getCell(0)).getLongValue(), crc.getValue());
            assertEquals(((LongValue)row.getCell(1)).getLongValue(), voxels.length);
            assertArrayEquals(new int[]{16, 16, 16}, volume.size());
            rows++;
        }
        assertEquals(3, rows);
        write(source, volumes, sourceFolder.resolve("port_1"));
        write(stats, table, path.resolve("Lab Volume Stats (#2)/port_1"));
    }

    /** Rows that were read into memory are written with the bytes that KNIME wrote. */
    private void write(final EmbeddedNode node, final BufferedDataTable table, final Path expected) throws Exception {
        BufferedDataTable memory =
            Secrets.tables().table(inMemory(Secrets.tables().store(table)), table.getBufferedTableId(), node);
        Path port = Files.createDirectories(folder.resolve(node.id() + "/port_1"));
        PortFiles.save(node, memory, port, new ExecutionMonitor());
        for (String name : List.of("spec.xml", "data.xml")) {
            assertEquals(Files.readString(expected.resolve(name)), Files.readString(port.resolve(name)), name);
        }
        for (String entry : List.of("data.bin", "meta.xml")) {
            assertArrayEquals(entry(expected, entry), entry(port, entry), entry);
        }
    }

    private static byte[] entry(final Path port, final String name) throws IOException {
        try (ZipFile zip = new ZipFile(port.resolve("data.zip").toFile());
            InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static TableStore inMemory(final TableStore store) {
        if (store instanceof RearrangedRows) {
            RearrangedRows rows = (RearrangedRows)store;
            return new RearrangedRows(rows.spec(), rows.reference(), rows.indices(), rows.fromReference(),
                inMemory(rows.added()));
        }
        assertTrue(store instanceof DiskRows);
        List<DataRow> rows = new ArrayList<>();
        store.iterator().forEachRemaining(rows::add);
        return new MemoryRows(store.spec(), rows, ((DiskRows)store).meta().hasKeys());
    }
}
