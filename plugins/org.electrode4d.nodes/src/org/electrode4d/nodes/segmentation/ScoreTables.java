// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.score.BoundaryScore;
import org.electrode4d.segmentation.score.ClassScore;
import org.electrode4d.segmentation.score.SegmentationScore;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of scores: a row per class and scan, and a row per pair of classes and scan. */
final class ScoreTables {

    private static final List<String> OF_ALL = List.of("Accuracy [-]", "Dice, mean [-]", "IoU, mean [-]",
        "Precision, mean [-]", "Recall, mean [-]", "Boundary distance, mean of classes [µm]",
        "Boundary F1, mean [-]");

    private static final List<String> OF_CLASS = List.of("Dice [-]", "IoU [-]", "Precision [-]", "Recall [-]",
        "Boundary distance, mean [µm]", "Boundary distance, 95th percentile [µm]", "Hausdorff distance [µm]",
        "Boundary precision [-]", "Boundary recall [-]", "Boundary F1 [-]");

    private final BufferedDataContainer classes;
    private final BufferedDataContainer confusion;

    ScoreTables(final ExecutionContext context) {
        classes = context.createDataContainer(classSpec());
        confusion = context.createDataContainer(confusionSpec());
    }

    /** What is appended to the row of a scan. */
    static DataColumnSpec[] summaryColumns() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column("Scored voxels", LongCell.TYPE), SeriesColumns.column("Classes", IntCell.TYPE)));
        OF_ALL.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        return columns.toArray(DataColumnSpec[]::new);
    }

    static DataTableSpec classSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE), SeriesColumns.column("Class", IntCell.TYPE),
            SeriesColumns.column("Name", StringCell.TYPE),
            SeriesColumns.column("Voxels in the reference", LongCell.TYPE),
            SeriesColumns.column("Voxels in the segmentation", LongCell.TYPE)));
        OF_CLASS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec confusionSpec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Class in the reference", IntCell.TYPE),
            SeriesColumns.column("Name in the reference", StringCell.TYPE),
            SeriesColumns.column("Class in the segmentation", IntCell.TYPE),
            SeriesColumns.column("Name in the segmentation", StringCell.TYPE),
            SeriesColumns.column("Voxels", LongCell.TYPE),
            SeriesColumns.column("Share of the class in the reference [%]", DoubleCell.TYPE));
    }

    /** Adds the rows of a scan, and returns the cells to append to it. */
    List<DataCell> add(final String scan, final SegmentationScore score) {
        for (final ClassScore one : score.classes()) {
            final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(scan), new IntCell(one.label()),
                new StringCell(one.name()), new LongCell(one.inReference()), new LongCell(one.inSegmentation()),
                cell(one.dice()), cell(one.intersectionOverUnion()), cell(one.precision()), cell(one.recall())));
            boundary(one.boundary(), cells);
            classes.addRowToTable(new DefaultRow(RowKey.createRowKey(classes.size()), cells));
            score.classes().forEach(other -> confuse(scan, score, one, other));
        }
        return List.of(new LongCell(score.table().voxels()), new IntCell(score.classes().size()),
            cell(score.table().accuracy()), cell(score.mean(ClassScore::dice)),
            cell(score.mean(ClassScore::intersectionOverUnion)), cell(score.mean(ClassScore::precision)),
            cell(score.mean(ClassScore::recall)), cell(score.mean(one -> of(one, BoundaryScore::mean))),
            cell(score.mean(one -> of(one, BoundaryScore::f1))));
    }

    private static OptionalDouble of(final ClassScore score, final ToDoubleFunction<BoundaryScore> value) {
        return score.boundary().stream().mapToDouble(value).findFirst();
    }

    private static DataCell cell(final OptionalDouble value) {
        return Cells.number(value.orElse(Double.NaN));
    }

    private static void boundary(final Optional<BoundaryScore> boundary, final List<DataCell> cells) {
        final List<ToDoubleFunction<BoundaryScore>> values = List.of(BoundaryScore::mean,
            BoundaryScore::percentile95, BoundaryScore::largest, BoundaryScore::precision, BoundaryScore::recall,
            BoundaryScore::f1);
        values.forEach(value -> cells.add(cell(boundary.stream().mapToDouble(value).findFirst())));
    }

    private void confuse(final String scan, final SegmentationScore score, final ClassScore reference,
        final ClassScore segmentation) {
        if (reference.inReference() > 0 && segmentation.inSegmentation() > 0) {
            final long voxels = score.table().count(reference.label(), segmentation.label());
            confusion.addRowToTable(new DefaultRow(RowKey.createRowKey(confusion.size()), new StringCell(scan),
                new IntCell(reference.label()), new StringCell(reference.name()), new IntCell(segmentation.label()),
                new StringCell(segmentation.name()), new LongCell(voxels),
                new DoubleCell(100.0 * voxels / reference.inReference())));
        }
    }

    BufferedDataTable classes() {
        classes.close();
        return classes.getTable();
    }

    BufferedDataTable confusion() {
        confusion.close();
        return confusion.getTable();
    }
}
