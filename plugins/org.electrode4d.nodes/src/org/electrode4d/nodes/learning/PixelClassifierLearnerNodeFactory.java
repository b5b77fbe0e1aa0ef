// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
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

/** Trains pixel classifiers. */
public final class PixelClassifierLearnerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Pixel Classifier Learner") //
        .icon("./pixel-classifier-learner.png") //
        .shortDescription("Learns to tell phases apart from a few painted labels, in seconds: a random forest.") //
        .fullDescription("""
            <p>Paint a few strokes of each phase in a few slices, and train: the way of ilastik. A pixel classifier
            looks at the surroundings of every labelled voxel at several scales and grows a <b>random forest</b> that
            tells the classes apart. That takes seconds to minutes, needs no engine, and is often all that a segmentation
            needs; where phases differ by shape more than by grey value and texture, the <i>U-Net Learner</i> does better.</p>
            <p><b>Features</b> of a voxel, with the grey values <i>f</i> smoothed by a Gaussian of standard deviation
            <i>σ</i>:</p>
            <ul>
            <li>the smoothed value itself, <i>G</i> * <i>f</i>;</li>
            <li>gradient magnitude <i>σ</i> |∇(<i>G</i> * <i>f</i>)| (edges) and Laplacian <i>σ</i>² Δ(<i>G</i> *
            <i>f</i>) (spots);</li>
            <li>eigenvalues of the Hessian, <i>σ</i>² ∂²(<i>G</i> * <i>f</i>) / ∂<i>x</i><sub>i</sub>
            ∂<i>x</i><sub>j</sub> (blobs, fibres, plates);</li>
            <li>eigenvalues of the structure tensor, <i>G</i>(<i>σ</i>/2) * (<i>σ</i>² ∂<sub>i</sub><i>f</i>
            ∂<sub>j</sub><i>f</i>) (texture).</li>
            </ul>
            <p>Labels are <b>sparse</b>: voxels with the label 0 (or another one) were not looked at and do not
            count.</p>
            <p>Every tree is grown on a random draw of the labelled voxels. The <b>out-of-bag error</b> is that of each
            labelled voxel judged by the trees that have not seen it. Neighbouring voxels are alike, so for voxels of
            one stroke it is too small: to know how good a segmentation is, label another slice and use the
            <i>Segmentation Scorer</i>. The <b>importance</b> of a feature is its part in what the splits of all trees
            achieve; features that say the same share it.</p>
            <p>Breiman, Machine Learning 45, 5 (2001); Berg et al., Nature Methods 16, 1226 (2019).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Labelled scans", "One row per scan with its volume and its labels, such as those of the "
                + "Label Reader.") //
            .addOutputTable("Models", "One row: name, kind, the <i>Steps</i> it is for, classes, voxel size, what it "
                + "was trained on, and the <i>Model</i>.") //
            .addOutputTable("Classes", "One row per class, and one for all: labelled and drawn voxels, and out-of-bag "
                + "error and Dice.") //
            .addOutputTable("Confusion", "One row per pair of classes: how many drawn voxels of a class the trees that "
                + "have not seen them give which class.") //
            .addOutputTable("Importance", "One row per feature: its part in what all splits achieve.") //
            .addOutputTable("Pictures", "What was written: the importance of features, and the slice of each scan with "
                + "the most labels beside what the classifier makes of it.")) //
        .model(m -> m //
            .parametersClass(PixelClassifierLearnerNodeParameters.class) //
            .configure(PixelClassifierLearnerNodeFactory::configure) //
            .execute(PixelClassifierLearnerNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Learner) //
        .keywords("random forest", "ilastik", "Weka", "machine learning", "segmentation", "training", "features",
            "texture");

    /** Called by KNIME. */
    public PixelClassifierLearnerNodeFactory() {
        super(NODE);
    }

    private static LabelledScans.Columned columns(final DataTableSpec spec,
        final PixelClassifierLearnerNodeParameters parameters) throws InvalidSettingsException {
        return LabelledScans.Columned.of(spec, parameters.m_volumeColumn, parameters.m_labelColumn,
            ModelTable.steps(parameters.m_steps));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        columns(in.getInTableSpec(0), in.getParameters());
        out.setOutSpecs(ModelTable.spec(), PixelTables.classSpec(), PixelTables.confusionSpec(),
            PixelTables.importanceSpec(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final PixelClassifierLearnerNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final Warnings warnings = new Warnings();
            final LabelledScans scans = LabelledScans.of(table, columns(table.getDataTableSpec(), parameters),
                progress.part(0, 0.01), warnings);
            final ModelTable models = new ModelTable(context);
            final PixelTables tables = new PixelTables(context);
            final List<PictureTable.Drawing> drawings = new ArrayList<>();
            if (!scans.isEmpty()) {
                final PixelTraining training = PixelTraining.of(scans, parameters, warnings, progress.part(0.01, 0.9));
                models.add(training.model().toFile(), parameters.m_steps, progress.part(0.9, 0.92));
                tables.add(training);
                if (parameters.m_pictures.isWanted()) {
                    drawings.addAll(new PixelPictures(training).drawings(progress.part(0.92, 1)));
                }
            }
            final BufferedDataTable pictures = PictureTable.write(drawings, parameters.m_pictures, context, progress);
            out.setOutData(0, models.close());
            out.setOutData(1, tables.classes());
            out.setOutData(2, tables.confusion());
            out.setOutData(3, tables.importance());
            out.setOutData(4, pictures);
            warnings.show(out);
        });
    }
}
