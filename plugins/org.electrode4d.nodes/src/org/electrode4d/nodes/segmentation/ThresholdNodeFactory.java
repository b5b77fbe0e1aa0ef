// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.morphology.RimCorrection;
import org.electrode4d.segmentation.threshold.GreyCounts;
import org.electrode4d.segmentation.threshold.Hysteresis;
import org.electrode4d.segmentation.threshold.ThresholdMethod;
import org.electrode4d.segmentation.threshold.Thresholds;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Divides volumes by grey value. */
public final class ThresholdNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Threshold") //
        .icon("./threshold.png") //
        .shortDescription("Makes masks or phases of volumes by their grey values.") //
        .fullDescription("""
            <p>Divides the voxels of every scan into classes by thresholds that are found in its histogram, or that you
            enter. A voxel is above a threshold <i>t</i> where its value <i>x</i> &gt; <i>t</i>.</p>
            <ul>
            <li><b>Otsu</b> (1979) makes the classes as uniform as can be: it maximises the variance between them,
            ∑ <i>w</i> (<i>μ</i> - <i>μ</i><sub>all</sub>)², for any number of classes (multi-Otsu), with all 65,536
            values of 16 bit.</li>
            <li><b>Ridler-Calvard</b> (1978), the iterative threshold or isodata: it lies in the middle between the
            means of the classes that it makes, <i>t</i> = (<i>μ</i><sub>0</sub> + <i>μ</i><sub>1</sub>) / 2.</li>
            <li><b>Fixed</b> thresholds make scans of a series comparable, once their grey values are matched.</li>
            </ul>
            <p>With <b>hysteresis</b>, voxels above the low threshold count only where they are connected to a voxel
            above the high one: that keeps the dim rim of bright particles without the noise that is as dim.</p>
            <p>Where a dark phase meets a bright one, the blur of the scan passes through the grey values of the phases
            between them: copper beside binder has a layer that looks like silicon. A <b>rim</b> takes such layers out
            of <i>Phases</i>.</p>
            <p>8 and 16 bit are exact; the histograms of other types have 65,536 bins from the smallest to the largest
            value. Voxels that are not a number have no class, as those outside of a mask: they are 0.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Volumes", "A table with a column of volumes, and one of masks if you use them.") //
            .addOutputTable("Segmented", "The input with a column <i>Mask</i> (1 inside) or <i>Phases</i> (1 for the "
                + "darkest class, 2, ...) and the thresholds in grey values.") //
            .addOutputTable("Classes", "One row per volume and class, and per slice if thresholds are found slice by "
                + "slice: the thresholds on both sides, the number of voxels and their part. Slices count from 0.") //
            .addOutputTable("Histogram", "One row per bin and volume: the grey value in the middle of the bin, the "
                + "number of voxels inside of the mask and their part.") //
            .addOutputTable("Pictures", "One row per picture of a histogram with its thresholds: what it shows, and "
                + "the path of the file. Empty without a picture folder.")) //
        .model(m -> m //
            .parametersClass(ThresholdNodeParameters.class) //
            .configure(ThresholdNodeFactory::configure) //
            .execute(ThresholdNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("Otsu", "multi-Otsu", "isodata", "Ridler-Calvard", "hysteresis", "binarise", "segmentation",
            "histogram", "mask");

    /** Called by KNIME. */
    public ThresholdNodeFactory() {
        super(NODE);
    }

    private static ThresholdMask columns(final DataTableSpec spec, final ThresholdNodeParameters parameters)
        throws InvalidSettingsException {
        return ThresholdMask.of(spec, parameters.m_volumeColumn, parameters.m_useMask, parameters.m_maskColumn);
    }

    private static RowAppender appender(final ThresholdMask columns, final ThresholdNodeParameters parameters)
        throws InvalidSettingsException {
        final List<DataColumnSpec> appended = new ArrayList<>();
        appended.add(SeriesColumns.column(parameters.m_result.column(), VolumeCell.TYPE));
        final int thresholds = parameters.method().classes() - 1;
        for (int i = 1; i <= thresholds; i++) {
            appended.add(SeriesColumns.column("Threshold " + (thresholds == 1 ? "" : i + " ") + "[grey value]",
                DoubleCell.TYPE));
        }
        return new RowAppender(columns.needed(), appended.toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ThresholdNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(appender(columns(spec, parameters), parameters).spec(spec), ThresholdTables.classesSpec(),
            ThresholdTables.histogramsSpec(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ThresholdNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final ThresholdMask columns = columns(table.getDataTableSpec(), parameters);
            final RowAppender appender = appender(columns, parameters);
            final Warnings warnings = new Warnings();
            final Run run = new Run(parameters, parameters.method(), new ArrayList<>(1), new ThresholdTables(context),
                new ThresholdPictures(parameters.m_pictures.isWanted()), warnings);
            out.setOutData(0, appender.append(table, context, progress,
                (row, part) -> run.cells(row, columns, context, part)));
            out.setOutData(1, run.tables.closeClasses());
            out.setOutData(2, run.tables.closeHistograms());
            out.setOutData(3, PictureTable.write(run.pictures.drawings(), parameters.m_pictures, context, progress));
            warnings.add(appender.warning());
            warnings.add(parameters.m_ofFirst ? appender.referenceWarning() : null);
            warnings.show(out);
        });
    }

    /**
     * What is the same for all rows.
     *
     * @param ofFirst the thresholds of the first row where they hold for all; none before it was read
     */
    private record Run(ThresholdNodeParameters parameters, ThresholdMethod method, List<ThresholdMethod> ofFirst,
        ThresholdTables tables, ThresholdPictures pictures, Warnings warnings) {

        List<DataCell> cells(final DataRow row, final ThresholdMask columns, final ExecutionContext context,
            final Progress progress) throws IOException, InvalidSettingsException {
            final Volume volume = columns.volume(row);
            final Volume mask = columns.mask(row);
            final String name = row.getKey().getString();
            final GreyCounts grey = GreyCounts.of(volume, mask, progress.part(0, 0.2));
            final Thresholds thresholds = parameters.m_sliceWise
                ? Thresholds.ofSlices(volume, mask, method, progress.part(0.2, 0.4))
                : Thresholds.of(grey, ofFirst.isEmpty() ? method : ofFirst.get(0));
            if (parameters.m_ofFirst && ofFirst.isEmpty()) {
                ofFirst.add(ThresholdMethod.fixed(thresholds.mean()));
            }
            final GreyBins bins = GreyBins.of(grey, parameters.m_bins);
            tables.addClasses(name, thresholds, volume.shape().z());
            tables.addHistogram(name, bins);
            pictures.add(name, List.of(bins.plot(volume.name(), thresholds.mean())));
            warn(volume.name(), thresholds);
            final List<DataCell> cells = new ArrayList<>();
            cells.add(store(volume, mask, thresholds, context, progress.part(0.4, 1)));
            for (final double threshold : thresholds.mean()) {
                cells.add(new DoubleCell(threshold));
            }
            return cells;
        }

        private void warn(final String name, final Thresholds thresholds) {
            final List<Integer> empty = thresholds.emptyClasses();
            if (!empty.isEmpty()) {
                warnings.add(name + ": class " + String.join(", ", empty.stream().map(String::valueOf).toList())
                    + " has no voxel.");
            }
            final List<Integer> undecided = thresholds.undecided();
            if (!undecided.isEmpty()) {
                warnings.add(name + ": " + undecided.size() + " slices have no threshold and became 0, the first "
                    + undecided.get(0) + ": they have too few grey values, or nothing inside of the mask.");
            }
        }

        private VolumeCell store(final Volume volume, final Volume mask, final Thresholds thresholds,
            final ExecutionContext context, final Progress progress) throws IOException, InvalidSettingsException {
            try (ScratchSpace scratch = ScratchSpace.open()) {
                final Volume result = switch (parameters.m_result) {
                    case BRIGHT -> thresholds.above(volume, mask);
                    case DARK -> thresholds.below(volume, mask);
                    case PHASES -> parameters.takesRimsOut() ? RimCorrection.of(thresholds.phases(volume, mask),
                        parameters.m_rim, parameters.rimPhases()) : thresholds.phases(volume, mask);
                    case HYSTERESIS -> Hysteresis.of(new Hysteresis.Input(volume, mask), thresholds,
                        parameters.m_neighbours.connectivity, scratch, progress.part(0, 0.5));
                };
                return VolumeStorage.store(VolumeDisplay.LABELS.on(result), context,
                    progress.part(0.5, 1));
            }
        }
    }
}
