// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
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
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.knime.core.data.DataCell;
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

/** Segments scans with trained networks. */
public final class UNetPredictorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = node(EngineStart.PREDICTION);

    /** Called by KNIME. */
    public UNetPredictorNodeFactory() {
        super(NODE);
    }

    /** With an engine of one's own. */
    UNetPredictorNodeFactory(final EngineStart engines) {
        super(node(engines));
    }

    private static DefaultNode node(final EngineStart engines) {
        return DefaultNode.create() //
            .name("U-Net Predictor") //
            .icon("./u-net-predictor.png") //
            .shortDescription("Segments the scans of a series with trained networks.") //
            .fullDescription("""
                <p>Segments scans with models of the <i>U-Net Learner</i>, or with networks that the <i>Model Reader</i>
                read: every voxel gets the label of the class that is most probable. Scans of any size go through the
                network slice by slice and tile by tile; tiles blend into each other, so that no seams show.</p>
                <p>With several models, of one table or of both inputs, the <b>Steps</b> of each say which scans it is
                for: T0-T2 and T3-T8 as in the paper, where silicon looks different once it is lithiated. A model for *
                takes all steps that no other one is for.</p>
                <p>Grey values are normalised as in training. Voxels must have the size that the model knows, within a
                tenth of it; otherwise the node stops, or <b>Rescale</b> interpolates the scan. Voxels whose grey value
                is not a number become 0.</p>
                <p>With <b>three directions</b> of slices, the probabilities of each voxel are averaged. The
                <b>confidence</b> is the probability of the chosen class: slices where it is low are the ones to label
                next.</p>
                <p>The engine (ONNX Runtime, PyTorch or Deeplearning4j, which are features of their own) runs in a
                process of its own. If it crashes or the node is cancelled, nothing is put out.</p>
                """) //
            .sinceVersion(5, 9, 0) //
            .ports(p -> p //
                .addInputTable("Series", "One row per scan, with its <i>Step</i> and its volume.") //
                .addInputTable("Models", "One row per model, with the <i>Steps</i> it is for.") //
                .addInputPort("More models", "Optional: models of another learner, such as the one for late steps.",
                    BufferedDataTable.TYPE_OPTIONAL) //
                .addOutputTable("Segmented series", "The input with the <i>Phases</i> of every scan (a label volume "
                    + "with the names of the classes), the volumes of probabilities that were asked for, and the name "
                    + "of the model.") //
                .addOutputTable("Pictures", "What was written: the middle slice of each scan with its phases.")) //
            .model(m -> m //
                .parametersClass(UNetPredictorNodeParameters.class) //
                .configure(UNetPredictorNodeFactory::configure) //
                .execute((in, out) -> execute(in, out, engines))) //
            .nodeType(NodeFactory.NodeType.Predictor) //
            .keywords("deep learning", "neural network", "segmentation", "ONNX", "inference", "attention",
                "probability");
    }

    private static int volumes(final DataTableSpec spec, final UNetPredictorNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final UNetPredictorNodeParameters parameters = in.getParameters();
        SegmentedSeries.configure(in, out, volumes(in.getInTableSpec(0), parameters), parameters.wanted());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out, final EngineStart engines)
        throws CanceledExecutionException, KNIMEException {
        final UNetPredictorNodeParameters parameters = in.getParameters();
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
            try (NetworkSegmentation networks = new NetworkSegmentation(parameters, read, engines, progress)) {
                final BufferedDataTable segmented = appender.append(table, context, progress.part(0, 0.98),
                    (row, part) -> segment(networks, new SegmentedSeries.Scan(ScanStep.of(spec, row), row.getKey(),
                        VolumeColumns.volume(row, volumes)), series, part));
                out.setOutData(1, PictureTable.write(series.drawings(), parameters.m_pictures, context, progress));
                out.setOutData(0, segmented);
            }
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static List<DataCell> segment(final NetworkSegmentation networks, final SegmentedSeries.Scan scan,
        final SegmentedSeries series, final Progress progress) throws IOException, KNIMEException {
        final String step = scan.step().name();
        final int model = networks.choose(step);
        final String name = networks.model(model).description().name();
        progress.report(0, "Segmenting " + step + " with " + name);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return series.add(scan, networks.predict(model, scan.volume(), scratch, progress.part(0, 0.9)), name,
                progress.part(0.9, 1));
        }
    }
}
