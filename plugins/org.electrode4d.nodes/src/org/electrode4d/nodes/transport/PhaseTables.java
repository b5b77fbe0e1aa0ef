// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.transport.phase.PhaseMeasurement;
import org.electrode4d.transport.phase.PhasePair;
import org.electrode4d.transport.phase.PhaseTriple;
import org.electrode4d.transport.phase.SampleStatistics;
import org.electrode4d.transport.phase.TripleLine;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of phases: a row per scan and phase, pair of phases, triple of phases, and slice and phase. */
record PhaseTables(MeasuredPhases series, ExecutionContext context) {

    private static final List<String> OF_PHASE = List.of("Volume [µm³]", "Fraction [%]",
        "Fraction of slices, minimum [%]", "Fraction of slices, mean [%]", "Fraction of slices, maximum [%]",
        "Fraction of slices, SD (n) [%]", "Fraction of slices, SD (n - 1) [%]", "Surface [µm²]",
        "Specific surface [1/µm]", "Surface per volume of the phase [1/µm]");

    private static final List<String> OF_PAIR = List.of("Interface [µm²]", "Specific interface [1/µm]");

    private static final List<String> OF_TRIPLE = List.of("Length [µm]", "Shortest length [µm]",
        "Length of voxel edges [µm]", "Density [1/µm²]");

    static DataTableSpec phaseSpec() {
        return spec(1, OF_PHASE);
    }

    static DataTableSpec pairSpec() {
        return spec(2, OF_PAIR);
    }

    static DataTableSpec tripleSpec() {
        return spec(3, OF_TRIPLE);
    }

    static DataTableSpec profileSpec() {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.addAll(phaseColumns(1));
        columns.addAll(List.of(SeriesColumns.column("Slice", LongCell.TYPE),
            SeriesColumns.column("Position [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Fraction [%]", DoubleCell.TYPE)));
        return Cells.spec(columns);
    }

    private static List<DataColumnSpec> phaseColumns(final int phases) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (int i = 1; i <= phases; i++) {
            final String number = phases == 1 ? "" : " " + i;
            columns.add(SeriesColumns.column("Phase" + number, StringCell.TYPE));
            columns.add(SeriesColumns.column("Label" + number, IntCell.TYPE));
        }
        return columns;
    }

    /** The numbers, and then the change of each. */
    private static DataTableSpec spec(final int phases, final List<String> numbers) {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.addAll(phaseColumns(phases));
        columns.addAll(List.of(Cells.columns(numbers)));
        columns.addAll(List.of(Cells.columns(numbers.stream()
            .map(name -> name.replaceAll(" \\[.*", "") + ", change [%]").toList())));
        return Cells.spec(columns);
    }

    /** A row per scan and phase of any scan; 0 where a scan lacks it. */
    BufferedDataTable phases() {
        final RowTable table = new RowTable(phaseSpec(), context);
        final Map<Integer, String> names = series.names();
        for (final MeasuredPhases.Scan scan : series.scans()) {
            for (final int label : names.keySet()) {
                table.add(row(scan.step(), new int[]{label}, numbers(scan.phases(), label),
                    numbers(series.first(), label)));
            }
        }
        return table.close();
    }

    /** A row per scan and pair of phases that meet in any scan. */
    BufferedDataTable pairs() {
        final RowTable table = new RowTable(pairSpec(), context);
        for (final MeasuredPhases.Scan scan : series.scans()) {
            for (final PhasePair pair : series.pairs()) {
                table.add(row(scan.step(), new int[]{pair.first(), pair.second()}, numbers(scan.phases(), pair),
                    numbers(series.first(), pair)));
            }
        }
        return table.close();
    }

    /** A row per scan and triple of phases that meet in any scan. */
    BufferedDataTable triples() {
        final RowTable table = new RowTable(tripleSpec(), context);
        for (final MeasuredPhases.Scan scan : series.scans()) {
            for (final PhaseTriple triple : series.triples()) {
                table.add(row(scan.step(), new int[]{triple.first(), triple.second(), triple.third()},
                    numbers(scan.phases(), triple), numbers(series.first(), triple)));
            }
        }
        return table.close();
    }

    /** A row per scan, phase and slice. */
    BufferedDataTable profiles() {
        final RowTable table = new RowTable(profileSpec(), context);
        final Map<Integer, String> names = series.names();
        for (final MeasuredPhases.Scan scan : series.scans()) {
            final double[] positions = scan.phases().positions();
            names.forEach((label, name) -> {
                final double[] profile = scan.phases().profile(label);
                for (int slice = 0; slice < profile.length; slice++) {
                    table.add(List.of(scan.step().nameCell(), scan.step().timeCell(), new StringCell(name),
                        new IntCell(label), new LongCell(slice), new DoubleCell(positions[slice]),
                        new DoubleCell(100 * profile[slice])));
                }
            });
        }
        return table.close();
    }

    private List<DataCell> row(final ScanStep step, final int[] labels, final double[] numbers, final double[] first) {
        final List<DataCell> cells = step.cells();
        for (final int label : labels) {
            cells.add(new StringCell(series.names().get(label)));
            cells.add(new IntCell(label));
        }
        Cells.addNumbers(cells, numbers);
        for (int i = 0; i < numbers.length; i++) {
            cells.add(Cells.number(Cells.change(numbers[i], first[i])));
        }
        return cells;
    }

    private static double[] numbers(final PhaseMeasurement phases, final int label) {
        final SampleStatistics slices = phases.slices(label);
        final double surface = phases.surface(label);
        return new double[]{phases.volume(label), 100 * phases.fraction(label), 100 * slices.min(), 100 * slices.mean(),
            100 * slices.max(), 100 * slices.standardDeviation(), 100 * slices.sampleDeviation(), surface,
            surface / phases.sampleVolume(), surface / phases.volume(label)};
    }

    private static double[] numbers(final PhaseMeasurement phases, final PhasePair pair) {
        final double area = phases.interfaceArea(pair);
        return new double[]{area, area / phases.sampleVolume()};
    }

    private static double[] numbers(final PhaseMeasurement phases, final PhaseTriple triple) {
        final TripleLine line = phases.tripleLine(triple);
        return new double[]{line.length(), line.shortest(), line.longest(), line.length() / phases.sampleVolume()};
    }
}
