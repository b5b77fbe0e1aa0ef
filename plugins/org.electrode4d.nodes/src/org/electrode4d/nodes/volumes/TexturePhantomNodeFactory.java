// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;

import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.phantom.PhantomSettings;
import org.electrode4d.phantom.TexturePhantom;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
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

/** Renders two states of a textured solid whose displacement is known exactly. */
public final class TexturePhantomNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Texture Phantom") //
        .icon("./texture-phantom.png") //
        .shortDescription("Makes two tomograms of a sample whose deformation is known exactly.") //
        .fullDescription("""
            <p>A digital twin of a deformation experiment: two volumes of the same sample, before (T0) and after (T1) a
            known motion, and the true deformation beside them. Use it to see what a correlation can measure, and with
            what error, before you trust it with your own scans.</p>
            <p>A material point at <i>X</i> in T0 is at <i>x</i>(<i>X</i>) in T1. For the homogeneous motion
            <i>x</i> = <i>c</i> + <i>t</i> + <i>R</i> <i>U</i> (<i>X</i> - <i>c</i>) with the centre <i>c</i> of the
            volume, the shift <i>t</i>, the rotation <i>R</i> and the stretch <i>U</i>. Both volumes are computed from
            formulas; no image is interpolated.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Series", "Two rows, T0 and T1, with the <i>Volume</i> of each (16 bit).") //
            .addOutputTable("Truth", "One row for the pair: the <i>True field</i>, displacement and deformation "
                + "gradient exactly at every node of a grid.")) //
        .model(m -> m //
            .parametersClass(TexturePhantomNodeParameters.class) //
            .configure(TexturePhantomNodeFactory::configure) //
            .execute(TexturePhantomNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("simulation", "ground truth", "digital twin", "synthetic", "DVC", "benchmark");

    /** Called by KNIME. */
    public TexturePhantomNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) {
        out.setOutSpecs(SeriesColumns.spec(), TruthTable.SPEC);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final TexturePhantomNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            out.setOutData(0, series(parameters, context, progress));
            out.setOutData(1, truth(parameters, context, progress));
        });
    }

    private static BufferedDataTable series(final TexturePhantomNodeParameters parameters,
        final ExecutionContext context, final Progress progress) throws IOException, InvalidSettingsException {
        final PhantomSettings settings = parameters.settings();
        final TexturePhantom phantom = TexturePhantom.of(settings, progress.part(0, 0.1));
        final SeriesTable series = new SeriesTable(context);
        add(series, phantom.reference(), context, progress.part(0.1, 0.55));
        add(series, phantom.deformed(parameters.motion(settings.shape())), context, progress.part(0.55, 1));
        return series.close();
    }

    private static void add(final SeriesTable series, final Volume volume, final ExecutionContext context,
        final Progress progress) throws IOException {
        progress.report(0, "Rendering " + volume.name());
        series.add(ScanSource.of(""), volume, VolumeStorage.store(volume, context, progress));
    }

    private static BufferedDataTable truth(final TexturePhantomNodeParameters parameters,
        final ExecutionContext context, final Progress progress) throws IOException, InvalidSettingsException {
        final PhantomSettings settings = parameters.settings();
        final TruthTable truth = new TruthTable(parameters.grid(settings.shape()), settings.voxelSize(), context);
        truth.add(0, 1, parameters.motion(settings.shape()), progress);
        return truth.close();
    }
}
