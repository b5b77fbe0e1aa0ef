// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;
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
import org.knime.core.util.DuplicateKeyException;

/** What a container does with rows, whether they stay in memory or go to disk. */
class ContainerTest {

    private static final DataTableSpec SPEC = new DataTableSpec(
        new String[]{"Step", "Time [h]", "Name", "Done", "Voxels", "Phases"},
        new DataType[]{IntCell.TYPE, DoubleCell.TYPE, StringCell.TYPE, BooleanCell.TYPE, LongCell.TYPE,
            ListCell.getCollectionType(StringCell.TYPE)});

    private EmbeddedWorkflow workflow;

    private ExecutionContext context;

    @BeforeEach
    void open() throws IOException {
        workflow = EmbeddedWorkflow.open(null);
        EmbeddedNode node = workflow.node(1, "Test");
        context = node.startExecution(new DefaultNodeProgressMonitor());
    }

    @AfterEach
    void close() throws IOException {
        workflow.close();
        assertFalse(Files.exists(workflow.temporaryFolder()));
    }

    private static DataRow row(final int i) {
        DataCell name = i % 3 == 0 ? new MissingCell("no name " + i) : new StringCell("scan a/b " + i);
        DataCell phases = CollectionCellFactory.createListCell(List.of(new StringCell("p" + i), new StringCell("b")));
        return new DefaultRow(RowKey.createRowKey((long)i), new IntCell(i), new DoubleCell(i / 4.0), name,
            i % 2 == 0 ? BooleanCell.TRUE : DataType.getMissingCell(), new LongCell(1L << i), phases);
    }

    private BufferedDataTable table(final int rows, final int cellsInMemory) {
        BufferedDataContainer container = context.createDataContainer(SPEC, false, cellsInMemory);
        for (int i = 0; i < rows; i++) {
            container.addRowToTable(row(i));
        }
        assertEquals(rows, container.size());
        container.close();
        return container.getTable();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 1_000_000})
    void rowsComeBackWhereverTheyAre(final int cellsInMemory) {
        BufferedDataTable table = table(40, cellsInMemory);
        TableStore store = Secrets.tables().store(table);
        assertEquals(cellsInMemory < 1_000_000, store instanceof DiskRows);
        assertEquals(40, table.size());
        for (int pass = 0; pass < 2; pass++) {
            List<DataRow> rows = new ArrayList<>();
            table.forEach(rows::add);
            assertEquals(40, rows.size());
            for (int i = 0; i < 40; i++) {
                assertEquals(row(i), rows.get(i));
                assertEquals(row(i).getCell(2).isMissing() ? "no name " + i : null, error(rows.get(i).getCell(2)));
            }
        }
        assertEquals("Rows: 40, Cols: 6", table.getSummary());
    }

    private static String error(final DataCell cell) {
        return cell instanceof MissingValue ? ((MissingValue)cell).getError() : null;
    }

    @Test
    void iteratorsAreIndependentAndCanBeStopped() {
        BufferedDataTable table = table(10, 0);
        try (CloseableRowIterator first = table.iterator(); CloseableRowIterator second = table.iterator()) {
            first.next();
            assertEquals("Row1", first.next().getKey().getString());
            assertEquals("Row0", second.next().getKey().getString());
        }
    }

    @Test
    void temporaryFilesGoWithTheResultsOfTheNode() throws IOException {
        table(10, 0);
        assertEquals(1, temporaryFiles());
        workflow.node(1, "Test").reset();
        assertEquals(0, temporaryFiles());
    }

    private long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.walk(workflow.temporaryFolder())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void domainsHaveBoundsAndFewValues() {
        DataTableSpec spec = table(5, 1_000_000).getDataTableSpec();
        DataColumnDomain step = spec.getColumnSpec("Step").getDomain();
        assertEquals(new IntCell(0), step.getLowerBound());
        assertEquals(new IntCell(4), step.getUpperBound());
        assertNull(step.getValues());
        DataColumnDomain name = spec.getColumnSpec("Name").getDomain();
        assertFalse(name.hasBounds());
        assertEquals(Set.of(new StringCell("scan a/b 1"), new StringCell("scan a/b 2"), new StringCell("scan a/b 4")),
            name.getValues());
        DataColumnDomain done = spec.getColumnSpec("Done").getDomain();
        assertEquals(Set.of(BooleanCell.TRUE), done.getValues());
        assertEquals(BooleanCell.TRUE, done.getLowerBound());
        assertFalse(spec.getColumnSpec("Phases").getDomain().hasValues());
    }

    @Test
    void moreThanSixtyValuesAreNoDomain() {
        DataTableSpec spec = new DataTableSpec(new String[]{"Name"}, new DataType[]{StringCell.TYPE});
        for (int count : new int[]{60, 61}) {
            DataContainer container = new DataContainer(spec);
            for (int i = 0; i < count; i++) {
                container.addRowToTable(new DefaultRow("r" + i, "name " + i));
            }
            container.close();
            assertEquals(count == 60, container.getTableSpec().getColumnSpec(0).getDomain().hasValues());
        }
    }

    @Test
    void boundsIgnoreMissingValuesAndNaN() {
        DataTableSpec spec = new DataTableSpec(new String[]{"x"}, new DataType[]{DoubleCell.TYPE});
        DataContainer container = new DataContainer(spec);
        double[] values = {Double.NaN, 2, -3, Double.NaN};
        for (int i = 0; i < values.length; i++) {
            container.addRowToTable(new DefaultRow("r" + i, values[i]));
        }
        container.addRowToTable(new DefaultRow("r", DataType.getMissingCell()));
        container.close();
        DataColumnDomain domain = container.getTable().getDataTableSpec().getColumnSpec(0).getDomain();
        assertEquals(new DoubleCell(-3), domain.getLowerBound());
        assertEquals(new DoubleCell(2), domain.getUpperBound());
    }

    @Test
    void givenDomainsAreKeptIfAsked() {
        DataColumnSpecCreator x = new DataColumnSpecCreator("x", IntCell.TYPE);
        x.setDomain(new DataColumnDomainCreator(new IntCell(0), new IntCell(9)).createDomain());
        DataTableSpec spec = new DataTableSpec(x.createSpec());
        DataContainer extended = new DataContainer(spec, true);
        extended.addRowToTable(new DefaultRow("r", 12));
        extended.close();
        assertEquals(new IntCell(0), extended.getTableSpec().getColumnSpec(0).getDomain().getLowerBound());
        assertEquals(new IntCell(12), extended.getTableSpec().getColumnSpec(0).getDomain().getUpperBound());
        DataContainer kept =
            new DataContainer(spec, DataContainerSettings.builder().withDomainUpdate(false).build());
        kept.addRowToTable(new DefaultRow("r", 12));
        kept.close();
        assertEquals(spec, kept.getTableSpec());
    }

    @Test
    void rowsMustFitTheSpec() {
        DataTableSpec spec =
            new DataTableSpec(new String[]{"x", "s"}, new DataType[]{DoubleCell.TYPE, StringCell.TYPE});
        DataContainer container = new DataContainer(spec);
        container.addRowToTable(new DefaultRow("int is a number", new IntCell(1), new StringCell("a")));
        String tooFew = assertThrows(IllegalArgumentException.class,
            () -> container.addRowToTable(new DefaultRow("few", new DoubleCell(1)))).getMessage();
        assertTrue(tooFew.contains("few") && tooFew.contains("1 cells") && tooFew.contains("2 columns"), tooFew);
        String wrong = assertThrows(IllegalArgumentException.class, () -> container.addRowToTable(
            new DefaultRow("swapped", new StringCell("a"), new DoubleCell(1)))).getMessage();
        assertTrue(wrong.contains("swapped") && wrong.contains("\"x\"") && wrong.contains("String"), wrong);
        assertThrows(DuplicateKeyException.class, () -> container.addRowToTable(
            new DefaultRow("int is a number", new DoubleCell(1), new StringCell("a"))));
        assertThrows(IllegalStateException.class, container::getTable);
        container.close();
        container.close();
        assertEquals(1, container.size());
        assertThrows(IllegalStateException.class,
            () -> container.addRowToTable(new DefaultRow("late", new DoubleCell(1), new StringCell("a"))));
    }

    @Test
    void tablesOutsideOfWorkflowsSpillToo() {
        DataContainer container = new DataContainer(SPEC, false, 0);
        container.addRowToTable(row(0));
        container.close();
        assertEquals(row(0), container.getTable().iterator().next());
        assertInstanceOf(DiskRows.class, Secrets.containers().store(container));
    }
}
