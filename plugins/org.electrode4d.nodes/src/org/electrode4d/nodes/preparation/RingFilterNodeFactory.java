// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.preparation.RingFilter;
import org.electrode4d.volume.preparation.RingSettings;
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

/** Removes the rings of uneven detector pixels. */
public final class RingFilterNodeFactory extends DefaultNodeFactory {

    /** Column of the volumes without rings. */
    static final String FILTERED = "Filtered";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Ring Filter") //
        .icon("./ring-filter.png") //
        .shortDescription("Removes ring artefacts from tomograms.") //
        .fullDescription("""
            <p>Pixels of the detector that are a little more or less sensitive than their neighbours leave rings about
            the axis of rotation in a tomogram. They look like structure to thresholds, and they stay where they are
            while the sample moves, which misleads correlation. This node finds them in every slice and subtracts
            them.</p>
            <p>In polar coordinates rings are straight lines. Along each radius, a running median follows the structure
            of the sample with its edges; what differs from it is noise, fine structure or a ring. Only rings are the
            same all around, so the median of the differences around a circle is the ring:</p>
            <p><i>ring</i>(<i>r</i>) = median<sub>φ</sub>( <i>I</i>(<i>r</i>, φ) - median<sub>|<i>ρ</i>-<i>r</i>| ≤
            <i>w</i>/2</sub> <i>I</i>(<i>ρ</i>, φ) )</p>
            <p>With an angular window below 360° the ring is found in each such sector, and may change or end around the
            centre. Differences above the <i>Largest ring</i> do not count, and where most of a circle has such
            differences nothing is subtracted. Near the centre a ring has few voxels, and structure there can be taken
            for one.</p>
            <p>The new volumes have the type of the old ones, rounded and clipped; voxels that are not a number stay so.
            It takes about 0.15 microseconds of processor time per voxel.</p>
            <p>J. Sijbers and A. Postnov, Phys. Med. Biol. 49 (2004) N247; M. Lyckegaard, G. Johnson and P. Tafforeau,
            Int. J. Tomo. Stat. 18 (2011) 1.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with a column of volumes.") //
            .addOutputTable("Filtered", "The input with the volumes without rings in the column <i>Filtered</i>, and "
                + "the root mean square of what was subtracted, in grey values.")) //
        .model(m -> m //
            .parametersClass(RingFilterNodeParameters.class) //
            .configure(RingFilterNodeFactory::configure) //
            .execute(RingFilterNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("ring artefact", "ring artifact", "detector", "stripe", "polar", "tomography");

    /** Called by KNIME. */
    public RingFilterNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final RingFilterNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    private static CleanedColumns columns(final int column, final RingFilterNodeParameters parameters) {
        return CleanedColumns.of(column, FILTERED, parameters.m_replace,
            SeriesColumns.column("Rings, root mean square [grey value]", DoubleCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final RingFilterNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, columns(column(spec, parameters), parameters).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final RingFilterNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final int column = column(table.getDataTableSpec(), parameters);
            final CleanedColumns columns = columns(column, parameters);
            final RingSettings settings = parameters.settings();
            out.setOutData(0, columns.table(table, context, progress, (row, part) -> {
                final Volume volume = VolumeColumns.volume(row, column);
                try (ScratchSpace space = ScratchSpace.open()) {
                    final RingFilter filter = RingFilter.of(volume, settings, space, part.part(0, 0.7));
                    return List.of(VolumeStorage.store(filter.volume(), context, part.part(0.7, 1)),
                        Cells.number(filter.rootMeanSquare()));
                }
            }));
            final Warnings warnings = new Warnings();
            warnings.add(columns.warning());
            warnings.show(out);
        });
    }
}
