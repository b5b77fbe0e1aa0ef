// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanNames;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.LongCell;
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

/** Measures the thickness of electrodes. */
public final class ElectrodeThicknessNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Electrode Thickness") //
        .icon("./electrode-thickness.png") //
        .shortDescription("Thickness of the electrode in every column of voxels, its expansion, and the roughness of "
            + "its surfaces.") //
        .fullDescription("""
            <p>Measures how thick the electrode is at every place (<i>x</i>, <i>y</i>), along <i>z</i>:</p>
            <p><i>t</i> = (last - first + 1) d<i>z</i>, or <i>t</i> = <i>n</i> d<i>z</i></p>
            <p>with the first and the last voxel of the electrode in the column, or the number <i>n</i> of its voxels
            there, which is the thickness of the solid without pores. Papers do not say which of the two they mean; the
            first is what a micrometer screw feels. Columns without electrode take no part, and are counted.</p>
            <p>The expansion of every step is that of its mean thickness against the first step, in percent: Häusler et
            al., EES Batteries (2026), saw a mean of 20.7 ± 0.7 µm before lithiation grow, Fig. 2 c. SD is the scatter
            over the columns, not the uncertainty of the mean.</p>
            <p>The roughness of the surfaces at small <i>z</i> (top) and at large <i>z</i> (bottom) is given as in ISO
            25178-2, after a plane was subtracted: <i>Sa</i> (mean magnitude), <i>Sq</i> (root mean square) and
            <i>Sz</i> (highest peak to deepest valley). Steps of voxels count as roughness of up to a third of a
            voxel.</p>
            <p>Tell which labels are electrode. In <i>Phases</i> of <i>Threshold</i> and <i>Multistage Threshold</i> the
            darkest phase, the pore, is 1 and not 0; if it counts as electrode, every column is as thick as the volume
            is high, and a warning tells.</p>
            <p>Stray voxels in the separator make an electrode thick: leave out short runs, or take the largest piece of
            every column.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan with volumes of labels or masks, the reference first.") //
            .addOutputTable("Thickness", "The input with the <i>Thickness map</i> (µm, one voxel high, not a number "
                + "where there is no electrode), the number of columns with and without electrode, mean, SD, minimum, "
                + "median and maximum of the thickness in µm, the <i>Expansion [%]</i> against the first row, and the "
                + "roughness of both surfaces in µm.") //
            .addOutputTable("Pictures", "Paths of the pictures: mean ± SD over the steps, and the maps.")) //
        .model(m -> m //
            .parametersClass(ElectrodeThicknessNodeParameters.class) //
            .configure(ElectrodeThicknessNodeFactory::configure) //
            .execute(ElectrodeThicknessNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("thickness", "expansion", "swelling", "roughness", "Sa", "Sq", "Sz", "ISO 25178", "electrode");

    /** Called by KNIME. */
    public ElectrodeThicknessNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final ElectrodeThicknessNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_phaseColumn, VolumeValue.class, "volumes");
    }

    private static RowAppender appender(final int column) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column("Thickness map", VolumeCell.TYPE), SeriesColumns.column("Columns", LongCell.TYPE),
            SeriesColumns.column("Columns without electrode", LongCell.TYPE)));
        columns.addAll(Arrays.asList(Cells.columns(ThicknessSeries.numbers())));
        return new RowAppender(new int[]{column}, columns.toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(appender(column(spec, in.getParameters())).spec(spec), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ElectrodeThicknessNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final int column = column(spec, parameters);
            final RowAppender appender = appender(column);
            final Warnings warnings = new Warnings();
            final ThicknessSeries series = new ThicknessSeries(parameters.settings(), context, warnings);
            final ScanNames names = new ScanNames();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final ScanStep scan = ScanStep.of(spec, row);
                return series.add(scan, names.of(scan, row.getKey()), VolumeColumns.volume(row, column), part);
            }));
            out.setOutData(1, PictureTable.write(series.drawings(), parameters.m_pictures, context,
                progress));
            warnings.add(appender.warning());
            for (final DataRow first : table) {
                warnings.add(series.warning(ScanStep.of(spec, first)));
                break;
            }
            warnings.show(out);
        });
    }
}
