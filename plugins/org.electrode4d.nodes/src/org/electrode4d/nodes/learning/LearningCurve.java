// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.electrode4d.learning.model.EpochRecord;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;

/**
 * How a model learned, epoch by epoch: as rows of a table and as plots.
 *
 * @param classes names, in the order of the model
 * @param epochs in their order
 * @param best the epoch whose parameters were kept
 */
record LearningCurve(List<String> classes, List<EpochRecord> epochs, int best) {

    private static final int HEIGHT = 160;

    static LearningCurve of(final ModelDescription model) {
        return new LearningCurve(model.classes().names(), model.training().epochs(), model.training().bestEpoch());
    }

    /** @param classes names, in the order of the model */
    static DataTableSpec spec(final List<String> classes) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(SeriesColumns.column("Epoch", IntCell.TYPE),
            SeriesColumns.column("Steps", LongCell.TYPE), SeriesColumns.column("Loss [-]", DoubleCell.TYPE),
            SeriesColumns.column("Validation loss [-]", DoubleCell.TYPE),
            SeriesColumns.column("Validation Dice, mean [-]", DoubleCell.TYPE)));
        classes.forEach(name -> columns.add(SeriesColumns.column("Validation Dice, " + name + " [-]",
            DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Learning rate [-]", DoubleCell.TYPE));
        columns.add(SeriesColumns.column("Time [s]", DoubleCell.TYPE));
        columns.add(SeriesColumns.column("Kept", BooleanCell.TYPE));
        return Cells.spec(columns);
    }

    /** A row per epoch. */
    List<List<DataCell>> rows() {
        return epochs.stream().map(this::row).toList();
    }

    private List<DataCell> row(final EpochRecord epoch) {
        final List<DataCell> cells = new ArrayList<>(List.of(new IntCell(epoch.epoch()), new LongCell(epoch.steps())));
        Cells.addNumbers(cells, epoch.loss(), epoch.validationLoss(), epoch.meanDice());
        for (int i = 0; i < classes.size(); i++) {
            cells.add(Cells.number(dice(epoch, i)));
        }
        Cells.addNumbers(cells, epoch.learningRate(), epoch.seconds());
        cells.add(epoch.epoch() == best ? BooleanCell.TRUE : BooleanCell.FALSE);
        return cells;
    }

    private static double dice(final EpochRecord epoch, final int index) {
        return index < epoch.validationDice().size() ? epoch.validationDice().get(index) : Double.NaN;
    }

    /** Plots of the loss and of the Dice coefficients; none where there are no epochs. */
    List<PictureTable.Drawing> drawings() {
        if (epochs.isEmpty()) {
            return List.of();
        }
        final Plot loss = plot("Loss", "Loss [-]", List.of("Training", "Validation"),
            List.of(EpochRecord::loss, EpochRecord::validationLoss));
        final List<ToDoubleFunction<EpochRecord>> dice = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            final int index = i;
            dice.add(epoch -> dice(epoch, index));
        }
        final Plot scores = plot("Agreement with the labels of the validation slices", "Dice [-]", classes, dice);
        return List.of(
            new PictureTable.Drawing("Loss over epochs", "loss", new PlotPicture(List.of(loss), HEIGHT)::render),
            new PictureTable.Drawing("Validation Dice over epochs", "dice",
                new PlotPicture(List.of(scores), HEIGHT)::render));
    }

    private Plot plot(final String title, final String label, final List<String> names,
        final List<ToDoubleFunction<EpochRecord>> values) {
        final double[] x = epochs.stream().mapToDouble(EpochRecord::epoch).toArray();
        final List<PlotSeries> series = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < names.size(); i++) {
            final double[] y = epochs.stream().mapToDouble(values.get(i)).toArray();
            for (final double value : y) {
                least = Double.isFinite(value) ? Math.min(least, value) : least;
                most = Double.isFinite(value) ? Math.max(most, value) : most;
            }
            series.add(new PlotSeries(names.get(i), PlotColours.of(i), x, y,
                x.length > 1 ? PlotSeries.Style.LINE : PlotSeries.Style.MARKERS));
        }
        return new Plot(title, PlotAxis.around("Epoch", x[0], x[x.length - 1]),
            PlotAxis.around(label, least, most), series);
    }
}
