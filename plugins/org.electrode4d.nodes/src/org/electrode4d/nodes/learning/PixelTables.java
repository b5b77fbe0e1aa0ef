// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.Arrays;
import java.util.List;

import org.electrode4d.learning.forest.OutOfBag;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What is told of a trained pixel classifier: how well it does, and what it looks at. */
final class PixelTables {

    private static final String PREDICTED = "Predicted class";
    private static final String VOXELS = "Voxels";

    private final RowTable classes;
    private final RowTable confusion;
    private final RowTable importance;

    PixelTables(final ExecutionContext context) {
        classes = new RowTable(classSpec(), context);
        confusion = new RowTable(confusionSpec(), context);
        importance = new RowTable(importanceSpec(), context);
    }

    static DataTableSpec classSpec() {
        return new DataTableSpec(SeriesColumns.column("Class", StringCell.TYPE),
            SeriesColumns.column("Labelled voxels", LongCell.TYPE), SeriesColumns.column("Drawn voxels", LongCell.TYPE),
            SeriesColumns.column("Out-of-bag error [%]", DoubleCell.TYPE),
            SeriesColumns.column("Out-of-bag Dice [-]", DoubleCell.TYPE));
    }

    static DataTableSpec confusionSpec() {
        return new DataTableSpec(SeriesColumns.column("Labelled class", StringCell.TYPE),
            SeriesColumns.column(PREDICTED, StringCell.TYPE), SeriesColumns.column(VOXELS, LongCell.TYPE),
            SeriesColumns.column("Part of labelled class [%]", DoubleCell.TYPE));
    }

    static DataTableSpec importanceSpec() {
        return new DataTableSpec(SeriesColumns.column("Feature", StringCell.TYPE),
            SeriesColumns.column("Importance [%]", DoubleCell.TYPE));
    }

    void add(final PixelTraining training) {
        final List<String> names = training.model().description().classes().names();
        final OutOfBag outOfBag = training.trained().grown().outOfBag();
        final long[][] counts = outOfBag.confusion();
        for (int c = 0; c < names.size(); c++) {
            final int one = c;
            final long labelled = Arrays.stream(counts[c]).sum();
            final long predicted = Arrays.stream(counts).mapToLong(row -> row[one]).sum();
            classes.add(List.of(new StringCell(names.get(c)), new LongCell(training.trained().labelled()[c]),
                new LongCell(training.trained().drawn()[c]),
                Cells.number(100 * (1 - counts[c][c] / (double)labelled)),
                Cells.number(2 * counts[c][c] / (double)(labelled + predicted))));
            for (int p = 0; p < names.size(); p++) {
                confusion.add(List.of(new StringCell(names.get(c)), new StringCell(names.get(p)),
                    new LongCell(counts[c][p]), Cells.number(100 * counts[c][p] / (double)labelled)));
            }
        }
        classes.add(List.of(new StringCell("All"), new LongCell(Arrays.stream(training.trained().labelled()).sum()),
            new LongCell(Arrays.stream(training.trained().drawn()).sum()), Cells.number(100 * outOfBag.error()),
            Cells.number(Double.NaN)));
        final List<String> features = training.model().features().names();
        for (int f = 0; f < features.size(); f++) {
            importance.add(List.of(new StringCell(features.get(f)),
                new DoubleCell(100 * training.trained().grown().importance()[f])));
        }
    }

    BufferedDataTable classes() {
        return classes.close();
    }

    BufferedDataTable confusion() {
        return confusion.close();
    }

    BufferedDataTable importance() {
        return importance.close();
    }
}
