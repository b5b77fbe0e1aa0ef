// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;

class CyclingLogReaderNodeTest {

    /** 1 h of charge with 1 mA, and the first line of a discharge. */
    private static final String LOG = """
        EC-Lab ASCII FILE
        Nb header lines : 5
        Device : invented

        Ns\ttime/s\tEcell/V\tI/mA\t(Q-Qo)/mA.h\tcycle number
        0\t0\t3.5\t1\t0\t1
        0\t3600\t4.2\t1\t1\t1
        1\t3600\t4.1\t-1\t1\t1
        """;

    @TempDir
    Path folder;

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private NodeTester.Node reader() {
        return tester.node(new CyclingLogReaderNodeFactory());
    }

    private Path write(final String name, final String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Failures fails(final NodeTester.Node node) {
        return Failures.of(node, new PortObject[0]);
    }

    @Test
    void aLogIsATableOfSamples() throws Exception {
        final Result result = reader().set("path", write("cell 1.mpt", LOG)).run();
        assertEquals(3, result.table(0).size());
        assertEquals(new StringCell("cell 1"), result.cell(0, 1, "Cell"));
        assertEquals(new DoubleCell(3600), result.cell(0, 1, "Time [s]"));
        assertEquals(new DoubleCell(4.2), result.cell(0, 1, "Potential [V]"));
        assertEquals(new DoubleCell(0.001), result.cell(0, 1, "Current [A]"));
        assertEquals(new DoubleCell(1), result.cell(0, 1, "Charge [mAh]"));
        assertEquals(new DoubleCell(0), result.cell(0, 2, "Charge of step [mAh]"));
        assertEquals(new IntCell(2), result.cell(0, 2, "Step number"));
        assertEquals(new IntCell(1), result.cell(0, 2, "Program step"));
        assertEquals(new IntCell(1), result.cell(0, 2, "Cycle"));
        assertEquals(new StringCell("Discharge"), result.cell(0, 2, "State"));
        assertTrue(result.cell(0, 0, "Date and time").isMissing());
        assertTrue(result.cell(0, 0, "Temperature [°C]").isMissing());
        assertTrue(result.warning().isEmpty(), result.warning().toString());
    }

    @Test
    void aLogIsDescribedInOneRow() throws Exception {
        final Path file = write("cell 1.mpt", LOG);
        final Result result = reader().set("path", file).run();
        assertEquals(1, result.table(1).size());
        assertEquals(new StringCell(file.toString()), result.cell(1, 0, "File"));
        assertEquals(new StringCell("BioLogic text"), result.cell(1, 0, "Format"));
        assertEquals(new IntCell(3), result.cell(1, 0, "Samples"));
        assertEquals(new IntCell(2), result.cell(1, 0, "Steps"));
        assertEquals(new DoubleCell(1), result.cell(1, 0, "Duration [h]"));
        assertEquals(new DoubleCell(3.5), result.cell(1, 0, "Lowest potential [V]"));
        assertEquals(new DoubleCell(-0.001), result.cell(1, 0, "Lowest current [A]"));
        assertEquals(new DoubleCell(1), result.cell(1, 0, "Charged [mAh]"));
        assertEquals(new DoubleCell(0), result.cell(1, 0, "Discharged [mAh]"));
        assertTrue(result.cell(1, 0, "Metadata").toString().contains("Device: invented"));
    }

    @Test
    void everyMatchInAFolderIsACell() throws Exception {
        write("cell10.mpt", LOG);
        write("cell2.mpt", LOG);
        write("cell2.txt", LOG);
        write("notes.md", "no log");
        final Result result = reader().set("location", "FOLDER").set("folder", folder).run();
        assertEquals(9, result.table(0).size());
        assertEquals("cell2.mpt", result.cell(1, 0, "Cell").toString());
        assertEquals("cell2.txt", result.cell(1, 1, "Cell").toString());
        assertEquals("cell10", result.cell(1, 2, "Cell").toString());
    }

    @Test
    void columnsOfOtherFilesAreDescribed() throws Exception {
        final Path file = write("a.dat", "Zeit;Strom/uA;U\n0,0;-5,0;3500\n0,5;-5,0;3600\n");
        final Result result = reader().set("path", file).set("format", "DELIMITED").set("delimiter", "SEMICOLON")
            .set("decimal", "COMMA").set("timeColumn", "Zeit").set("timeUnit", "HOUR").set("potentialColumn", "3")
            .set("potentialUnit", "MILLIVOLT").set("currentColumn", "Strom/uA").set("currentUnit", "MICROAMPERE")
            .set("reversed", true).run();
        assertEquals(new DoubleCell(1800), result.cell(0, 1, "Time [s]"));
        assertEquals(3.6, ((DoubleCell)result.cell(0, 1, "Potential [V]")).getDoubleValue(), 1e-12);
        assertEquals(5e-6, ((DoubleCell)result.cell(0, 1, "Current [A]")).getDoubleValue(), 1e-18);
        assertEquals(2.5e-3, ((DoubleCell)result.cell(0, 1, "Charge [mAh]")).getDoubleValue(), 1e-12);
    }

    @Test
    void aMissingLogIsNamed() throws Exception {
        fails(reader().set("path", folder.resolve("none.mpt"))).says("There is no file or folder")
            .says("none.mpt").resolution("Correct the path");
    }

    @Test
    void aLogOfNoKnownFormatIsShown() throws Exception {
        fails(reader().set("path", write("a.csv", "t,U,I\n0,1,2\n"))).says("a.csv: It is of none of the known formats")
            .says("It begins with 't,U,I'").resolution("set 'Format'");
    }

    @Test
    void aValueThatIsNoNumberIsNamed() throws Exception {
        fails(reader().set("path", write("a.mpt", LOG.replace("4.2", "OVL"))))
            .says("a.mpt: Line 7: column 'Ecell/V' is 'OVL', but a number was expected.").resolution("Check the file");
    }

    @Test
    void anUnknownUnitIsNamed() throws Exception {
        fails(reader().set("path", write("a.mpt", LOG.replace("I/mA", "I/kA"))))
            .says("a.mpt: Line 5: the unit of column 'I/kA' is not known. A unit of current was expected: A, mA, nA, "
                + "µA.");
    }

    @Test
    void timeThatRunsBackwardsIsNamed() throws Exception {
        fails(reader().set("path", write("a.mpt", LOG.replace("1\t3600", "1\t360"))))
            .says("a.mpt: Line 8: the time runs backwards, from 3600.0 s to 360.0 s.");
    }

    @Test
    void aLogThatIsStillWrittenIsAWarning() throws Exception {
        final Result result = reader().set("path", write("a.mpt", LOG + "1\t3601\t4.")).run();
        assertEquals(3, result.table(0).size());
        assertEquals("a: The last line (9) is incomplete and was left out: it has 3 of 6 values.",
            result.warning().orElseThrow().getSummary());
    }

    @Test
    void aCounterOfChargeThatDisagreesIsAWarning() throws Exception {
        final Result result = reader().set("path", write("a.mpt", LOG.replace("1\t1\t1\n1", "1\t2\t1\n1"))).run();
        assertTrue(result.warning().orElseThrow().getSummary().startsWith(
            "a: The charge that the log counts differs from the integral of its current by"));
    }

    @Test
    void aPathIsNeeded() {
        assertThrows(InvalidSettingsException.class, () -> reader().run());
        assertThrows(InvalidSettingsException.class, () -> reader().set("location", "FOLDER").run());
        assertThrows(InvalidSettingsException.class,
            () -> reader().set("path", "a").set("format", "DELIMITED").set("decimal", "COMMA").run());
    }
}
