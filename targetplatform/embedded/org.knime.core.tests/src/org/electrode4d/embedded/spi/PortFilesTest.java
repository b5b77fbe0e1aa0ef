// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.embedded.fixture.NoteCell;
import org.electrode4d.embedded.fixture.SecretCell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;

/** Saves what nodes hold, and loads it into another workflow. */
class PortFilesTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new String[]{"Note", "Step"}, new DataType[]{NoteCell.TYPE, IntCell.TYPE});

    @TempDir
    private Path folder;

    private EmbeddedWorkflow workflow;

    private EmbeddedNode source;

    private ExecutionContext context;

    @BeforeEach
    void open() throws IOException {
        workflow = EmbeddedWorkflow.open(null);
        source = workflow.node(1, "Source");
        context = source.startExecution(new DefaultNodeProgressMonitor());
    }

    @AfterEach
    void close() throws IOException {
        workflow.close();
    }

    private BufferedDataTable notes(final int count) throws IOException {
        BufferedDataContainer container = context.createDataContainer(SPEC);
        for (int i = 0; i < count; i++) {
            FileStore store = context.createFileStore("note-" + i + ".txt");
            Files.writeString(store.getFile().toPath(), "text " + i);
            container.addRowToTable(new DefaultRow("Row" + i, new NoteCell(store, i), new IntCell(i)));
        }
        container.close();
        return container.getTable();
    }

    private Path save(final EmbeddedNode node, final PortObject object, final String port) throws Exception {
        Path path = Files.createDirectories(folder.resolve(node.name()).resolve(port));
        PortFiles.save(node, object, path, new ExecutionMonitor());
        return path;
    }

    private static BufferedDataTable load(final EmbeddedNode node, final Path port) throws Exception {
        return (BufferedDataTable)PortFiles.load(node, port, BufferedDataTable.class.getName(),
            DataTableSpec.class.getName(), new ExecutionMonitor());
    }

    private static List<DataRow> rows(final BufferedDataTable table) {
        List<DataRow> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }

    private static String dataXml(final Path port, final String key) throws Exception {
        return NodeSettings.loadFromXML(Files.newInputStream(port.resolve("data.xml"))).getString(key);
    }

    @Test
    void fileStoresAreSavedAndFoundAgain() throws Exception {
        BufferedDataTable table = notes(3);
        Path port = save(source, table, "port_1");
        assertEquals("filestore", source.saveFileStores(port.getParent()).orElseThrow());
        assertEquals("text 2", Files.readString(port.resolveSibling("filestore/000/000/note-2.txt")));
        try (EmbeddedWorkflow other = EmbeddedWorkflow.open(folder)) {
            EmbeddedNode node = other.node(1, "Source");
            assertThrows(IOException.class, () -> node.loadFileStores(port, "absent", source.fileStoreId().get()));
            node.loadFileStores(port.getParent(), "filestore", source.fileStoreId().orElseThrow());
            BufferedDataTable loaded = load(node, port);
            assertEquals(table.getBufferedTableId(), loaded.getBufferedTableId());
            assertEquals(table.getDataTableSpec(), loaded.getDataTableSpec());
            assertEquals(rows(table), rows(loaded));
            NoteCell note = (NoteCell)rows(loaded).get(1).getCell(0);
            assertEquals("text 1", note.readAtConstruction());
            assertTrue(note.store().getFile().toPath().startsWith(folder));
            ExecutionContext next = other.node(2, "Next").startExecution(new DefaultNodeProgressMonitor());
            assertNotEquals(loaded.getBufferedTableId(),
                next.createBufferedDataTable(loaded, new ExecutionMonitor()).getBufferedTableId());
            node.reset();
            assertTrue(note.store().getFile().exists(), "a reset must not touch the saved workflow");
        }
    }

    @Test
    void aLoadedTableCanBeSavedAgain() throws Exception {
        Path port = save(source, notes(2), "port_1");
        source.saveFileStores(port.getParent());
        try (EmbeddedWorkflow other = EmbeddedWorkflow.open(folder)) {
            EmbeddedNode node = other.node(1, "Copy");
            node.loadFileStores(port.getParent(), "filestore", source.fileStoreId().orElseThrow());
            BufferedDataTable loaded = load(node, port);
            Path copy = save(node, loaded, "port_1");
            node.saveFileStores(copy.getParent());
            assertEquals("text 1", Files.readString(copy.resolveSibling("filestore/000/000/note-1.txt")));
            assertEquals(-1, Files.mismatch(port.resolve("data.zip"), copy.resolve("data.zip")));
            assertEquals(rows(loaded), rows(load(node, copy)));
        }
    }

    @Test
    void savingCellsWithoutSerializerThrows() throws Exception {
        DataTableSpec spec = new DataTableSpec(new String[]{"Secret"}, new DataType[]{SecretCell.TYPE});
        BufferedDataContainer container = context.createDataContainer(spec);
        container.addRowToTable(new DefaultRow("Row0", new SecretCell(context.createFileStore("secret"))));
        container.close();
        BufferedDataTable table = container.getTable();
        assertEquals(1, rows(table).size());
        String message = assertThrows(IOException.class, () -> save(source, table, "port_1")).getMessage();
        assertTrue(message.contains(SecretCell.class.getName()), message);
        assertTrue(message.contains("org.knime.core.DataType"), message);
    }

    @Test
    void namesOfFileStoresMustBeNewAndPlain() throws IOException {
        context.createFileStore("a.raw");
        for (String name : new String[]{"a.raw", "", ".hidden", "a/b", "a\\b"}) {
            assertThrows(IOException.class, () -> context.createFileStore(name), name);
        }
    }

    @Test
    void fileStoresGoByThousands() throws IOException {
        FileStore last = null;
        for (int i = 0; i <= 1000; i++) {
            last = context.createFileStore("f" + i);
        }
        assertTrue(last.getFile().toPath().endsWith(Path.of("000", "001", "f1000")), last.getFile().toString());
    }

    @Test
    void cellsAreEqualByFileStoreOrContent() throws IOException {
        FileStore a = context.createFileStore("a");
        FileStore b = context.createFileStore("b");
        assertEquals(new NoteCell(a, 1), new NoteCell(a, 2));
        assertEquals(new NoteCell(a, 1), new NoteCell(b, 1));
        assertNotEquals(new NoteCell(a, 1), new NoteCell(b, 2));
        assertNotEquals(new NoteCell(a, 1), new SecretCell(a));
    }

    @Test
    void aTableIsWrittenOncePerNode() throws Exception {
        BufferedDataTable table = notes(2);
        for (int run = 0; run < 2; run++) {
            Path port = save(source, table, "port_1");
            Path internal = save(source, table, "internalTables/object_0");
            assertEquals("container_table_compressed", dataXml(port, "table_type"));
            assertEquals("reference_from_same_node_table", dataXml(internal, "table_type"));
            assertNull(dataXml(internal, "table_file_name"));
            assertFalse(Files.exists(internal.resolve("data.zip")));
        }
    }

    @Test
    void tablesThatReferToOthersNeedThem() throws Exception {
        BufferedDataTable notes = notes(3);
        Path sourcePort = save(source, notes, "port_1");
        source.saveFileStores(sourcePort.getParent());
        EmbeddedNode node = workflow.node(2, "Change");
        ExecutionContext changing = node.startExecution(new DefaultNodeProgressMonitor());
        BufferedDataTable renamed = changing.createSpecReplacerTable(notes,
            new DataTableSpec(new String[]{"N", "S"}, new DataType[]{NoteCell.TYPE, IntCell.TYPE}));
        ColumnRearranger rearranger = new ColumnRearranger(renamed.getDataTableSpec());
        rearranger.remove("N");
        rearranger.insertAt(0, new SingleCellFactory(new DataColumnSpecCreator("Key", StringCell.TYPE).createSpec()) {

            @Override
            public DataCell getCell(final DataRow row) {
                return new StringCell(row.getKey() + "!");
            }
        });
        BufferedDataTable changed =
            changing.createColumnRearrangeTable(renamed, rearranger, new ExecutionMonitor());
        Path port = save(node, changed, "port_1");
        assertEquals("rearrange_columns_table_compressed", dataXml(port, "table_type"));
        assertEquals("new_spec_table", dataXml(port.resolve("r0"), "table_type"));
        try (EmbeddedWorkflow other = EmbeddedWorkflow.open(folder)) {
            assertThrows(InvalidSettingsException.class, () -> load(other.node(2, "Change"), port));
            EmbeddedNode first = other.node(1, "Source");
            first.loadFileStores(sourcePort.getParent(), "filestore", source.fileStoreId().orElseThrow());
            load(first, sourcePort);
            BufferedDataTable loaded = load(other.node(2, "Change"), port);
            assertEquals("[Key (String), S (Number (Integer))]",
                loaded.getDataTableSpec().stream().toList().toString());
            assertEquals("Row2:[Row2!, 2]", rows(loaded).get(2).toString());
            assertEquals(rows(changed), rows(loaded));
        }
    }

    @Test
    void otherPortObjectsAreTwoZipFiles() throws Exception {
        Path port = save(source, FlowVariablePortObject.INSTANCE, "internalTables/object_1");
        assertTrue(Files.exists(port.resolve("spec/spec.zip")) && Files.exists(port.resolve("object/portobject.zip")));
        assertEquals(FlowVariablePortObject.INSTANCE,
            PortFiles.load(source, port, FlowVariablePortObject.class.getName(),
                FlowVariablePortObject.INSTANCE.getSpec().getClass().getName(), new ExecutionMonitor()));
    }
}
