// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.transport.lithiation.LithiationProtocol;
import org.electrode4d.transport.lithiation.LithiationState;
import org.electrode4d.transport.lithiation.ParticleLithiation;
import org.electrode4d.transport.lithiation.ParticleSurface;
import org.electrode4d.transport.lithiation.SocDistribution;
import org.electrode4d.transport.lithiation.SurfaceKind;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of computed particles. */
final class LithiationTables {

    private static final String RATE = "Rate [C]";
    private static final int CURVE_POINTS = 41;
    private static final double CURVE_MARGIN = 1.1;
    private static final double CURVE_RATIO = 4;

    private static final List<String> PARTICLE = List.of("Volume [µm³]", "Capacity [pAh]", "Free surface [µm²]",
        "SEI-covered surface [µm²]", "Contact surface [µm²]", "Blocked surface [µm²]", "Cut off surface [µm²]",
        "SEI thickness, mean [nm]");

    private static final List<String> STATE = List.of("Time at the end [s]", "SOC, mean [%]", "SOC, minimum [%]",
        "SOC, maximum [%]", "SOC, 1st quartile [%]", "SOC, 3rd quartile [%]", "50 % interval [%]",
        "Over-potential [mV]");

    private static final List<String> COMPARED = List.of("50 % interval without SEI [%]",
        "Over-potential without SEI [mV]", "Ionic limit [C]", "Electronic limit [C]");

    private final RowTable results;
    private final RowTable histogram;
    private final RowTable maps;
    private final RowTable curves;
    private final int bins;

    LithiationTables(final ExecutionContext context, final int bins) {
        results = new RowTable(results(), context);
        histogram = new RowTable(histogram(), context);
        maps = new RowTable(maps(), context);
        curves = new RowTable(curves(), context);
        this.bins = bins;
    }

    private static DataTableSpec spec(final DataColumnSpec... columns) {
        final List<DataColumnSpec> all = SeriesColumns.scan();
        all.add(SeriesColumns.column(SeriesColumns.PARTICLE, IntCell.TYPE));
        all.add(SeriesColumns.column(RATE, DoubleCell.TYPE));
        all.addAll(Arrays.asList(columns));
        return Cells.spec(all);
    }

    static DataTableSpec results() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (final List<String> names : List.of(PARTICLE, STATE, COMPARED)) {
            columns.addAll(List.of(Cells.columns(names)));
        }
        columns.add(SeriesColumns.column("End", StringCell.TYPE));
        columns.add(SeriesColumns.column("Elements", IntCell.TYPE));
        columns.add(SeriesColumns.column("At the border", BooleanCell.TYPE));
        return spec(columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec histogram() {
        return spec(Cells.columns(List.of("SOC [%]", "Part of the volume [%]")));
    }

    static DataTableSpec maps() {
        return spec(SeriesColumns.column("State of charge", VolumeCell.TYPE));
    }

    static DataTableSpec curves() {
        return spec(Cells.columns(List.of("Ionic over-potential [mV]", "Electronic over-potential [mV]")));
    }

    void add(final LithiationCase computed) {
        final ParticleLithiation lithiation = computed.lithiation();
        final List<LithiationProtocol> protocols = lithiation.conditions().protocols();
        for (int i = 0; i < protocols.size(); i++) {
            final Optional<ParticleLithiation.Run> run =
                lithiation.runs().isEmpty() ? Optional.empty() : Optional.of(lithiation.runs().get(i));
            addResult(computed, protocols.get(i).rate(), run);
            run.ifPresent(present -> addHistogram(computed, present));
        }
        addCurves(computed);
    }

    private static List<DataCell> begin(final LithiationCase computed, final double rate) {
        final List<DataCell> cells = computed.scan().cells();
        cells.add(new IntCell(computed.label()));
        cells.add(new DoubleCell(rate));
        return cells;
    }

    private void addResult(final LithiationCase computed, final double rate,
        final Optional<ParticleLithiation.Run> run) {
        final ParticleLithiation lithiation = computed.lithiation();
        final ParticleSurface surface = computed.particle().surface();
        final List<DataCell> cells = begin(computed, rate);
        Cells.addNumbers(cells, lithiation.model().volume(), lithiation.model().capacity());
        for (final SurfaceKind kind : SurfaceKind.values()) {
            Cells.addNumbers(cells, surface.area(kind));
        }
        Cells.addNumbers(cells, surface.meanSeiThickness());
        Cells.addNumbers(cells, run.map(present -> numbers(present.state())).orElseGet(LithiationTables::none));
        final Optional<LithiationState> bare = run.flatMap(ParticleLithiation.Run::withoutSei);
        Cells.addNumbers(cells, bare.map(state -> 100 * state.distribution().interval(0.5)).orElse(Double.NaN),
            bare.map(state -> 1000 * Math.abs(state.overpotential())).orElse(Double.NaN), lithiation.ionicLimit(),
            lithiation.electronicLimit());
        cells.add(run.<DataCell>map(present -> new StringCell(end(present.state())))
            .orElseGet(() -> new MissingCell("No current flowed.")));
        cells.add(new IntCell(surface.part().mesh().cellCount()));
        cells.add(computed.particle().isCut() ? BooleanCell.TRUE : BooleanCell.FALSE);
        results.add(cells);
    }

    private static double[] none() {
        final double[] none = new double[STATE.size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static double[] numbers(final LithiationState state) {
        final SocDistribution distribution = state.distribution();
        return new double[] {state.time(), 100 * state.mean(), 100 * state.min(), 100 * state.max(),
            100 * distribution.quantile(0.25), 100 * distribution.quantile(0.75), 100 * distribution.interval(0.5),
            1000 * Math.abs(state.overpotential())};
    }

    private static String end(final LithiationState state) {
        return switch (state.ending()) {
            case REACHED -> "Mean reached";
            case EMPTY -> "Surface empty";
            case FULL -> "Surface full";
        };
    }

    private void addHistogram(final LithiationCase computed, final ParticleLithiation.Run run) {
        final double[] shares = run.state().distribution().histogram(0, 1, bins);
        for (int bin = 0; bin < bins; bin++) {
            final List<DataCell> cells = begin(computed, run.protocol().rate());
            Cells.addNumbers(cells, 100 * (bin + 0.5) / bins, 100 * shares[bin]);
            histogram.add(cells);
        }
    }

    void addMap(final LithiationCase computed, final ParticleLithiation.Run run, final VolumeCell map) {
        final List<DataCell> cells = begin(computed, run.protocol().rate());
        cells.add(map);
        maps.add(cells);
    }

    /**
     * Rates from zero to a little beyond the larger limit, or some times the smaller one, whose curve would else be
     * within the first of them; none where both are zero.
     */
    static double[] curveRates(final ParticleLithiation lithiation) {
        final double larger = Math.max(lithiation.ionicLimit(), lithiation.electronicLimit());
        final double smaller = Math.min(lithiation.ionicLimit(), lithiation.electronicLimit());
        final double last = CURVE_MARGIN * (smaller > 0 ? Math.min(larger, CURVE_RATIO * smaller) : larger);
        final double[] rates = new double[last > 0 ? CURVE_POINTS : 0];
        Arrays.setAll(rates, i -> last * i / (CURVE_POINTS - 1));
        return rates;
    }

    private void addCurves(final LithiationCase computed) {
        for (final double rate : curveRates(computed.lithiation())) {
            final List<DataCell> cells = begin(computed, rate);
            Cells.addNumbers(cells, 1000 * computed.lithiation().ionicOverpotential(rate),
                1000 * computed.lithiation().electronicOverpotential(rate));
            curves.add(cells);
        }
    }

    /** In the order of the outputs. */
    List<BufferedDataTable> close() {
        return List.of(results.close(), histogram.close(), maps.close(), curves.close());
    }
}
