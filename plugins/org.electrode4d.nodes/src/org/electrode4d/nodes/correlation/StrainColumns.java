// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.ExecutionContext;

/** The columns that the Strain node appends to a pair: for each component a map, its mean and its scatter. */
final class StrainColumns {

    private static final Set<StrainComponent> POSITIVE =
        EnumSet.of(StrainComponent.DEVIATORIC, StrainComponent.SMALL_DEVIATORIC, StrainComponent.STRETCH_MINIMUM,
            StrainComponent.STRETCH_MEDIUM, StrainComponent.STRETCH_MAXIMUM);

    private StrainColumns() {
    }

    /** The unit in square brackets, for the head of a column. */
    static String unit(final StrainComponent component) {
        return " [" + symbol(component) + "]";
    }

    private static String symbol(final StrainComponent component) {
        return component.unit().isEmpty() ? "-" : component.unit();
    }

    /** What to tell of points that are turned inside out, or null. */
    static String warning(final PairLabel pair, final StrainField strain) {
        return strain.folded() == 0 ? null : pair + ": " + strain.folded() + " of " + strain.grid().size()
            + " points are folded (det F is zero or less) and have no strain. Nodes there were measured wrongly: look "
            + "at their ZNCC, or filter the field.";
    }

    static DataColumnSpec[] specs(final List<StrainComponent> components) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (final StrainComponent component : components) {
            columns.add(SeriesColumns.column(component.label(), VolumeCell.TYPE));
            columns.add(SeriesColumns.column(component.label() + ", mean" + unit(component), DoubleCell.TYPE));
            columns.add(SeriesColumns.column(component.label() + ", SD" + unit(component), DoubleCell.TYPE));
        }
        return columns.toArray(DataColumnSpec[]::new);
    }

    static List<DataCell> cells(final PairStrain strain, final List<StrainComponent> components,
        final ExecutionContext context, final Progress progress) throws IOException {
        final List<DataCell> cells = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            final Progress part = progress.part(i / (double)components.size(), (i + 1) / (double)components.size());
            cells.add(VolumeStorage.store(map(strain, components.get(i)), context, part));
            final double[] known =
                Arrays.stream(strain.field().values(components.get(i))).filter(Double::isFinite).toArray();
            final double mean = Arrays.stream(known).average().orElse(Double.NaN);
            final double squares = Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum();
            cells.add(Cells.number(mean));
            cells.add(Cells.number(known.length > 1 ? Math.sqrt(squares / (known.length - 1)) : Double.NaN));
        }
        return cells;
    }

    private static Volume map(final PairStrain strain, final StrainComponent component) {
        return new VolumeDisplay(symbol(component), !POSITIVE.contains(component))
            .on(strain.field().map(component).withName(component.label() + " " + strain.pair()));
    }
}
