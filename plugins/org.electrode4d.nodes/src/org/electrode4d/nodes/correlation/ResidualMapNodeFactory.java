// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.List;

import org.electrode4d.correlation.ResidualMap;
import org.electrode4d.correlation.ResidualSettings;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.Statistics;
import org.electrode4d.volume.statistics.VolumeStatistics;
import org.knime.core.data.DataCell;
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

/** Maps what a deformation field does not explain. */
public final class ResidualMapNodeFactory extends DefaultNodeFactory {

    /** Column of the residual maps. */
    static final String RESIDUAL = "Residual";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Residual Map") //
        .icon("./residual-map.png") //
        .shortDescription("Shows where the scans differ although the deformation is taken into account.") //
        .fullDescription("""
            <p>Deforms the reference scan as the deformation field says, and compares the outcome with the deformed
            scan, voxel by voxel:</p>
            <p><i>r</i>(<i>x</i>) = | <i>G</i><sub>σ</sub> * ( <i>deformed</i>(<i>x</i>) -
            <i>reference</i>(<i>X</i>) ) | with <i>x</i> = <i>X</i> + <i>u</i>(<i>X</i>)</p>
            <p>where <i>G</i><sub>σ</sub> is a Gaussian that suppresses noise. What remains is not deformation:
            particles that lithiated and changed their grey value, cracks, pores that opened, or nodes whose
            correlation failed. Values below the noise threshold are set to 0. The unit is that of the grey values.</p>
            <p>The defaults (σ = 2 voxels, threshold 5000 of 16-bit grey values) are those of Häusler et al., EES
            Batteries (2026).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Fields", "Pairs with the volumes <i>Reference</i> and <i>Deformed</i> and a deformation "
                + "field.") //
            .addOutputTable("Residuals", "The input with the <i>Residual</i> volume, in the frame of the deformed "
                + "scan, its mean and its 99th percentile.")) //
        .model(m -> m //
            .parametersClass(ResidualMapNodeParameters.class) //
            .configure(ResidualMapNodeFactory::configure) //
            .execute(ResidualMapNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "difference", "crack", "lithiation", "quality");

    /** Called by KNIME. */
    public ResidualMapNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final PairCells cells) {
        return new RowAppender(cells.needed(), SeriesColumns.column(RESIDUAL, VolumeCell.TYPE),
            SeriesColumns.column("Residual, mean [grey value]", DoubleCell.TYPE),
            SeriesColumns.column("Residual, 99th percentile [grey value]", DoubleCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ResidualMapNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, appender(PairCells.withVolumes(spec, parameters.m_fieldColumn)).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ResidualMapNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final ResidualSettings settings = parameters.settings();
            final DataTableSpec spec = table.getDataTableSpec();
            final PairCells cells = PairCells.withVolumes(spec, parameters.m_fieldColumn);
            final RowAppender appender = appender(cells);
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final String name = "Residual " + PairLabel.of(spec, row);
                final Volume residual = new VolumeDisplay("grey value", false)
                    .on(residual(cells, row, settings, part).withName(name));
                final VolumeCell cell = VolumeStorage.store(residual, context, part.part(0.1, 0.9));
                return cells(cell, part.part(0.9, 1));
            }));
            final Warnings warnings = new Warnings();
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static Volume residual(final PairCells cells, final DataRow row, final ResidualSettings settings,
        final Progress progress) throws IOException {
        return ResidualMap.of(cells.volumes(row), cells.field(row), settings, progress.part(0, 0.1));
    }

    private static List<DataCell> cells(final VolumeCell cell, final Progress progress) throws IOException {
        final Statistics statistics = VolumeStatistics.of(cell.getVolume(), progress);
        return List.of(cell, new DoubleCell(statistics.mean()), new DoubleCell(statistics.quantile(0.99)));
    }
}
