// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.learning.ModelColumns.StepModel;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
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

/** Segments scans with pixel classifiers. */
public final class PixelClassifierPredictorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Pixel Classifier Predictor") //
        .icon("./pixel-classifier-predictor.png") //
        .shortDescription("Segments the scans of a series with trained pixel classifiers.") //
        .fullDescription("""
            <p>Segments scans with models of the <i>Pixel Classifier Learner</i>: every voxel gets the label of the
            class for which most trees of the random forest vote. The probability of a class is the mean of their votes.
            Scans of any size are worked on block by block, with the same result on any number of processors.</p>
            <p>With several models, of one table or of both inputs, the <b>Steps</b> of each say which scans it is for:
            T0-T2 and T3-T8 as in the paper, where silicon looks different once it is lithiated. A model for * takes all
            steps that no other one is for.</p>
            <p>Grey values are normalised as in training. Voxels must have the size that the model was trained on,
            within 10 %. Voxels whose grey value is not a number become 0.</p>
            <p>The <b>confidence</b> is the probability of the chosen class: where it is low, further labels help
            most.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with its <i>Step</i> and its volume.") //
            .addInputTable("Models", "One row per model, with the <i>Steps</i> it is for. One model is for all.") //
            .addInputPort("More models", "Optional: models of another learner, such as the one for late steps.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Segmented series", "The input with the <i>Phases</i> of every scan (a label volume with "
                + "the names of the classes), the volumes of probabilities that were asked for, and the name of the "
                + "model.") //
            .addOutputTable("Pictures", "What was written: the middle slice of each scan with its phases.")) //
        .model(m -> m //
            .parametersClass(PixelClassifierPredictorNodeParameters.class) //
            .configure(PixelClassifierPredictorNodeFactory::configure) //
            .execute(PixelClassifierPredictorNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Predictor) //
        .keywords("random forest", "ilastik", "Weka", "machine learning", "segmentation", "probability");

    /** Called by KNIME. */
    public PixelClassifierPredictorNodeFactory() {
        super(NODE);
    }

    private static int volumes(final DataTableSpec spec, final PixelClassifierPredictorNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final PixelClassifierPredictorNodeParameters parameters = in.getParameters();
        SegmentedSeries.configure(in, out, volumes(in.getInTableSpec(0), parameters), parameters.wanted());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final PixelClassifierPredictorNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        final BufferedDataTable models = in.getInTable(1);
        final BufferedDataTable more = in.getInTable(2);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final int volumes = volumes(spec, parameters);
            final List<StepModel> read = ModelColumns.read(models, more);
            ModelColumns.requireForAll(read, table, volumes);
            final RowAppender appender = new RowAppender(new int[]{volumes},
                SegmentedScan.columns(parameters.wanted(), ModelColumns.classes(read, parameters.m_probabilities)));
            final Warnings warnings = new Warnings();
            final SegmentedSeries series =
                new SegmentedSeries(new SegmentedScan(parameters.wanted(), context), warnings);
            final ForestSegmentation forests = new ForestSegmentation(read, series);
            final BufferedDataTable segmented = appender.append(table, context, progress.part(0, 0.98),
                (row, part) -> forests.segment(new SegmentedSeries.Scan(ScanStep.of(spec, row), row.getKey(),
                    VolumeColumns.volume(row, volumes)), part));
            out.setOutData(1, PictureTable.write(series.drawings(), parameters.m_pictures, context, progress));
            out.setOutData(0, segmented);
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }
}
