// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.PortFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;

/** A table that was saved once stays readable. */
class SavedFixtureTest {

    private static final List<String> FILES = List.of("spec.xml", "data.xml", "data.zip");

    @TempDir
    private Path folder;

    private static final DataRow[] ROWS = {
        new DefaultRow("Row0", new IntCell(-1), new LongCell(1L << 40), new DoubleCell(Double.NaN), BooleanCell.TRUE,
            new StringCell("aabb µm \n"),
            CollectionCellFactory.createListCell(List.of(new IntCell(1), new IntCell(2)))),
        new DefaultRow("second", DataType.getMissingCell(), new MissingCell("no beam"), new DoubleCell(-0.0),
            BooleanCell.FALSE, new StringCell(""), CollectionCellFactory.createListCell(List.of()))};

    /**
     * Writes the fixture anew, after the format was changed on purpose.
     *
     * @param args the folder of the fixture among the sources of these tests
     */
    public static void main(final String[] args) throws Exception {
        try (EmbeddedWorkflow workflow = EmbeddedWorkflow.open(null)) {
            EmbeddedNode node = workflow.node(1, "Fixture");
            ExecutionContext context = node.startExecution(new DefaultNodeProgressMonitor());
            BufferedDataContainer container = context.createDataContainer(new DataTableSpec("fixture",
                column("Step", IntCell.TYPE), column("Voxels", LongCell.TYPE), column("Time [h]", DoubleCell.TYPE),
                column("Done", BooleanCell.TYPE), column("Name", StringCell.TYPE),
                column("Phases", ListCell.getCollectionType(IntCell.TYPE))));
            for (DataRow row : ROWS) {
                container.addRowToTable(row);
            }
            container.close();
            PortFiles.save(node, container.getTable(), Files.createDirectories(Path.of(args[0])),
                new ExecutionMonitor());
        }
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    @Test
    void everyCellIsReadBack() throws Exception {
        for (String file : FILES) {
            try (InputStream in = getClass().getResourceAsStream("fixture/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        try (EmbeddedWorkflow workflow = EmbeddedWorkflow.open(null)) {
            BufferedDataTable table = (BufferedDataTable)PortFiles.load(workflow.node(1, "Fixture"), folder,
                BufferedDataTable.class.getName(), DataTableSpec.class.getName(), new ExecutionMonitor());
            assertEquals("fixture", table.getDataTableSpec().getName());
            assertEquals(new DoubleCell(-0.0), table.getDataTableSpec().getColumnSpec(2).getDomain().getUpperBound());
            int i = 0;
            for (DataRow row : table) {
                assertEquals(ROWS[i++], row);
            }
            assertEquals(ROWS.length, i);
            DataRow last = null;
            for (DataRow row : table) {
                last = row;
            }
            assertEquals("no beam", ((MissingValue)last.getCell(1)).getError());
        }
    }
}
