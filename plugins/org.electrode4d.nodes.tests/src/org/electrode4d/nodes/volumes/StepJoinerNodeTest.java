// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Columns of the same steps are put side by side. */
class StepJoinerNodeTest {

    private static final DataTableSpec CHARGE = new DataTableSpecCreator().addColumns(
        new DataColumnSpecCreator("Step", StringCell.TYPE).createSpec(),
        new DataColumnSpecCreator("Charge [mAh]", DoubleCell.TYPE).createSpec()).createSpec();

    private NodeTester tester;
    private BufferedDataTable series;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
        series = tester.node(new PhantomSeriesNodeFactory()).set("size", 16).set("strains", "10").run().table(0);
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private BufferedDataTable charge(final String... steps) {
        final DataCell[][] rows = new DataCell[steps.length][];
        for (int i = 0; i < steps.length; i++) {
            rows[i] = new DataCell[] {new StringCell(steps[i]), new DoubleCell(3 + i)};
        }
        return tester.table(CHARGE, rows);
    }

    @Test
    void newColumnsComeFromTheRowOfTheSameStep() throws Exception {
        final Result joined = tester.node(new StepJoinerNodeFactory()).run(series, charge("T1", "T0"));
        assertEquals("4.0", joined.cell(0, 0, "Charge [mAh]").toString());
        assertEquals("3.0", joined.cell(0, 1, "Charge [mAh]").toString());
        assertTrue(joined.cell(0, 2, "Charge [mAh]").isMissing());
        assertEquals(series.getDataTableSpec().getNumColumns() + 1,
            joined.table(0).getDataTableSpec().getNumColumns());
    }

    @Test
    void aStepThatIsThereTwiceIsRefused() throws Exception {
        Failures.of(tester.node(new StepJoinerNodeFactory()), series, charge("T1", "T1"))
            .says("The second input has several rows of step T1, but a scan can take over one only.");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        final InvalidSettingsException failure = assertThrows(InvalidSettingsException.class,
            () -> tester.node(new StepJoinerNodeFactory()).set("columns", "Current [A]").run(series, charge("T1")));
        assertEquals("The second input has no column 'Current [A]'. It has Step, Charge [mAh].", failure.getMessage());
    }
}
