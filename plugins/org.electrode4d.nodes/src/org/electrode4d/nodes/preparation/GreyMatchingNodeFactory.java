// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.preparation.GreyMap;
import org.electrode4d.volume.preparation.ReferencePhase;
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

/** Brings the grey values of a series to those of its first scan. */
public final class GreyMatchingNodeFactory extends DefaultNodeFactory {

    /** Column of the new volumes. */
    static final String MATCHED = "Matched";

    /** A part of the voxels so small is noise at the end of the range, and in the report. */
    private static final double CLIPPED_UNNOTICED = 0.001;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Grey Matching") //
        .icon("./grey-matching.png") //
        .shortDescription("Matches the grey values of a series to those of its first scan, by reference phases.") //
        .fullDescription("""
            <p>Brightness and contrast of a scanner drift from scan to scan: lamp, beam and detector age, and
            reconstructions are scaled to their own range. Phases that do not change, such as the current collector and
            the pores or the electrolyte, tell by how much. From their grey values <i>g<sub>k</sub></i> in a scan and
            <i>g<sub>k</sub></i>(T0) in the first one, the map</p>
            <p><i>g'</i> = <i>a</i> <i>g</i> + <i>b</i> with Σ<sub><i>k</i></sub> (<i>a g<sub>k</sub></i> + <i>b</i> -
            <i>g<sub>k</sub></i>(T0))² as small as possible</p>
            <p>is found, exactly for two phases, and applied to every voxel. Then a threshold that is good for one scan
            is good for all, and differences of grey value between scans mean lithiation and not drift.</p>
            <p>The phases come from numbers in a volume of phases, from two masks, or automatically from the two most
            persistent peaks of the histogram. A phase that changes its density between the scans must not be one of
            them: its change would be taken for drift, and hidden.</p>
            <p>The report shows what was measured. The <i>contrast drift</i> is 100 (1/<i>a</i> - 1): by how many per
            cent the contrast of a scan is larger than that of the first. The <i>brightness drift</i> is the mean change
            of the phases in per cent of the distance between the darkest and the brightest in the first scan. The
            <i>residual</i> is what is left at the phases, root mean square: with more than two phases a large one says
            that one of them changed by itself.</p>
            <p>The new volumes have the type of the old ones; values beyond its range are clipped and counted.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, in the order of time, with a column of volumes; phases or "
                + "masks beside them.") //
            .addOutputTable("Matched", "The input with the new volumes in the column <i>Matched</i>.") //
            .addOutputTable("Drift", "One row per scan: <i>Step</i>, gain <i>a</i>, offset <i>b</i>, residual, drift "
                + "of contrast and brightness, voxels clipped, and grey value and number of voxels of every phase.")) //
        .model(m -> m //
            .parametersClass(GreyMatchingNodeParameters.class) //
            .configure(GreyMatchingNodeFactory::configure) //
            .execute(GreyMatchingNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("normalise", "grey level", "drift", "brightness", "contrast", "histogram matching");

    /** Called by KNIME. */
    public GreyMatchingNodeFactory() {
        super(NODE);
    }

    private static CleanedColumns columns(final DataTableSpec spec, final GreyMatchingNodeParameters parameters)
        throws InvalidSettingsException {
        final PhaseColumns phases = PhaseColumns.of(spec, parameters);
        return new CleanedColumns(new int[]{phases.volume()}, List.of(MATCHED), parameters.m_replace, phases.needed());
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final GreyMatchingNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(columns(spec, parameters).spec(spec),
            DriftTable.spec(PhaseColumns.of(spec, parameters).names()));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final GreyMatchingNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final PhaseColumns phases = PhaseColumns.of(spec, parameters);
            final CleanedColumns columns = columns(spec, parameters);
            final DriftTable drift = new DriftTable(context, phases.names());
            final List<ReferencePhase> reference = new ArrayList<>();
            final Warnings warnings = new Warnings();
            out.setOutData(0, columns.table(table, context, progress, (row, part) -> {
                final String step = ScanStep.of(spec, row).name();
                final Volume volume = VolumeColumns.volume(row, phases.volume());
                final List<ReferencePhase> measured = phases.measure(row, step, part.part(0, 0.4));
                if (reference.isEmpty()) {
                    reference.addAll(measured);
                }
                final GreyMap map = GreyMap.between(measured, reference);
                final long clipped = map.clipped(volume, part.part(0.4, 0.5));
                if (clipped > CLIPPED_UNNOTICED * volume.shape().voxels()) {
                    warnings.add(step + ": " + clipped + " voxels were clipped to the range of " + volume.type() + ".");
                }
                drift.add(step, map, clipped, measured);
                return List.of(VolumeStorage.store(map.apply(volume), context, part.part(0.5, 1)));
            }));
            out.setOutData(1, drift.close());
            warnings.add(columns.warning());
            warnings.add(columns.referenceWarning());
            warnings.show(out);
        });
    }
}
