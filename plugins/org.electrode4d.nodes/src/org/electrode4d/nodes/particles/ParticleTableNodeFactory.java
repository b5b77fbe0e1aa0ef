// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.particle.Particle;
import org.electrode4d.segmentation.particle.ParticleContact;
import org.electrode4d.segmentation.particle.ParticleMeasurement;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
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

/** Measures particles. */
public final class ParticleTableNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Particle Table") //
        .icon("./particle-table.png") //
        .shortDescription("Measures size, place, shape, surface and contacts of every particle.") //
        .fullDescription("""
            <p>One row for every particle of every scan, from volumes in which each particle has a number:</p>
            <ul>
            <li><b>Size</b>: voxels, volume <i>V</i>, and the diameter of the ball of that volume,
            (6<i>V</i>/π)<sup>1/3</sup>.</li>
            <li><b>Place</b>: centre of mass and box in µm, and the distances of the centre and of the nearest voxel
            from the current collector.</li>
            <li><b>Shape</b>: semi-axes and directions of the ellipsoid that has the same second moments; elongation
            <i>b</i>/<i>a</i> and flatness <i>c</i>/<i>b</i> are 1 for a ball and near 0 for needles and plates.</li>
            <li><b>Surface</b> <i>A</i> by Crofton's formula, from how often lines of voxels in 13 directions cross it:
            right to 0.3 % for a ball of 20 voxels radius, where counting faces gives 50 % too much. Faces where the
            border of the scan cuts a particle are no surface.</li>
            <li><b>Sphericity</b> π<sup>1/3</sup>(6<i>V</i>)<sup>2/3</sup>/<i>A</i>: 1 for a ball, 0.81 for a cube.
            Rounding to voxels can make it slightly larger than 1 for small balls; very small particles, and those that
            are cut, get none.</li>
            <li><b>Contacts</b>: how many other particles share a face of a voxel with it, and over what area.</li>
            <li><b>Grey values</b>: mean, standard deviation, minimum and maximum.</li>
            </ul>
            <p>A particle that touches the border of the scan is only partly seen; it is marked, so that it can be left
            out. In a single slice, area takes the place of volume: the diameter is that of the disc, and the surface
            that of the side of the slice.</p>
            <p>Surface: Lehmann and Legland, Insight Journal (2012); Lindblad, Image Vision Comput. 23 (2005) 111.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with volumes of particle labels, and on demand grey values and "
                + "masks of the current collector.") //
            .addOutputTable("Particles", "One row per scan and particle: <i>Step</i>, <i>Time</i>, <i>Label</i> and "
                + "what was measured.") //
            .addOutputTable("Contacts", "One row per scan and pair of particles that touch: their labels, the area of "
                + "contact and the number of voxel faces that they share.") //
            .addOutputTable("Summary", "One row per scan: number of particles, volume, fraction of the scan, mean "
                + "diameter, surface and its ratio to the volume, mean sphericity, contacts.")) //
        .model(m -> m //
            .parametersClass(ParticleTableNodeParameters.class) //
            .configure(ParticleTableNodeFactory::configure) //
            .execute(ParticleTableNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("particle", "size", "diameter", "sphericity", "surface", "contact", "coordination number",
            "regionprops", "morphometry");

    /** Called by KNIME. */
    public ParticleTableNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec contactsSpec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE), SeriesColumns.column("Label A", IntCell.TYPE),
            SeriesColumns.column("Label B", IntCell.TYPE),
            SeriesColumns.column("Contact area [µm²]", DoubleCell.TYPE),
            SeriesColumns.column("Shared faces", LongCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ParticleScan scan = new ParticleScan(in.getInTableSpec(0), in.getParameters());
        out.setOutSpecs(scan.columns().spec(), contactsSpec(), ParticleSummary.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final Tables tables = new Tables(context,
                new ParticleScan(table.getDataTableSpec(), in.getParameters()));
            final Warnings warnings = new Warnings();
            final List<String> missing = new ArrayList<>();
            double index = 0;
            for (final DataRow row : table) {
                progress.check();
                final ScanStep step = ScanStep.of(table.getDataTableSpec(), row);
                if (tables.scan.isComplete(row)) {
                    final Progress part = progress.part(index / table.size(), (index + 1) / table.size());
                    if (tables.add(step, row, part) == 0) {
                        warnings.add(step + " has no particles: no voxel is 1 or more.");
                    }
                } else {
                    missing.add(row.getKey().getString());
                    Tables.add(tables.summary, ParticleSummary.missing(step));
                }
                index++;
            }
            warnings.add(RowAppender.warning(missing));
            out.setOutData(0, Tables.close(tables.particles));
            out.setOutData(1, Tables.close(tables.contacts));
            out.setOutData(2, Tables.close(tables.summary));
            warnings.show(out);
        });
    }

    /** The tables that grow scan by scan. */
    private static final class Tables {

        private final ParticleScan scan;
        private final BufferedDataContainer particles;
        private final BufferedDataContainer contacts;
        private final BufferedDataContainer summary;

        Tables(final ExecutionContext context, final ParticleScan scan) {
            this.scan = scan;
            particles = context.createDataContainer(scan.columns().spec());
            contacts = context.createDataContainer(contactsSpec());
            summary = context.createDataContainer(ParticleSummary.spec());
        }

        /** @return the number of particles */
        int add(final ScanStep step, final DataRow row, final Progress progress) throws IOException {
            final Volume labels = scan.labels(row);
            final ParticleMeasurement measured = scan.measure(row, labels, progress);
            final ParticleSummary all = new ParticleSummary();
            for (int i = 0; i < measured.count(); i++) {
                progress.check();
                final Particle particle = measured.particle(i);
                all.add(particle);
                add(particles, scan.columns().cells(step, particle, labels));
            }
            final List<ParticleContact> found = measured.contacts();
            for (final ParticleContact contact : found) {
                add(contacts, List.of(step.nameCell(), step.timeCell(), new IntCell(contact.first()),
                    new IntCell(contact.second()), new DoubleCell(contact.area()), new LongCell(contact.faces())));
            }
            add(summary, all.cells(step, labels, found));
            return all.particles();
        }

        static void add(final BufferedDataContainer table, final List<DataCell> cells) {
            table.addRowToTable(new DefaultRow(RowKey.createRowKey(table.size()), cells));
        }

        static BufferedDataTable close(final BufferedDataContainer table) {
            table.close();
            return table.getTable();
        }
    }
}
