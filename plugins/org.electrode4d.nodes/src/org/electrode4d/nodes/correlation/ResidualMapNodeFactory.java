// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.correlation.ResidualSettings;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
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

    /** Column of the differences with their sign. */
    static final String SIGNED = "Signed residual";

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
            <p>The threshold belongs to the grey scale of the scans: put a <i>Noise Floor</i> before this node, and it
            finds it in the column <tt>Noise threshold [grey value]</tt>; or enter a number. The difference with its
            sign, before absolute value and threshold, tells darker from brighter and comes on demand.</p>
            <p>Voxels whose material comes from outside the reference scan cannot be predicted. They are 0 as if they
            did not differ, also while smoothing, or not a number on demand.</p>
            <p>The defaults (σ = 2 voxels, threshold 5000 of 16-bit grey values) are those of Häusler et al., EES
            Batteries (2026).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Fields", "Pairs with the volumes <i>Reference</i> and <i>Deformed</i> and a deformation "
                + "field.") //
            .addOutputTable("Residuals", "The input with the <i>Residual</i> volume, in the frame of the deformed "
                + "scan, its mean and its 99th percentile, and the signed residual on demand.")) //
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

    private static RowAppender appender(final DataTableSpec spec, final ResidualMapNodeParameters parameters)
        throws InvalidSettingsException {
        final PairCells cells = PairCells.withVolumes(spec, parameters.m_fieldColumn);
        final int threshold = parameters.thresholdColumn(spec);
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(RESIDUAL, VolumeCell.TYPE),
            SeriesColumns.column("Residual, mean [grey value]", DoubleCell.TYPE),
            SeriesColumns.column("Residual, 99th percentile [grey value]", DoubleCell.TYPE)));
        if (parameters.m_signed) {
            columns.add(SeriesColumns.column(SIGNED, VolumeCell.TYPE));
        }
        final IntStream needed = IntStream.concat(Arrays.stream(cells.needed()),
            threshold < 0 ? IntStream.empty() : IntStream.of(threshold));
        return new RowAppender(needed.toArray(), columns.toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, appender(spec, in.getParameters()).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ResidualMapNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final PairCells cells = PairCells.withVolumes(spec, parameters.m_fieldColumn);
            final int threshold = parameters.thresholdColumn(spec);
            final RowAppender appender = appender(spec, parameters);
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final ResidualSettings settings = threshold < 0 ? parameters.settings()
                    : parameters.settings().withThreshold(threshold(row, threshold));
                final ResidualMaps maps = new ResidualMaps(cells.volumes(row), cells.field(row), settings,
                    PairLabel.of(spec, row));
                return parameters.m_signed ? maps.withSigned(context, part) : maps.cells(context, part);
            }));
            final Warnings warnings = new Warnings();
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static double threshold(final DataRow row, final int column) {
        return ((DoubleValue)row.getCell(column)).getDoubleValue();
    }
}
