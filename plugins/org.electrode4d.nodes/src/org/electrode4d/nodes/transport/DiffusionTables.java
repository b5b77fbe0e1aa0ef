// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.transport.diffusion.DiffusionResult;
import org.electrode4d.transport.diffusion.GroupUptake;
import org.electrode4d.transport.diffusion.StructureDiffusion;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What is told of diffusion: maps, curves, uptakes and how it was computed. */
final class DiffusionTables {

    private static final String SECONDS = "Time [s]";
    private static final String CONCENTRATION = "Concentration [mol/L]";

    private final ExecutionContext context;
    private final RowTable maps;
    private final RowTable curves;
    private final RowTable uptakes;
    private final RowTable reports;

    DiffusionTables(final ExecutionContext context) {
        this.context = context;
        final DataTableSpec[] specs = specs();
        maps = new RowTable(specs[0], context);
        curves = new RowTable(specs[1], context);
        uptakes = new RowTable(specs[2], context);
        reports = new RowTable(specs[3], context);
    }

    /** Of the four tables. */
    static DataTableSpec[] specs() {
        final DataColumnSpec step = SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE);
        final DataColumnSpec time = SeriesColumns.column(SECONDS, DoubleCell.TYPE);
        final List<DataColumnSpec> report = new ArrayList<>(List.of(step));
        for (final String count : List.of("Elements", "Unknowns", "Grids", "Time steps", "Repeated steps",
            "Iterations")) {
            report.add(SeriesColumns.column(count, LongCell.TYPE));
        }
        report.addAll(Arrays.asList(Cells.columns(List.of("Surface of sources [µm²]", "Connected part [%]",
            "Capacity [fmol]", "Uptake [fmol]", "Inflow [fmol]", "Balance error [-]"))));
        final List<DataColumnSpec> uptake = new ArrayList<>(List.of(step,
            SeriesColumns.column("Kind", StringCell.TYPE), SeriesColumns.column("Name", StringCell.TYPE)));
        uptake.addAll(Arrays.asList(Cells.columns(List.of("Volume [µm³]", "Mean concentration [mol/L]",
            "Uptake [fmol]", "Time to 90 % [s]"))));
        return new DataTableSpec[]{
            new DataTableSpec(step, time, SeriesColumns.column("Concentration", VolumeCell.TYPE)),
            new DataTableSpec(step, SeriesColumns.column("Probe", StringCell.TYPE), time,
                SeriesColumns.column(CONCENTRATION, DoubleCell.TYPE)),
            Cells.spec(uptake), Cells.spec(report)};
    }

    /** Adds a scan and returns its maps as they are stored. */
    List<VolumeCell> add(final DiffusedScan scan, final Progress progress) throws IOException {
        final StructureDiffusion.Outcome outcome = scan.outcome();
        final List<VolumeCell> stored = new ArrayList<>();
        for (int i = 0; i < outcome.maps().size(); i++) {
            final Volume map = new VolumeDisplay("mol/L", false).on(outcome.maps().get(i)
                .withName("Concentration after " + (float)scan.times()[i] + " s in " + scan.step().name()));
            stored.add(VolumeStorage.store(map, context, progress));
            maps.add(List.of(scan.step().nameCell(), new DoubleCell(scan.times()[i]), stored.get(i)));
        }
        final DiffusionResult result = outcome.result();
        addCurve(scan.step(), DiffusedScan.MEAN, result.times(), result.mean());
        for (int probe = 0; probe < scan.probes().size(); probe++) {
            addCurve(scan.step(), scan.probes().get(probe).name(), result.times(), result.curves().get(probe));
        }
        addUptakes(scan, result);
        addReport(scan.step(), outcome);
        return stored;
    }

    private void addCurve(final ScanStep step, final String name, final double[] times, final double[] values) {
        for (int i = 0; i < times.length; i++) {
            curves.add(List.of(step.nameCell(), new StringCell(name), new DoubleCell(times[i]),
                new DoubleCell(values[i])));
        }
    }

    private void addUptakes(final DiffusedScan scan, final DiffusionResult result) {
        final LabelVolume phases = LabelVolume.of(scan.phases());
        final List<List<GroupUptake>> groups = result.uptakes();
        addUptake(scan.step(), "All", "Solved phases", groups.get(0).get(0));
        for (final GroupUptake uptake : groups.get(1)) {
            addUptake(scan.step(), "Phase", phases.name(uptake.label()), uptake);
        }
        for (int i = 2; i < groups.size(); i++) {
            for (final GroupUptake uptake : groups.get(i)) {
                addUptake(scan.step(), "Particle", Integer.toString(uptake.label()), uptake);
            }
        }
        for (int probe = 0; probe < scan.probes().size(); probe++) {
            final double[] curve = result.curves().get(probe);
            addRow(scan.step(), "Probe", scan.probes().get(probe).name(), Double.NaN, curve[curve.length - 1],
                Double.NaN, result.probeTimes()[probe]);
        }
    }

    private void addUptake(final ScanStep step, final String kind, final String name, final GroupUptake uptake) {
        addRow(step, kind, name, uptake.measure(), uptake.concentration(), uptake.uptake(), uptake.saturationTime());
    }

    private void addRow(final ScanStep step, final String kind, final String name, final double... numbers) {
        final List<DataCell> cells =
            new ArrayList<>(List.of(step.nameCell(), new StringCell(kind), new StringCell(name)));
        Arrays.stream(numbers).mapToObj(Cells::number).forEach(cells::add);
        uptakes.add(cells);
    }

    private void addReport(final ScanStep step, final StructureDiffusion.Outcome outcome) {
        final var report = outcome.result().report();
        final DiffusionResult.Balance balance = outcome.result().balance();
        final List<DataCell> cells = new ArrayList<>(List.of(step.nameCell()));
        for (final long count : new long[]{outcome.space().mesh().cellCount(), report.unknowns(), report.levels(),
            report.steps(), report.rejected(), report.iterations()}) {
            cells.add(new LongCell(count));
        }
        for (final double number : new double[]{balance.sourceMeasure(), 100 * balance.connected(),
            balance.capacity(), balance.uptake(), balance.inflow(),
            Math.abs(balance.uptake() - balance.inflow()) / balance.capacity()}) {
            cells.add(new DoubleCell(number));
        }
        reports.add(cells);
    }

    List<BufferedDataTable> close() {
        return List.of(maps.close(), curves.close(), uptakes.close(), reports.close());
    }
}
