// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.io.IOException;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.preparation.GreyDistribution;
import org.electrode4d.volume.preparation.HistogramEqualisation;
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

/** Spreads grey values so that each is as frequent as any other. */
public final class EqualiserNodeFactory extends DefaultNodeFactory {

    /** Column of the new volumes. */
    static final String EQUALISED = "Equalised";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Histogram Equaliser") //
        .icon("./histogram-equaliser.png") //
        .shortDescription("Spreads the grey values of tomograms evenly.") //
        .fullDescription("""
            <p>Each grey value becomes the part of the voxels that is not brighter, from 0 to 1:</p>
            <p><i>g'</i> = CDF(<i>g</i>) = (number of voxels with a value of at most <i>g</i>) / (number of voxels)</p>
            <p>Afterwards every value is as frequent as any other, which shows faint contrast, and brings scans of
            different brightness close to each other before a segmentation by a trained network. It does not keep the
            relation between grey value and density: do not compare densities afterwards, and do not equalise scans
            whose phases have different shares, because the same phase becomes another grey value then. <i>Grey
            Matching</i> keeps both.</p>
            <p>The same as <tt>equalize_hist</tt> of scikit-image: integers have one bin per value; floating-point
            volumes have 256 bins, and the CDF is linear between their middles. Voxels that are not a number take no
            part.</p>
            <p>With the histogram of each slice along z, slices of a drifting scan become alike, and slices of different
            content, too. With the histogram inside a mask, what is outside of the electrode does not count.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with a column of volumes.") //
            .addOutputTable("Equalised", "The input with the new volumes in the column <i>Equalised</i>.")) //
        .model(m -> m //
            .parametersClass(EqualiserNodeParameters.class) //
            .configure(EqualiserNodeFactory::configure) //
            .execute(EqualiserNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("equalize_hist", "contrast", "CDF", "brightness", "normalise");

    /** Called by KNIME. */
    public EqualiserNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final EqualiserNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    /** Index of the column of masks; -1 where there is none. */
    private static int mask(final DataTableSpec spec, final EqualiserNodeParameters parameters)
        throws InvalidSettingsException {
        return parameters.m_scope == EqualisationScope.MASK
            ? Columns.find(spec, parameters.m_maskColumn, VolumeValue.class, "masks") : -1;
    }

    private static CleanedColumns columns(final DataTableSpec spec, final EqualiserNodeParameters parameters)
        throws InvalidSettingsException {
        final int column = column(spec, parameters);
        final int mask = mask(spec, parameters);
        return new CleanedColumns(new int[]{column}, List.of(EQUALISED), parameters.m_replace,
            mask < 0 ? new int[]{column} : new int[]{column, mask});
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, columns(spec, in.getParameters()).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final EqualiserNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final int column = column(spec, parameters);
            final int mask = mask(spec, parameters);
            final CleanedColumns columns = columns(spec, parameters);
            final Warnings warnings = new Warnings();
            final Equaliser equaliser = new Equaliser(parameters, context, warnings);
            out.setOutData(0, columns.table(table, context, progress, (row, part) -> {
                final Volume volume = VolumeColumns.volume(row, column);
                return List.of(parameters.m_scope == EqualisationScope.SLICES ? equaliser.slices(volume, part)
                    : equaliser.whole(volume, mask < 0 ? null : VolumeColumns.volume(row, mask), part));
            }));
            warnings.add(columns.warning());
            warnings.show(out);
        });
    }

    /** Equalises the volumes of a table. */
    private record Equaliser(EqualiserNodeParameters parameters, ExecutionContext context, Warnings warnings) {

        DataCell whole(final Volume volume, final Volume mask, final Progress progress) throws IOException {
            final GreyDistribution distribution =
                GreyDistribution.of(volume, mask, parameters.m_bins, progress.part(0, 0.4));
            if (distribution.isConstant()) {
                warnings.add(volume.name() + " has one single grey value, so there is nothing to spread.");
            }
            return VolumeStorage.store(HistogramEqualisation.of(volume, distribution, parameters.m_output.type),
                context, progress.part(0.4, 1));
        }

        DataCell slices(final Volume volume, final Progress progress) throws IOException {
            try (ScratchSpace space = ScratchSpace.open()) {
                return VolumeStorage.store(HistogramEqualisation.slices(volume, parameters.m_bins,
                    parameters.m_output.type, space, progress.part(0, 0.4)), context, progress.part(0.4, 1));
            }
        }
    }
}
