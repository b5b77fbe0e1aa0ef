// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.score.ClassScore;
import org.electrode4d.segmentation.score.ScoreSettings;
import org.electrode4d.segmentation.score.SegmentationScore;
import org.electrode4d.segmentation.score.SegmentationScore.Scoring;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
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

/** Scores segmentations against references. */
public final class SegmentationScorerNodeFactory extends DefaultNodeFactory {

    private static final int NONE = -1;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Segmentation Scorer") //
        .icon("./segmentation-scorer.png") //
        .shortDescription("How well segmentations agree with references: Dice, IoU, boundaries, confusion.") //
        .fullDescription("""
            <p>Compares two label volumes voxel by voxel, such as a segmentation and what a person labelled. With the
            voxels <i>R</i> of a class in the reference, <i>S</i> in the segmentation and <i>B</i> in both:</p>
            <p>Dice = 2 <i>B</i> / (<i>R</i> + <i>S</i>), IoU = <i>B</i> / (<i>R</i> + <i>S</i> − <i>B</i>),
            precision = <i>B</i> / <i>S</i>, recall = <i>B</i> / <i>R</i></p>
            <p>Accuracy is the share of all voxels that have the right class; where one class fills most of the volume
            it is high whatever happens to the others, so look at the mean of the classes too.</p>
            <p>Distances of boundaries tell by how much an edge is misplaced, in µm: from each boundary voxel of a class
            in the one volume to the nearest boundary voxel of it in the other, both directions taken together. The 95th
            percentile leaves out what single voxels do to the largest distance (Hausdorff distance). Boundary F1 is the
            harmonic mean of the shares of both boundaries within a tolerance.</p>
            <p>A class that occurs in neither volume is left out. One that occurs in one of them only has a Dice of 0,
            and missing cells for what would be divided by zero; means are those of the classes that have a value. Do
            not tune a segmentation on the scan on which you score it.</p>
            <p>Taha and Hanbury, BMC Medical Imaging 15, 29 (2015).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Segmentations", "One row per scan with a reference and a segmentation.") //
            .addOutputTable("Scores", "The input with scored voxels, number of classes, accuracy, and the means of the "
                + "scores of the classes.")
            .addOutputTable("Scores of classes", "One row per scan and class: voxels, Dice, IoU, precision, recall, "
                + "and distances of boundaries in µm.")
            .addOutputTable("Confusion", "One row per scan and pair of classes: how many voxels of a class of the "
                + "reference the segmentation gives which class.")) //
        .model(m -> m //
            .parametersClass(SegmentationScorerNodeParameters.class) //
            .configure(SegmentationScorerNodeFactory::configure) //
            .execute(SegmentationScorerNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("Dice", "F1", "Jaccard", "IoU", "precision", "recall", "confusion matrix", "Hausdorff",
            "ground truth");

    /** Called by KNIME. */
    public SegmentationScorerNodeFactory() {
        super(NODE);
    }

    /** Where a row has what is needed; -1 for no mask. */
    private record Inputs(int reference, int segmentation, int mask) {

        static Inputs of(final DataTableSpec spec, final SegmentationScorerNodeParameters parameters)
            throws InvalidSettingsException {
            return new Inputs(Columns.find(spec, parameters.m_referenceColumn, VolumeValue.class, "references"),
                Columns.find(spec, parameters.m_segmentationColumn, VolumeValue.class, "segmentations"),
                parameters.m_useMask ? Columns.find(spec, parameters.m_maskColumn, VolumeValue.class, "masks") : NONE);
        }

        RowAppender appender() {
            final int[] needed = IntStream.of(reference, segmentation, mask).filter(column -> column != NONE).toArray();
            return new RowAppender(Arrays.stream(needed).distinct().toArray(), ScoreTables.summaryColumns());
        }
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(Inputs.of(spec, in.getParameters()).appender().spec(spec), ScoreTables.classSpec(),
            ScoreTables.confusionSpec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SegmentationScorerNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final Inputs inputs = Inputs.of(spec, parameters);
            final ScoreSettings settings = parameters.settings();
            final RowAppender appender = inputs.appender();
            final ScoreTables tables = new ScoreTables(context);
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final ScanStep scan = ScanStep.of(spec, row);
                final SegmentationScore score = score(row, inputs, settings, part);
                for (final ClassScore lacking : score.oneSided()) {
                    warnings.add(scan.name() + ": " + lacking.name() + " is only in the "
                        + (lacking.inReference() > 0 ? "reference" : "segmentation")
                        + ", so that some of its scores are missing.");
                }
                return tables.add(scan.name(), score);
            }));
            out.setOutData(1, tables.classes());
            out.setOutData(2, tables.confusion());
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static SegmentationScore score(final DataRow row, final Inputs inputs, final ScoreSettings settings,
        final Progress progress) throws IOException {
        return SegmentationScore.of(LabelVolume.of(VolumeColumns.volume(row, inputs.reference)),
            LabelVolume.of(VolumeColumns.volume(row, inputs.segmentation)),
            inputs.mask == NONE ? Optional.empty() : Optional.of(VolumeColumns.volume(row, inputs.mask)), settings,
            new Scoring(ScratchSpace::open, progress));
    }
}
