// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.transport.flux.FluxLayers;
import org.electrode4d.transport.flux.FluxResult;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of the Tortuosity Factor. */
final class FluxTables {

    private static final String CONCENTRATION = "Concentration";

    private FluxTables() {
    }

    /** The numbers of a scan. */
    static DataColumnSpec[] scanColumns(final boolean concentration) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SeriesColumns.column("Percolates", BooleanCell.TYPE));
        for (final String name : List.of("Conducting fraction [%]", "Percolating fraction [%]",
            "Effective diffusivity [m²/s]", "Relative effective diffusivity [-]", "Tortuosity factor [-]",
            "Tortuosity factor of percolating part [-]", "MacMullin number [-]", "Mean diffusivity [m²/s]",
            "Wiener lower bound [m²/s]", "Wiener upper bound [m²/s]", "Hashin-Shtrikman lower bound [m²/s]",
            "Hashin-Shtrikman upper bound [m²/s]", "Flux spread [-]")) {
            columns.add(SeriesColumns.column(name, DoubleCell.TYPE));
        }
        columns.add(SeriesColumns.column("Iterations", IntCell.TYPE));
        if (concentration) {
            columns.add(SeriesColumns.column(CONCENTRATION, VolumeCell.TYPE));
        }
        return columns.toArray(DataColumnSpec[]::new);
    }

    static List<DataCell> cells(final FluxResult result) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(result.percolates() ? BooleanCell.TRUE : BooleanCell.FALSE);
        for (final double number : new double[]{100 * result.fraction(), 100 * result.percolatingFraction(),
            result.effectiveDiffusivity(), result.relativeDiffusivity(), result.tortuosityFactor(),
            result.percolatingTortuosityFactor(), result.macMullinNumber(), result.meanDiffusivity(),
            result.bounds().series(), result.bounds().parallel(), result.bounds().isotropicLower(),
            result.bounds().isotropicUpper(), result.convergence().fluxSpread()}) {
            cells.add(new DoubleCell(number));
        }
        cells.add(new IntCell(result.convergence().iterations()));
        return cells;
    }

    static DataTableSpec planesSpec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE), SeriesColumns.column("Layer", IntCell.TYPE),
            SeriesColumns.column("Position [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Percolating fraction [%]", DoubleCell.TYPE),
            SeriesColumns.column("Mean concentration [-]", DoubleCell.TYPE),
            SeriesColumns.column("Flux before the layer as diffusivity [m²/s]", DoubleCell.TYPE),
            SeriesColumns.column("Flux behind the layer as diffusivity [m²/s]", DoubleCell.TYPE),
            SeriesColumns.column("Difference of the flux behind from the mean [-]", DoubleCell.TYPE));
    }

    static BufferedDataTable planes(final List<FluxScan> scans, final ExecutionContext context) {
        final RowTable table = new RowTable(planesSpec(), context);
        for (final FluxScan scan : scans) {
            final FluxLayers layers = scan.result().layers();
            final double mean = scan.result().effectiveDiffusivity();
            for (int layer = 0; layer < layers.concentrations().length; layer++) {
                final double behind = layers.diffusivityBefore(layer + 1);
                add(table, scan.step(), List.of(new IntCell(layer), new DoubleCell(scan.position(layer)),
                    new DoubleCell(100 * layers.percolatingFractions()[layer]),
                    Cells.number(layers.concentrations()[layer]), Cells.number(layers.diffusivityBefore(layer)),
                    Cells.number(behind), Cells.number(mean > 0 ? behind / mean - 1 : Double.NaN)));
            }
        }
        return table.close();
    }

    static DataTableSpec parametersSpec(final CellRegion region) {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE), SeriesColumns.column("Part", StringCell.TYPE),
            SeriesColumns.column("From [µm]", DoubleCell.TYPE), SeriesColumns.column("To [µm]", DoubleCell.TYPE),
            SeriesColumns.column(region.porosityName(), DoubleCell.TYPE),
            SeriesColumns.column(region.tortuosityFactorName(), DoubleCell.TYPE),
            SeriesColumns.column(region.bruggemanName(), DoubleCell.TYPE));
    }

    static BufferedDataTable parameters(final List<FluxScan> scans, final CellRegion region,
        final ExecutionContext context) {
        final RowTable table = new RowTable(parametersSpec(region), context);
        for (final FluxScan scan : scans) {
            for (final FluxSlice slice : scan.slices()) {
                add(table, scan.step(), List.of(new StringCell(slice.name()), new DoubleCell(slice.from()),
                    new DoubleCell(slice.to()), new DoubleCell(region.porosity(slice.parameters())),
                    new DoubleCell(slice.parameters().tortuosityFactor()),
                    Cells.number(slice.parameters().bruggemanCoefficient())));
            }
        }
        return table.close();
    }

    private static void add(final RowTable table, final ScanStep step, final List<DataCell> values) {
        final List<DataCell> cells = step.cells();
        cells.addAll(values);
        table.add(cells);
    }
}
