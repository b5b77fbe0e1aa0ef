// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanRows;
import org.electrode4d.nodes.table.VolumeColumns;
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

/** Computes how lithium gets in and out of measured particles. */
public final class ParticleLithiationNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Particle Lithiation") //
        .icon("./particle-lithiation.png") //
        .shortDescription("How lithium gets in and out of a measured particle at a C-rate: state of charge inside, "
            + "over-potential, and the limits that ions and electrons set.") //
        .fullDescription("""
            <p>Lithium ions enter and leave a particle where it faces pore or SEI, electrons where carbon black and
            binder (CBD) touch it. Both is measured, so what a current does inside the particle can be computed, as
            Müller et al., Adv. Energy Mater. (2021), Fig. 3, do for silicon. The particle becomes a mesh of tetrahedra
            (triangles for an image), in which the state of charge <i>s</i> diffuses, ∂<i>s</i>/∂<i>t</i> =
            ∇·(<i>D</i>∇<i>s</i>). Through its ionic surface flows the current density <i>j</i> = (<i>U</i> −
            <i>U</i><sub>eq</sub>(<i>s</i>)) / (<i>R</i><sub>ct</sub> + <i>R</i><sub>SEI</sub>), with the resistances of
            charge transfer and of the SEI, 0.3 Ω cm² per nm of its local thickness; nothing flows through the rest. The
            potential <i>U</i> is such that the current adds up to that of the C-rate.</p>
            <p>The <b>over-potential</b> is <i>U</i> − <i>U</i><sub>eq</sub> of the mean state of charge. The <b>50 %
            interval</b> is what lies between the quartiles of the state of charge over the volume. Where there is SEI,
            both are computed again as if there were none. The <b>ionic limit</b> is the steady current at which
            the surface would have no lithium left somewhere; the <b>electronic limit</b> the one at which the potential
            falls by RT/F between the ionic surface and the contacts, when lithiated silicon is no metal.</p>
            <p>The supplement with the model of Müller et al. is not part of this: what it leaves open is a setting, and
            the numbers of the paper are not to be expected with the constants that are set at first. Diffusivities that
            are published for silicon differ by four orders of magnitude. The particle keeps its measured shape: silicon
            swells to nearly four times its volume, which is not computed.</p>
            <p>A particle with 50,000 elements takes some seconds per rate, and twice that where there is SEI.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with volumes of phases and of particles.") //
            .addOutputTable("Particles", "One row per scan, particle and rate: volume in µm³, capacity in pAh, "
                + "surfaces by what they face in µm², mean thickness of the SEI in nm; at the end of the current the "
                + "state of charge (SOC) in % with its quartiles and the over-potential in mV, both also without SEI; "
                + "ionic and electronic limit in C; why the current ended, elements, and whether the volume cuts the "
                + "particle off.") //
            .addOutputTable("Distribution", "One row per bin, rate, particle and scan: state of charge in the middle "
                + "of the bin, and the part of the volume that has it, both in %.") //
            .addOutputTable("Maps", "One row per scan, particle and rate: the state of charge in % at the end, as a "
                + "volume of the voxels of the particle, NaN outside of it.") //
            .addOutputTable("Curves", "Over-potentials of ions and electrons in mV against the rate of a steady "
                + "current in C; missing beyond their limits.") //
            .addOutputTable("Pictures", "Paths of the pictures: distribution of the state of charge, over-potential "
                + "against the rate, limits.")) //
        .model(m -> m //
            .parametersClass(ParticleLithiationNodeParameters.class) //
            .configure(ParticleLithiationNodeFactory::configure) //
            .execute(ParticleLithiationNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("lithiation", "delithiation", "silicon", "SEI", "C-rate", "over-potential", "state of charge", "FEM");

    /** Called by KNIME. */
    public ParticleLithiationNodeFactory() {
        super(NODE);
    }

    private static int[] columns(final DataTableSpec spec, final ParticleLithiationNodeParameters parameters)
        throws InvalidSettingsException {
        return new int[]{Columns.find(spec, parameters.m_phaseColumn, VolumeValue.class, "volumes"),
            Columns.find(spec, parameters.m_labelColumn, VolumeValue.class, "volumes")};
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        columns(in.getInTableSpec(0), in.getParameters());
        out.setOutSpecs(LithiationTables.results(), LithiationTables.histogram(), LithiationTables.maps(),
            LithiationTables.curves(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ParticleLithiationNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final int[] columns = columns(table.getDataTableSpec(), parameters);
            final LithiationScans scans = new LithiationScans(parameters, context);
            ScanRows.forEach(table, columns, progress, scans.warnings(), (scan, row, part) -> scans.add(scan,
                row.getKey(), VolumeColumns.volume(row, columns[0]), VolumeColumns.volume(row, columns[1]), part));
            final List<BufferedDataTable> outputs = scans.tables().close();
            for (int i = 0; i < outputs.size(); i++) {
                out.setOutData(i, outputs.get(i));
            }
            out.setOutData(outputs.size(),
                PictureTable.write(scans.plots().drawings(), parameters.m_pictures, context, progress));
            scans.warnings().show(out);
        });
    }
}
