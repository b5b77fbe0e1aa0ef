// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.report.Chart.Line;
import org.electrode4d.report.Table.Column;
import org.junit.jupiter.api.Test;

class StepChartsTest {

    /** A column is of numbers where its name has a unit. */
    private static Table table(final String columns, final String... rows) {
        final List<Column> heads = Stream.of(columns.split("; "))
            .map(name -> new Column(name, name.matches(".*\\[.*|Published|True|Measured|Mean|SD"))).toList();
        return new Table("Test", heads, Arrays.stream(rows)
            .map(row -> Stream.of(row.split(" ")).map(StepChartsTest::cell).toList()).toList(), rows.length);
    }

    private static Cell cell(final String text) {
        return text.equals("?") ? Cell.MISSING : text.matches("-?[\\d.]+") ? Cell.of(Double.parseDouble(text))
            : Cell.of(text);
    }

    private static List<String> titles(final Table table) {
        return StepCharts.of(table).stream().map(Chart::title).toList();
    }

    @Test
    void aColumnOfNumbersIsALineOverTheSteps() {
        final Chart chart = StepCharts.of(table("Step; Time [h]; Thickness [µm]", "T0 0 20.7", "T3 5 25.8", "T6 9 ?"))
            .get(0);
        assertEquals("Thickness [µm]", chart.yLabel());
        assertEquals(List.of("T0", "T3", "T6"), chart.steps());
        assertArrayEquals(new double[]{20.7, 25.8, Double.NaN}, chart.lines().get(0).y());
    }

    @Test
    void standardDeviationsAreErrorBarsOfTheirMean() {
        final List<Chart> charts = StepCharts.of(table("Step; Thickness, mean [µm]; Thickness, SD [µm]; Mean [nm]; SD "
            + "[nm]; Axial strain [-]; Error of axial strain [-]", "T0 1 0.1 3 0.3 5 0.5", "T1 2 0.2 4 0.4 6 0.6"));
        assertEquals(List.of("Thickness, mean [µm]", "Mean [nm]", "Axial strain [-]"),
            charts.stream().map(Chart::title).toList());
        assertArrayEquals(new double[]{0.1, 0.2}, charts.get(0).lines().get(0).error());
        assertEquals("Thickness, mean [µm] ± SD", charts.get(0).yLabel());
        assertEquals(0.6, charts.get(2).lines().get(0).reach(1));
    }

    @Test
    void regionsAreLinesOfTheirOwn() {
        final Chart chart = StepCharts.of(table("Step; Region; Strain [%]", "T0 collector 0", "T0 separator 0",
            "T6 collector 34", "T6 separator 50")).get(0);
        assertEquals(List.of("collector", "separator"), chart.lines().stream().map(Line::name).toList());
        assertArrayEquals(new double[]{0, 50}, chart.lines().get(1).y());
    }

    @Test
    void expectedAndMeasuredValuesAreSideBySide() {
        final Table table = table("Quantity; Step; Region; Unit; Published; True; Measured",
            "Thickness T0 ? µm 20.7 20.71 20.6", "Thickness T6 ? µm 30 30.02 29.9", "Strain T1 collector % ? 5 5.2",
            "Strain T6 collector % 34 34.1 33", "Strain T1 separator % ? 6 6.3", "Strain T6 separator % 50 49 50");
        final List<Chart> charts = StepCharts.of(table);
        assertEquals(List.of("Thickness [µm]", "Strain [%]"), charts.stream().map(Chart::title).toList());
        assertEquals(List.of("published", "true", "measured"),
            charts.get(0).lines().stream().map(Line::name).toList());
        assertEquals(List.of("collector, published", "collector, true", "collector, measured", "separator, published",
            "separator, true", "separator, measured"), charts.get(1).lines().stream().map(Line::name).toList());
        assertEquals(List.of(0, 0, 0, 1, 1, 1), charts.get(1).lines().stream().map(Line::colour).toList());
        assertArrayEquals(new double[]{Double.NaN, 34}, charts.get(1).lines().get(0).y());
    }

    @Test
    void componentsOfStrainAreChartsOfTheirOwn() {
        final Table table = table("Reference step; Deformed step; Component; Unit; Mean; SD", "T0 T1 zz - 0.1 0.01",
            "T0 T2 zz - 0.2 0.02", "T0 T1 xx - 0.01 0.002", "T0 T2 xx - 0.02 0.002");
        assertEquals(List.of("zz [-]", "xx [-]"), titles(table));
        assertArrayEquals(new double[]{0.01, 0.02}, StepCharts.of(table).get(0).lines().get(0).error());
    }

    @Test
    void whatTellsOfTheStepGroupsNothing() {
        final Table table = table("Step; Scan; Thickness [µm]", "T0 scan-0 20.7", "T1 scan-1 21.9");
        final Chart chart = StepCharts.of(table).get(0);
        assertEquals(1, chart.lines().size());
    }

    @Test
    void longTablesOfColumnsHaveTheTellingOnesDrawn() {
        final String columns = "Step; A [-]; B [-]; C [-]; D [-]; E [-]; F [-]; X, mean [µm]; X, SD [µm]";
        assertEquals(List.of("X, mean [µm]", "A [-]", "B [-]", "C [-]", "D [-]", "E [-]"),
            titles(table(columns, "T0 1 1 1 1 1 1 1 0.1", "T1 2 2 2 2 2 2 2 0.2")));
    }

    @Test
    void tablesOfParticlesHaveNoCharts() {
        assertEquals(List.of(),
            titles(table("Step; Particle; Volume [µm³]", "T0 1 10", "T0 2 20", "T1 1 12", "T1 2 21")));
    }

    @Test
    void whatIsNoSeriesHasNoCharts() {
        assertEquals(List.of(), titles(table("Row; Volume [µm³]", "a 1", "b 2")));
        assertEquals(List.of(), titles(table("Step; Volume [µm³]", "T0 1")), "one step");
        assertEquals(List.of(), titles(table("Step; Volume [µm³]", "T0 1", "T1 1")), "a constant");
        final Table beginning = table("Step; Volume [µm³]", "T0 1", "T1 2");
        assertEquals(List.of(), titles(new Table("Test", beginning.columns(), beginning.rows(), 3)));
    }
}
