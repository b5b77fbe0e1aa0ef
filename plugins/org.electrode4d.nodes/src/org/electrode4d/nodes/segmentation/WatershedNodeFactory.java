// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.morphology.Relief;
import org.electrode4d.segmentation.morphology.TouchingParticles;
import org.electrode4d.segmentation.morphology.Watershed;
import org.electrode4d.segmentation.morphology.WatershedRegions;
import org.electrode4d.segmentation.morphology.WatershedSettings;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
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

/** Divides touching particles. */
public final class WatershedNodeFactory extends DefaultNodeFactory {

    private static final int NONE = -1;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Watershed") //
        .icon("./watershed.png") //
        .shortDescription("Divides the particles of a mask that touch each other, and numbers them.") //
        .fullDescription("""
            <p>In a mask of a dense electrode most particles touch. This node cuts them apart at their necks, in one go:
            it measures how far each voxel is from the outside of the mask, in µm, takes that as a relief, and floods
            the relief from its peaks down. Where the floods of two peaks meet, one particle ends and the other
            begins.</p>
            <p>Rough particles have many small peaks, of which each would become a particle. So a peak counts only if it
            rises at least <i>h</i> above the pass to a higher one:</p>
            <p><i>r</i><sub>particle</sub> − <i>r</i><sub>neck</sub> ≥ <i>h</i></p>
            <p>with the radii of the largest balls that fit into the particle and through its neck. Peaks of equal
            height that are connected within <i>h</i> are one. If particles are cut that should be whole, raise
            <i>h</i>; if particles stay together, lower it. Small pieces can also be given to their neighbours by their
            volume or by the distance of the peaks.</p>
            <p>A voxel with the same right to two particles goes to one of them by a rule of geometry, so that two equal
            balls are cut into equal halves. The result is the same on every computer. Instead of distances, grey values
            can be flooded (a gradient, or a scan in which boundaries are dark), and floods can begin at markers that
            were made otherwise.</p>
            <p>Fill holes of the mask first: a pore inside a particle is an outside, and cuts it. A connected part of
            the mask must fit into memory, with 8 bytes per voxel.</p>
            <p>Vincent and Soille, IEEE Trans. Pattern Anal. 13, 583 (1991); Soille, Morphological Image Analysis
            (2003).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Masks", "One row per scan with a mask of all particles.") //
            .addOutputTable("Particles", "The input with a volume of <i>Particles</i> (1, 2, ... in the order of their "
                + "first voxels, 0 outside), their number, and how many touch the border of the volume: their size and "
                + "shape are not known.")) //
        .model(m -> m //
            .parametersClass(WatershedNodeParameters.class) //
            .configure(WatershedNodeFactory::configure) //
            .execute(WatershedNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("particle", "separate", "split", "label", "h-maxima", "distance map");

    /** Called by KNIME. */
    public WatershedNodeFactory() {
        super(NODE);
    }

    /** Where a row has what is needed; -1 for what is not. */
    private record Inputs(int mask, int relief, int markers) {

        static Inputs of(final DataTableSpec spec, final WatershedNodeParameters parameters)
            throws InvalidSettingsException {
            return new Inputs(Columns.find(spec, parameters.m_maskColumn, VolumeValue.class, "masks"),
                parameters.m_relief == WatershedReliefChoice.DISTANCE ? NONE
                    : Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes"),
                parameters.m_useMarkers
                    ? Columns.find(spec, parameters.m_markerColumn, VolumeValue.class, "markers") : NONE);
        }

        RowAppender appender() {
            final int[] needed = IntStream.of(mask, relief, markers).filter(column -> column != NONE).toArray();
            return new RowAppender(Arrays.stream(needed).distinct().toArray(),
                SeriesColumns.column("Particles", VolumeCell.TYPE),
                SeriesColumns.column("Number of particles", LongCell.TYPE),
                SeriesColumns.column("Particles at the border", LongCell.TYPE));
        }
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, Inputs.of(spec, in.getParameters()).appender().spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final WatershedNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final Inputs inputs = Inputs.of(spec, parameters);
            final RowAppender appender = inputs.appender();
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final ScanStep scan = ScanStep.of(spec, row);
                try (ScratchSpace scratch = ScratchSpace.open()) {
                    final WatershedRegions regions = flood(row, inputs, parameters, scratch, part.part(0, 0.8));
                    if (regions.count() == 0) {
                        warnings.add(scan.name() + ": there are no particles, because the mask is empty"
                            + (parameters.m_useMarkers ? " where there are markers." : "."));
                    }
                    return cells(regions, context, part.part(0.8, 1));
                }
            }));
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static WatershedRegions flood(final DataRow row, final Inputs inputs,
        final WatershedNodeParameters parameters, final ScratchSpace scratch, final Progress progress)
        throws IOException, InvalidSettingsException {
        final Volume mask = VolumeColumns.mask(row, inputs.mask, parameters.labels());
        final WatershedSettings settings = parameters.settings(mask.voxelSize());
        final Optional<LabelVolume> markers = inputs.markers == NONE ? Optional.empty()
            : Optional.of(LabelVolume.of(VolumeColumns.volume(row, inputs.markers)));
        if (parameters.m_relief == WatershedReliefChoice.DISTANCE) {
            return Watershed.of(new TouchingParticles(mask, parameters.m_border.border, markers), settings, scratch,
                progress);
        }
        return Watershed.of(new Relief(VolumeColumns.volume(row, inputs.relief),
            parameters.m_relief == WatershedReliefChoice.DARK, Optional.of(mask), markers), settings, scratch,
            progress);
    }

    private static List<DataCell> cells(final WatershedRegions regions, final ExecutionContext context,
        final Progress progress) throws IOException {
        final Volume labels = VolumeDisplay.LABELS.on(regions.labels().named());
        return List.of(VolumeStorage.store(labels, context, progress), new LongCell(regions.count()),
            new LongCell(regions.countOnBorder()));
    }
}
