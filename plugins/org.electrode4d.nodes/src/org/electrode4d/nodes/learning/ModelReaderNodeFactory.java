// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.execution.FolderNames;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.NodeFailure;
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

/** Reads trained models. */
public final class ModelReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Model Reader") //
        .icon("./model-reader.png") //
        .shortDescription("Reads trained segmentation models: of Electrode4D, ONNX, and weights of Keras.") //
        .fullDescription("""
            <p>Reads models that segment scans into a table, one row per model. Known are</p>
            <ul>
            <li><b>models of Electrode4D</b> (.e4dmodel), U-Nets and pixel classifiers, as the <i>Model Writer</i>
            writes them. They hold all that is needed: classes, normalisation, voxel size;</li>
            <li><b>ONNX networks</b> (.onnx) with one image at the input and one at the output, as PyTorch, Keras and
            others export them;</li>
            <li><b>weights of Keras</b> (.h5) of the attention residual U-Net of the paper, which are copied layer by
            layer into the same network.</li>
            </ul>
            <p>What files of other programs do not say has to be entered: the classes in the order of the outputs, what
            was done to grey values before training, and the size of the voxels. A network that sees other grey values
            or other voxels than in training finds nothing, and does not tell.</p>
            <p>With <b>Steps</b>, early and late scans of a series are segmented by models of their own, as in the
            paper (T0-T2 and T3-T8).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Models", "One row per model: name, kind, the <i>Steps</i> it is for, classes, voxel size, "
                + "validation Dice, what it was trained on, and the <i>Model</i>.")) //
        .model(m -> m //
            .parametersClass(ModelReaderNodeParameters.class) //
            .configure(ModelReaderNodeFactory::configure) //
            .execute(ModelReaderNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("ONNX", "Keras", "HDF5", "PyTorch", "U-Net", "weights", "load", "import");

    /** Called by KNIME. */
    public ModelReaderNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ModelReaderNodeParameters parameters = in.getParameters();
        switch (parameters.m_location) {
            case ONE_MODEL -> requirePath(parameters.m_path, "Model");
            case TWO_MODELS -> {
                requirePath(parameters.m_path, "Model");
                requirePath(parameters.m_secondPath, "Second model");
            }
            case FOLDER -> requirePath(parameters.m_folder, "Folder");
        }
        out.setOutSpec(0, ModelTable.spec());
    }

    private static void requirePath(final String path, final String title) throws InvalidSettingsException {
        if (path.isBlank()) {
            throw new InvalidSettingsException("Enter the path of the data in '" + title + "'.");
        }
    }

    /** A file and the steps that its model is for. */
    private record Source(String location, String steps) {
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ModelReaderNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final List<Source> sources = sources(parameters);
            final ModelTable table = new ModelTable(context);
            for (int i = 0; i < sources.size(); i++) {
                progress.check();
                final Source source = sources.get(i);
                progress.report(i / (double)sources.size(), "Reading " + source.location);
                final ModelFile model = ForeignModels.read(DataPath.resolve(source.location), parameters);
                table.add(model, source.steps, progress);
            }
            out.setOutData(0, table.close());
        });
    }

    private static List<Source> sources(final ModelReaderNodeParameters parameters)
        throws IOException, KNIMEException {
        return switch (parameters.m_location) {
            case ONE_MODEL -> List.of(new Source(parameters.m_path, parameters.m_steps));
            case TWO_MODELS -> List.of(new Source(parameters.m_path, parameters.m_steps),
                new Source(parameters.m_secondPath, parameters.m_secondSteps));
            case FOLDER -> ofFolder(parameters);
        };
    }

    private static List<Source> ofFolder(final ModelReaderNodeParameters parameters)
        throws IOException, KNIMEException {
        final List<String> names = FolderNames.matching(parameters.m_folder, parameters.m_namePattern, "model");
        final List<String> steps = parameters.folderSteps();
        if (!steps.isEmpty() && steps.size() != names.size()) {
            throw NodeFailure.of("'Steps of the models' has " + steps.size() + " entries, but there are "
                + names.size() + " models: " + String.join(", ", names) + ".",
                "Write the steps of all of them, with semicolons between them, or change 'Name pattern'.");
        }
        final List<Source> sources = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sources.add(new Source(DataPath.child(parameters.m_folder, names.get(i)),
                steps.isEmpty() ? "" : steps.get(i)));
        }
        return sources;
    }
}
