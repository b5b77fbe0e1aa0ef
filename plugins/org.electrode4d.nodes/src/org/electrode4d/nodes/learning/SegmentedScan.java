// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.electrode4d.learning.prediction.Prediction;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.picture.LabelSheet;
import org.electrode4d.volume.picture.SliceAxis;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.ExecutionContext;

/**
 * What is kept of a segmented scan.
 *
 * @param wanted beside the phases
 * @param context in whose file stores the volumes are
 */
record SegmentedScan(Wanted wanted, ExecutionContext context) {

    private static final double MIDDLE = 0.5;

    /**
     * What is kept beside the phases.
     *
     * @param probabilities a volume for each class
     * @param confidence a volume of the largest probability
     * @param plane of pictures
     */
    record Wanted(boolean probabilities, boolean confidence, SlicePlane plane) {

        /** Whether the model has to tell probabilities. */
        boolean anyProbability() {
            return probabilities || confidence;
        }
    }

    /** @param classes of the models; they only matter where probabilities are wanted */
    static DataColumnSpec[] columns(final Wanted wanted, final List<String> classes) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SeriesColumns.column(LearningColumns.PHASES, VolumeCell.TYPE));
        if (wanted.probabilities) {
            classes.forEach(name -> columns.add(SeriesColumns.column("Probability of " + name, VolumeCell.TYPE)));
        }
        if (wanted.confidence) {
            columns.add(SeriesColumns.column("Confidence", VolumeCell.TYPE));
        }
        columns.add(SeriesColumns.column("Segmented by", StringCell.TYPE));
        return columns.toArray(DataColumnSpec[]::new);
    }

    /** Stores what was found; the cells of {@link #columns}. */
    List<DataCell> store(final Prediction prediction, final String model, final Progress progress)
        throws IOException {
        final List<Volume> volumes = new ArrayList<>();
        volumes.add(VolumeDisplay.LABELS.on(prediction.classes().named()));
        if (wanted.probabilities) {
            prediction.probabilities().forEach(volume -> volumes.add(Confidence.probability(volume)));
        }
        if (wanted.confidence) {
            volumes.add(Confidence.of(prediction.probabilities()));
        }
        final List<DataCell> cells = new ArrayList<>();
        for (int i = 0; i < volumes.size(); i++) {
            cells.add(VolumeStorage.store(volumes.get(i), context,
                progress.part(i / (double)volumes.size(), (i + 1) / (double)volumes.size())));
        }
        cells.add(new StringCell(model));
        return cells;
    }

    /** The middle slice with the phases over it; drawn from the stored volume, when there is nothing else any more. */
    PictureTable.Drawing drawing(final String step, final Volume scan, final DataCell phases) {
        final SlicePlane plane = wanted.plane.within(scan);
        final SliceAxis axis = SliceAxis.values()[plane.axis()];
        final String title = step + ", " + plane.place(scan, MIDDLE);
        return new PictureTable.Drawing("Segmentation of " + step, step, () -> LabelSheet
            .of(title, scan, axis, Math.round(MIDDLE * (scan.shape().along(plane.axis()) - 1)))
            .with("Phases", LabelVolume.of(((VolumeValue)phases).getVolume()), OptionalInt.empty()).render());
    }
}
