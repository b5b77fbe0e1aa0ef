// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.List;

import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.nodes.cell.ModelStorage;
import org.electrode4d.nodes.cell.SegmentationModelCell;
import org.electrode4d.nodes.cell.SegmentationModelDescription;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table of models, one per row, with the steps of a series that each of them is for. */
final class ModelTable {

    /** For all steps that no other model is for. */
    static final String ALL_STEPS = "*";

    private final ExecutionContext context;
    private final RowTable table;

    ModelTable(final ExecutionContext context) {
        this.context = context;
        table = new RowTable(spec(), context);
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column("Name", StringCell.TYPE),
            SeriesColumns.column("Kind", StringCell.TYPE),
            SeriesColumns.column(LearningColumns.STEPS, StringCell.TYPE),
            SeriesColumns.column("Classes", StringCell.TYPE),
            SeriesColumns.column("Voxel size x [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Validation Dice [-]", DoubleCell.TYPE),
            SeriesColumns.column("Trained on", StringCell.TYPE),
            SeriesColumns.column(LearningColumns.MODEL, SegmentationModelCell.TYPE));
    }

    /** @param steps that the model is for, such as {@code T0-T2}; blank for all steps that no other model is for */
    void add(final ModelFile model, final String steps, final Progress progress) throws IOException {
        final SegmentationModelCell cell = ModelStorage.store(model, context, progress);
        final SegmentationModelDescription description = cell.getDescription();
        table.add(List.of(new StringCell(description.name()), new StringCell(description.kind()),
            new StringCell(steps.isBlank() ? ALL_STEPS : steps.strip()),
            new StringCell(String.join(", ", description.classes())), new DoubleCell(description.voxelSize().x()),
            Cells.number(description.validationDice()),
            new StringCell(String.join("; ", model.description().provenance().trainedOn())), cell));
    }

    BufferedDataTable close() {
        return table.close();
    }
}
