// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.learning.data.LabelledSlices;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.volume.Progress;
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

/** Trains U-Nets. */
public final class UNetLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = node(EngineStart.TRAINING);

    /** Called by KNIME. */
    public UNetLearnerNodeFactory() {
        super(NODE);
    }

    /** With an engine of one's own. */
    UNetLearnerNodeFactory(final EngineStart engines) {
        super(node(engines));
    }

    private static DefaultNode node(final EngineStart engines) {
        return DefaultNode.create() //
            .name("U-Net Learner") //
            .icon("./u-net-learner.png") //
            .shortDescription("Trains the attention residual U-Net of the paper on a few labelled slices.") //
            .fullDescription("""
                <p>Trains a neural network to tell the phases of an electrode apart, from slices in which somebody
                painted a few labels. It is the attention residual U-Net of Häusler et al. 2026: it halves the image
                four times and doubles it again, with attention gates at the connections between equal sizes, so that it
                sees both the surroundings of a pixel and its fine detail. A dozen labelled slices are enough for a
                usable model.</p>
                <p>Labels may be <b>sparse</b>: what is not labelled does not count. Some slices are kept out of
                training for <b>validation</b>; the score there,</p>
                <p>Dice = 2 |A ∩ B| / (|A| + |B|)</p>
                <p>of each class (A as labelled, B as found), tells how well the model does, and the parameters of the
                best epoch are kept. A slice is in one of both parts as a whole. Where the model is for other scans,
                validate <i>by scan</i>.</p>
                <p>Look at the <b>learning curve</b>: the loss of training and validation should fall together. If that
                of validation rises while that of training falls, the network learns its images by heart: label more
                slices. Look at the overlays: they show validation slices, what was labelled, what the model found, and
                where both differ.</p>
                <p>The engine (PyTorch or Deeplearning4j, which are features of their own) runs in a process of its own.
                Cancel ends it at once. With a <b>checkpoint folder</b> a training that was interrupted goes on where it
                was.</p>
                <p>With a model at the second input, training goes on from it, with its network, its classes and its
                grey values: for scans that differ a little from those it was trained on.</p>
                <p>Häusler et al. 2026, supplement, Note 4; Ronneberger et al., MICCAI 2015; Oktay et al., MIDL
                2018.</p>
                """) //
            .sinceVersion(5, 9, 0) //
            .ports(p -> p //
                .addInputTable("Labelled scans", "One row per scan with its volume and its labels, such as those of "
                    + "the Label Reader.") //
                .addInputPort("Model", "Optional: a table with one U-Net to go on from.",
                    BufferedDataTable.TYPE_OPTIONAL) //
                .addOutputTable("Models", "One row: name, kind, the <i>Steps</i> it is for, classes, voxel size, "
                    + "validation Dice, what it was trained on, and the <i>Model</i>.") //
                .addOutputTable("Learning curve", "One row per epoch: steps, loss, validation loss, validation Dice of "
                    + "each class, learning rate, time, and whether it was kept.") //
                .addOutputTable("Pictures", "What was written: learning curves, and overlays of validation slices.")) //
            .model(m -> m //
                .parametersClass(UNetLearnerNodeParameters.class) //
                .configure(UNetLearnerNodeFactory::configure) //
                .execute((in, out) -> execute(in, out, engines))) //
            .nodeType(NodeFactory.NodeType.Learner) //
            .keywords("deep learning", "neural network", "segmentation", "training", "attention", "PyTorch",
                "Deeplearning4j", "Dice");
    }

    private static LabelledScans.Columned columns(final DataTableSpec spec,
        final UNetLearnerNodeParameters parameters) throws InvalidSettingsException {
        return LabelledScans.Columned.of(spec, parameters.m_volumeColumn, parameters.m_labelColumn);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final UNetLearnerNodeParameters parameters = in.getParameters();
        columns(in.getInTableSpec(0), parameters);
        if (in.getInTableSpec(1) != null) {
            ModelColumns.find(in.getInTableSpec(1));
        }
        out.setOutSpec(0, ModelTable.spec());
        out.setOutSpec(1, parameters.m_classes.isBlank() ? null
            : LearningCurve.spec(parameters.classes().names()));
        out.setOutSpec(2, PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out, final EngineStart engines)
        throws CanceledExecutionException, KNIMEException {
        final UNetLearnerNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        final BufferedDataTable models = in.getInTable(1);
        NodeExecution.run(context, progress -> {
            final Warnings warnings = new Warnings();
            final LabelledScans scans = LabelledScans.of(table, columns(table.getDataTableSpec(), parameters),
                progress.part(0, 0.01), warnings);
            final Learned learned = scans.isEmpty() ? Learned.NOTHING
                : learn(new UNetTraining(parameters, scans, start(models), warnings), parameters, engines,
                    progress.part(0.01, 0.99));
            final ModelTable trained = new ModelTable(context);
            for (final NetworkModel model : learned.models) {
                trained.add(model.toFile(), parameters.m_steps, progress.part(0.99, 1));
            }
            final BufferedDataTable pictures =
                PictureTable.write(learned.drawings, parameters.m_pictures, context, progress);
            out.setOutData(0, trained.close());
            out.setOutData(1, curve(learned, parameters, context));
            out.setOutData(2, pictures);
            warnings.show(out);
        });
    }

    private static Optional<NetworkModel> start(final BufferedDataTable models)
        throws IOException, KNIMEException, InvalidSettingsException {
        return models == null ? Optional.empty() : Optional.of(ModelColumns.single(models));
    }

    /** A model and its pictures; no model where nothing was labelled. */
    private record Learned(List<NetworkModel> models, List<PictureTable.Drawing> drawings) {
        private static final Learned NOTHING = new Learned(List.of(), List.of());
    }

    private static Learned learn(final UNetTraining training, final UNetLearnerNodeParameters parameters,
        final EngineStart engines, final Progress progress) throws IOException, KNIMEException {
        final LabelledSlices slices = training.slices(progress.part(0, 0.02));
        progress.report(0.02, "Starting the engine");
        try (EngineStart.Running running = engines.start(parameters.m_engine, progress)) {
            final UNetTraining.Result result = training.train(slices, running.engine(),
                parameters.m_pictures.isWanted(), progress.part(0.02, 1));
            final List<PictureTable.Drawing> drawings =
                new ArrayList<>(LearningCurve.of(result.model().description()).drawings());
            drawings.addAll(result.overlays());
            return new Learned(List.of(result.model()), drawings);
        }
    }

    private static BufferedDataTable curve(final Learned learned, final UNetLearnerNodeParameters parameters,
        final ExecutionContext context) {
        final List<String> classes = learned.models.isEmpty()
            ? parameters.m_classes.isBlank() ? List.of() : parameters.classes().names()
            : learned.models.get(0).description().classes().names();
        final RowTable curve = new RowTable(LearningCurve.spec(classes), context);
        learned.models.forEach(model -> LearningCurve.of(model.description()).rows().forEach(curve::add));
        return curve.close();
    }
}
