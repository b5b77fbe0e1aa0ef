// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.List;
import java.util.Optional;

import org.electrode4d.correlation.NoiseFloor;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
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

/** Measures on a double scan what residual maps have to take for noise. */
public final class NoiseFloorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Noise Floor") //
        .icon("./noise-floor.png") //
        .shortDescription("Measures the noise threshold of residual maps on two scans of the same state.") //
        .fullDescription("""
            <p>Two scans of the same state differ by noise alone, and by what the correlation leaves. This node deforms
            the first onto the second, as the <i>Residual Map</i> does:</p>
            <p><i>d</i>(<i>x</i>) = <i>G</i><sub>σ</sub> * ( <i>second</i>(<i>x</i>) - <i>first</i>(<i>X</i>) ) with
            <i>x</i> = <i>X</i> + <i>u</i>(<i>X</i>)</p>
            <p>and looks how |<i>d</i>| is distributed over the voxels. Its percentile is the threshold below which a
            residual map of the series shows nothing but noise. Smoothing, interpolation and matching of the grey values
            must be those of the residual maps, and the field must be measured like those of the series.</p>
            <p>The threshold goes into a column <tt>Noise threshold [grey value]</tt> of every row of the fields, where
            the <i>Residual Map</i> finds it. The second output describes the noise: percentiles of |<i>d</i>|; mean,
            standard deviation and robust standard deviation (1.4826 times the median absolute deviation) of <i>d</i>;
            the noise of one scan, which is the standard deviation of the difference before smoothing, divided by √2 (a
            little low, because interpolation smooths too). Voxels at the faces of the volume, as far as the Gaussian
            reaches, do not count.</p>
            <p>A warning appears where the scans do not look like two of one state: a ZNCC below 0.8, a mean difference
            above the noise, or more than 0.1 % of the voxels beyond five robust standard deviations.</p>
            <p>This is the procedure of Häusler et al., EES Batteries (2026), Fig. S19, who found 5000 grey values for
            their scans T8 and T9; they do not say which percentile that was.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Double scan", "Pairs with the volumes <i>Reference</i> and <i>Deformed</i> and a "
                + "deformation field; one row of them is the double scan.") //
            .addInputPort("Fields", "Optional: the table whose rows get the threshold, such as the composed fields. "
                + "Without it, the first table gets it.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Fields with threshold", "The fields with the column <i>Noise threshold [grey "
                + "value]</i>.") //
            .addOutputTable("Noise", "One row that describes the noise, in grey values.")) //
        .model(m -> m //
            .parametersClass(NoiseFloorNodeParameters.class) //
            .configure(NoiseFloorNodeFactory::configure) //
            .execute(NoiseFloorNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "residual", "threshold", "double scan", "repeat scan", "noise");

    /** Called by KNIME. */
    public NoiseFloorNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender() {
        return new RowAppender(new int[0], SeriesColumns.column(PairColumns.NOISE_THRESHOLD, DoubleCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        DoubleScan.check(spec, in.getParameters());
        out.setOutSpecs(appender().spec(in.getInTableSpec(1) == null ? spec : in.getInTableSpec(1)),
            NoiseFloorRow.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final NoiseFloorNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final Warnings warnings = new Warnings();
            final Optional<DoubleScan> scan = DoubleScan.find(in.getInTable(0), parameters);
            final BufferedDataContainer container = context.createDataContainer(NoiseFloorRow.spec());
            double threshold = Double.NaN;
            if (scan.isEmpty()) {
                warnings.add("There is no pair of scans to measure the noise on.");
            } else if (scan.get().isIncomplete()) {
                warnings.add(RowAppender.warning(List.of(scan.get().row().getKey().getString())));
            } else {
                final NoiseFloor floor = scan.get().measure(parameters, progress);
                floor.doubts().forEach(doubt -> warnings.add(scan.get().pair() + " may not be two scans of one state: "
                    + doubt + "."));
                threshold = floor.threshold(parameters.m_percentile);
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(0L),
                    NoiseFloorRow.cells(scan.get().pair(), floor, parameters.m_percentile)));
            }
            container.close();
            final BufferedDataTable fields = in.getInTable(1) == null ? in.getInTable(0) : in.getInTable(1);
            final double found = threshold;
            out.setOutData(0, appender().append(fields, context, progress, (row, part) ->
                List.of(Cells.number(found))));
            out.setOutData(1, container.getTable());
            warnings.show(out);
        });
    }
}
