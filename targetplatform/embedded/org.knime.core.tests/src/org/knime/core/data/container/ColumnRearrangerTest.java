// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;

import org.electrode4d.embedded.fixture.NoteCell;
import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;

class ColumnRearrangerTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"a", "b", "c", "d"},
        new DataType[]{IntCell.TYPE, IntCell.TYPE, IntCell.TYPE, IntCell.TYPE});

    /** Two columns with the sum and the product of the first two. */
    private static final CellFactory SUM_AND_PRODUCT = new AbstractCellFactory(column("sum"), column("product")) {

        @Override
        public DataCell[] getCells(final DataRow row) {
            int a = ((IntCell)row.getCell(0)).getIntValue();
            int b = ((IntCell)row.getCell(1)).getIntValue();
            return new DataCell[]{new IntCell(a + b), new IntCell(a * b)};
        }
    };

    private static DataColumnSpec column(final String name) {
        return new DataColumnSpecCreator(name, IntCell.TYPE).createSpec();
    }

    private static String plan(final Consumer<ColumnRearranger> plan) {
        ColumnRearranger rearranger = new ColumnRearranger(SPEC);
        plan.accept(rearranger);
        return String.join("", rearranger.createSpec().getColumnNames());
    }

    @Test
    void columnsAreChosenAndOrdered() {
        assertEquals("bd", plan(r -> r.keepOnly("d", "b")));
        assertEquals("ac", plan(r -> r.keepOnly(2, 0)));
        assertEquals("bc", plan(r -> r.remove("a", "d")));
        assertEquals("dabc", plan(r -> r.move(3, 0)));
        assertEquals("bacd", plan(r -> r.move("a", 2)));
        assertEquals("dbac", plan(r -> r.permute(new String[]{"d", "b"})));
        assertEquals("cabd", plan(r -> r.permute(new int[]{2})));
        assertEquals("abcdsumproduct", plan(r -> r.append(SUM_AND_PRODUCT)));
        assertEquals("asumproductbcd", plan(r -> r.insertAt(1, SUM_AND_PRODUCT)));
        assertEquals("asumcproduct", plan(r -> r.replace(SUM_AND_PRODUCT, 1, 3)));
    }

    @Test
    void whatIsNotThereCannotBeChosen() {
        assertThrows(IllegalArgumentException.class, () -> plan(r -> r.keepOnly("x")));
        assertThrows(IllegalArgumentException.class, () -> plan(r -> r.remove("a", "a")));
        assertThrows(IndexOutOfBoundsException.class, () -> plan(r -> r.remove(1, 1)));
        assertThrows(IndexOutOfBoundsException.class, () -> plan(r -> r.keepOnly(4)));
        assertThrows(IllegalArgumentException.class, () -> plan(r -> r.move("x", 0)));
        assertThrows(IndexOutOfBoundsException.class, () -> plan(r -> r.replace(SUM_AND_PRODUCT, 1)));
        assertThrows(IllegalArgumentException.class, () -> plan(r -> {
            r.append(SUM_AND_PRODUCT);
            r.append(SUM_AND_PRODUCT);
        }));
    }

    private static BufferedDataTable table(final ExecutionContext context) {
        BufferedDataContainer container = context.createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("r0", 1, 2, 3, 4));
        container.addRowToTable(new DefaultRow("r1", 5, 6, 7, 8));
        container.close();
        return container.getTable();
    }

    @Test
    void newCellsAreComputedAndOthersStay() throws Exception {
        try (EmbeddedWorkflow workflow = EmbeddedWorkflow.open(null)) {
            ExecutionContext context =
                workflow.node(1, "Test").startExecution(new DefaultNodeProgressMonitor());
            ColumnRearranger rearranger = new ColumnRearranger(SPEC);
            rearranger.replace(SUM_AND_PRODUCT, 3, 0);
            BufferedDataTable table =
                context.createColumnRearrangeTable(table(context), rearranger, new ExecutionMonitor());
            StringBuilder rows = new StringBuilder();
            table.forEach(rows::append);
            assertEquals("r0:[2, 2, 3, 3]r1:[30, 6, 7, 11]", rows.toString());
            assertEquals(new IntCell(30),
                table.getDataTableSpec().getColumnSpec("product").getDomain().getUpperBound());
        }
    }

    @Test
    void cellFactoriesCanMakeFileStores() throws Exception {
        try (EmbeddedWorkflow workflow = EmbeddedWorkflow.open(null)) {
            ExecutionContext context =
                workflow.node(1, "Test").startExecution(new DefaultNodeProgressMonitor());
            ColumnRearranger rearranger = new ColumnRearranger(SPEC);
            rearranger.remove(0, 1, 2, 3);
            rearranger.append(new SingleCellFactory(new DataColumnSpecCreator("note", NoteCell.TYPE).createSpec()) {

                @Override
                public DataCell getCell(final DataRow row, final long rowIndex) {
                    try {
                        FileStore store = getFileStoreFactory().createFileStore(row.getKey().getString());
                        Files.writeString(store.getFile().toPath(), "row " + rowIndex);
                        return new NoteCell(store, (int)rowIndex);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
            BufferedDataTable table =
                context.createColumnRearrangeTable(table(context), rearranger, new ExecutionMonitor());
            assertEquals("row 0", ((NoteCell)table.iterator().next().getCell(0)).text());
        }
    }

    @Test
    void theWorkCanBeCancelledAndReportsItsRows() throws Exception {
        try (EmbeddedWorkflow workflow = EmbeddedWorkflow.open(null)) {
            DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
            ExecutionContext context = workflow.node(1, "Test").startExecution(monitor);
            BufferedDataTable table = table(context);
            ColumnRearranger rearranger = new ColumnRearranger(SPEC);
            rearranger.append(SUM_AND_PRODUCT);
            context.createColumnRearrangeTable(table, rearranger, context);
            assertEquals(1.0, monitor.getProgress());
            assertTrue(List.of(monitor.getMessage().split(" ")).contains("2/2"), monitor.getMessage());
            monitor.setExecuteCanceled();
            assertThrows(CanceledExecutionException.class,
                () -> context.createColumnRearrangeTable(table, rearranger, context));
        }
    }
}
