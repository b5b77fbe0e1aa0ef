// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.correlation.CorrelationException;
import org.electrode4d.correlation.ParticlePosition;
import org.electrode4d.correlation.VolumeOfInterest;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
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

/** Cuts boxes about particles out of every scan. */
public final class ParticleVolumesNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Particle Volumes of Interest") //
        .icon("./particle-volumes.png") //
        .shortDescription("Cuts a box about every particle out of every scan, so that it stays in the middle.") //
        .fullDescription("""
            <p>An electrode that swells carries its particles away from where they were. To see what happens around
            one particle, a box about its centre of mass is cut out of every scan:</p>
            <p><i>c</i> = 1/<i>n</i> ∑ <i>x</i> over the <i>n</i> voxels with the label of the particle</p>
            <p>Correlating the boxes of consecutive scans gives the deformation in the frame of the particle, without
            the motion of the electrode. The <i>Global Registration</i> does so when it gets the table of this node: it
            never pairs boxes of different particles, and where there are several, the names of the steps begin with
            the particle: <tt>P12 T0</tt>. To compose fields, take one particle at a time.</p>
            <p>The default size, 15 × 15 × 15 µm, is that of Häusler et al., EES Batteries (2026). Boxes are cut on
            whole voxels: their middle is within half a voxel of the centre of mass, which the table gives exactly, and
            the displacement between boxes is the true one less that of the boxes, which is the difference of their
            origins. A box inside the scan keeps the type of its voxels; one that sticks out becomes 32-bit floating
            point and is not a number outside.</p>
            <p>Labels may come from a segmentation of every scan with the same numbers, or from one with other numbers:
            then the deformation field tells where a particle went, and the one nearest there is it. With labels of the
            first scan alone, the field carries the centre.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, in the order of time, with volumes and labels of particles.") //
            .addInputPort("Fields", "Optional: pairs with deformation fields, from the first scan to each later one or "
                + "from each scan to the next, that tell where particles went.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Volumes of interest", "One row per particle and scan: <i>Particle</i> (its label in the "
                + "first scan), <i>Step</i>, <i>Time</i>, label and number of voxels in this scan, centre of mass and "
                + "its displacement since the first scan in µm, the part of the box outside the scan, and the "
                + "<i>Volume</i>.")) //
        .model(m -> m //
            .parametersClass(ParticleVolumesNodeParameters.class) //
            .configure(ParticleVolumesNodeFactory::configure) //
            .execute(ParticleVolumesNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "VOI", "particle", "crop", "centre of mass", "tracking", "silicon");

    /** Called by KNIME. */
    public ParticleVolumesNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ParticleVolumesNodeParameters parameters = in.getParameters();
        ParticleScans.check(in.getInTableSpec(0), parameters);
        if (parameters.m_following.needsField()) {
            if (in.getInTableSpec(1) == null) {
                throw new InvalidSettingsException("Connect a table of deformation fields to the second input, or "
                    + "set 'Find it again by' to the same label.");
            }
            PairCells.fieldOnly(in.getInTableSpec(1), parameters.m_fieldColumn);
        }
        out.setOutSpec(0, ParticleRow.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ParticleVolumesNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final Warnings warnings = new Warnings();
            final ParticleScans scans = ParticleScans.read(in.getInTable(0), parameters);
            warnings.add(RowAppender.warning(scans.missing()));
            final BufferedDataContainer container = context.createDataContainer(ParticleRow.spec());
            if (!scans.scans().isEmpty()) {
                final StepFields fields = StepFields.read(parameters.m_following.needsField() ? in.getInTable(1) : null,
                    parameters.m_fieldColumn);
                final ParticleTracks tracks = track(scans.scans(), fields, parameters, progress.part(0, 0.4));
                if (tracks.count() == 0) {
                    warnings.add("No particle of " + scans.scans().get(0).step() + " has " + parameters.m_leastVoxels
                        + " voxels or more.");
                }
                write(tracks, scans.scans(), new Boxes(parameters, context, warnings), container,
                    progress.part(0.4, 1));
            }
            container.close();
            out.setOutData(0, container.getTable());
            warnings.show(out);
        });
    }

    private static ParticleTracks track(final List<ParticleScans.Scan> scans, final StepFields fields,
        final ParticleVolumesNodeParameters parameters, final Progress progress)
        throws IOException, InvalidSettingsException {
        final ParticleScans.Scan first = scans.get(0);
        final double share = 1.0 / scans.size();
        final ParticleTracks tracks = new ParticleTracks(parameters.m_following, fields, first.step(),
            chosen(first, parameters, progress.part(0, share)), first.voxelVolume());
        for (int i = 1; i < scans.size(); i++) {
            final Progress part = progress.part(i * share, (i + 1) * share);
            part.check();
            tracks.next(scans.get(i).step(),
                parameters.m_following.needsLabels() ? scans.get(i).particles(part) : List.of());
        }
        return tracks;
    }

    private static List<ParticlePosition> chosen(final ParticleScans.Scan first,
        final ParticleVolumesNodeParameters parameters, final Progress progress)
        throws IOException, InvalidSettingsException {
        final List<ParticlePosition> all = first.particles(progress);
        if (parameters.particles().isEmpty()) {
            return ParticlePosition.largest(all, parameters.m_count, parameters.m_leastVoxels);
        }
        final List<ParticlePosition> chosen = new ArrayList<>();
        for (final int label : parameters.particles()) {
            chosen.add(ParticlePosition.ofLabel(all, label).orElseThrow(() -> new InvalidSettingsException(
                "There is no particle " + label + " in the labels of " + first.step() + ", which hold " + all.size()
                    + (all.isEmpty() ? "." : " particles with labels from " + all.get(0).label() + " to "
                        + all.get(all.size() - 1).label() + "."))));
        }
        return chosen;
    }

    private static void write(final ParticleTracks tracks, final List<ParticleScans.Scan> scans, final Boxes boxes,
        final BufferedDataContainer container, final Progress progress) throws IOException {
        final double rows = (double)tracks.count() * scans.size();
        for (int particle = 0; particle < tracks.count(); particle++) {
            for (int i = 0; i < scans.size(); i++) {
                progress.check();
                final ParticleRow row = new ParticleRow(tracks.name(particle), tracks.at(particle, 0).orElseThrow(),
                    scans.get(i));
                final double done = particle * scans.size() + i;
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()),
                    boxes.cells(row, tracks.at(particle, i), progress.part(done / rows, (done + 1) / rows))));
            }
        }
    }

    /** Cuts the boxes. */
    private record Boxes(ParticleVolumesNodeParameters parameters, ExecutionContext context, Warnings warnings) {

        List<DataCell> cells(final ParticleRow row, final Optional<ParticlePosition> position,
            final Progress progress) throws IOException {
            final String name = "Particle " + row.particle() + " in " + row.scan().step();
            if (position.isEmpty()) {
                warnings.add(name + " was not found: its cells are missing.");
                return row.lost("The particle was not found in this scan.");
            }
            final Volume volume = row.scan().getVolume();
            final VolumeOfInterest box;
            try {
                box = VolumeOfInterest.about(volume, position.get().centre(), parameters.size());
            } catch (CorrelationException e) {
                warnings.add(name + ": " + e.getMessage());
                return row.lost(e.getMessage());
            }
            if (100 * box.outside() > parameters.m_warnOutside) {
                warnings.add(name + ": " + Math.round(100 * box.outside()) + " % of the box is outside of the scan.");
            }
            return row.cells(position.get(), box, context, progress);
        }
    }
}
