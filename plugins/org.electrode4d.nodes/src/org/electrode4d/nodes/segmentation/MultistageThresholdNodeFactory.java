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
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.threshold.GreyCounts;
import org.electrode4d.segmentation.threshold.MultistageThreshold;
import org.electrode4d.segmentation.threshold.Stage;
import org.electrode4d.segmentation.threshold.StageResult;
import org.electrode4d.volume.Progress;
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

/** Finds phases in several stages, each in the voxels that the one before left. */
public final class MultistageThresholdNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Multistage Threshold") //
        .icon("./multistage-threshold.png") //
        .shortDescription("Finds several phases by thresholds in stages, each in what the one before left.") //
        .fullDescription("""
            <p>Phases whose peaks overlap hide each other in the histogram of a whole scan. This node takes the clear
            ones away first, and looks at the histogram of what is left: the global iterative threshold of Vorauer et
            al. (2020), who find pore and silicon in the first stage, and tell the intermediate phase and graphite apart
            in the second.</p>
            <p>A stage is written from dark to bright: <tt>Pore &lt; ridler-calvard &lt; * &lt; ridler-calvard &lt;
            Silicon</tt> finds two thresholds, makes phases of the darkest and the brightest voxels, and leaves the rest
            (<tt>*</tt>) to the next stage. Thresholds are found with the method of Ridler and Calvard (the middle
            between the means of neighbouring classes), with that of Otsu, or are numbers. The same name in two stages
            adds to one phase; <tt>-</tt> as name takes voxels away that belong to no phase, as a bright current
            collector. What the last stage leaves is called <i>Rest</i>.</p>
            <p>The supplement of the paper, with the details of its stages, was not at hand: the default is a reading of
            the text. Look at the histograms of the stages, and change methods and order where they do not suit.</p>
            <p>A voxel is above a threshold where its value is greater. Voxels that are not a number, or outside of the
            mask, are 0.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Volumes", "A table with a column of volumes, and one of masks if you use them.") //
            .addOutputTable("Segmented", "The input with a column <i>Phases</i>, labels from 1 for the darkest phase "
                + "on with their names, and the thresholds of all stages in grey values.") //
            .addOutputTable("Stages", "One row per volume, stage and class: the method, the threshold above it, the "
                + "smallest and largest grey value, the number of voxels and their part of those that the stage saw.")
            .addOutputTable("Histogram", "One row per bin, stage and volume: the grey value in the middle of the bin, "
                + "the number of voxels that the stage saw and their part.") //
            .addOutputTable("Pictures", "One row per volume: the path of a picture with the histograms of all stages "
                + "with their thresholds. Empty without a picture folder.")) //
        .model(m -> m //
            .parametersClass(MultistageThresholdNodeParameters.class) //
            .configure(MultistageThresholdNodeFactory::configure) //
            .execute(MultistageThresholdNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("Otsu", "isodata", "Ridler-Calvard", "iterative", "segmentation", "histogram", "graphite", "silicon",
            "Vorauer");

    /** Called by KNIME. */
    public MultistageThresholdNodeFactory() {
        super(NODE);
    }

    private static ThresholdMask columns(final DataTableSpec spec, final MultistageThresholdNodeParameters parameters)
        throws InvalidSettingsException {
        return ThresholdMask.of(spec, parameters.m_volumeColumn, parameters.m_useMask, parameters.m_maskColumn);
    }

    private static RowAppender appender(final ThresholdMask columns, final List<Stage> stages) {
        final List<DataColumnSpec> appended = new ArrayList<>();
        appended.add(SeriesColumns.column("Phases", VolumeCell.TYPE));
        for (int stage = 1; stage <= stages.size(); stage++) {
            for (int i = 1; i < stages.get(stage - 1).names().size(); i++) {
                appended.add(SeriesColumns.column("Stage " + stage + ", threshold " + i + " [grey value]",
                    DoubleCell.TYPE));
            }
        }
        return new RowAppender(columns.needed(), appended.toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MultistageThresholdNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(appender(columns(spec, parameters), parameters.stages()).spec(spec),
            MultistageTables.stagesSpec(), MultistageTables.histogramsSpec(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MultistageThresholdNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final ThresholdMask columns = columns(table.getDataTableSpec(), parameters);
            final List<Stage> stages = parameters.stages();
            final RowAppender appender = appender(columns, stages);
            final Warnings warnings = new Warnings();
            final Run run = new Run(stages, parameters.m_bins, new MultistageTables(context),
                new ThresholdPictures(parameters.m_pictures.isWanted()), warnings);
            out.setOutData(0, appender.append(table, context, progress,
                (row, part) -> run.cells(row, columns, context, part)));
            out.setOutData(1, run.tables.closeStages());
            out.setOutData(2, run.tables.closeHistograms());
            out.setOutData(3, PictureTable.write(run.pictures.drawings(), parameters.m_pictures, context, progress));
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    /** What is the same for all rows. */
    private record Run(List<Stage> stages, int bins, MultistageTables tables, ThresholdPictures pictures,
        Warnings warnings) {

        List<DataCell> cells(final DataRow row, final ThresholdMask columns, final ExecutionContext context,
            final Progress progress) throws IOException {
            final Volume volume = columns.volume(row);
            final Volume mask = columns.mask(row);
            final String name = row.getKey().getString();
            final MultistageThreshold threshold =
                MultistageThreshold.of(GreyCounts.of(volume, mask, progress.part(0, 0.4)), stages);
            final List<Plot> panels = new ArrayList<>();
            final List<DataCell> cells = new ArrayList<>();
            cells.add(VolumeStorage.store(
                VolumeDisplay.LABELS.on(threshold.phases(volume, mask).named()), context,
                progress.part(0.4, 1)));
            for (final StageResult stage : threshold.stages()) {
                final GreyBins histogram = GreyBins.of(stage.grey(), bins);
                tables.add(name, stage, histogram);
                panels.add(histogram.plot(volume.name() + ", stage " + stage.number(), stage.thresholds()));
                for (int k = 0; k < stage.voxels().length; k++) {
                    warnings.add(stage.voxels()[k] > 0 ? null : volume.name() + ", stage " + stage.number()
                        + ": the class " + stage.stage().names().get(k) + " has no voxel.");
                }
                for (final double value : stage.thresholds()) {
                    cells.add(new DoubleCell(value));
                }
            }
            pictures.add(name, panels);
            return cells;
        }
    }
}
