// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanRows;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.phase.RepresentativeVolume;
import org.electrode4d.transport.phase.SizeStatistics;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;
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

/** Studies how large a volume must be to stand for the electrode. */
public final class RepresentativeVolumeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Representative Volume") //
        .icon("./representative-volume.png") //
        .shortDescription("How a number of an electrode scatters with the size of the volume that it is measured "
            + "on.") //
        .fullDescription("""
            <p>Is the tomogram large enough? A fraction, a specific surface, a tortuosity factor is measured on many
            sub-volumes of one size after the other. Small ones scatter widely; where the coefficient of variation, the
            standard deviation by the mean, stays below a tolerance, a volume of that size is representative of that
            quantity with that precision.</p>
            <p>Sub-volumes are cubes at random places or side by side, or bars through the whole depth of the electrode;
            the same places in all scans. The standard deviation has <i>n</i> − 1 in the denominator.</p>
            <p>Beware of what the numbers cannot tell. Sub-volumes that are larger than half of the edge overlap, so
            that they scatter too little; compare their number with that of disjoint ones, and prefer sizes of which 8
            or more find room side by side. Sizes of which no two do, and those with sub-volumes without a value, are
            never called representative. A volume that is itself too small, or a gradient through its depth, shows no
            representative size.</p>
            <p>Surfaces and lines are counted per place where they could be seen, so that they do not grow with the size
            of the sub-volume: for a volume of 200 voxels per edge they are therefore about 1 % larger than those of the
            <i>Phase Table</i>. The tortuosity factor is that of steady diffusion with concentrations held on two faces;
            sub-volumes in which the phase does not percolate have none, and are counted. Every one of them is solved:
            expect minutes for large volumes.</p>
            <p>After Kanit et al., Int. J. Solids Struct. 40, 3647 (2003).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with volumes of phases.") //
            .addOutputTable("Sizes", "One row per scan and size: edge in µm and volume in µm³, how many sub-volumes "
                + "there are, how many find room side by side, how many have no value; mean and standard deviation of "
                + "the quantity, coefficient of variation, and deviation of the mean from the whole volume in %.") //
            .addOutputTable("Scans", "One row per scan: the quantity of the whole volume, and the smallest edge from "
                + "which on the coefficient of variation is within the tolerance; missing where there is none.") //
            .addOutputTable("Pictures", "The path of a picture of mean ± SD and coefficient of variation by the edge. "
                + "Empty without a picture folder.")) //
        .model(m -> m //
            .parametersClass(RepresentativeVolumeNodeParameters.class) //
            .configure(RepresentativeVolumeNodeFactory::configure) //
            .execute(RepresentativeVolumeNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("RVE", "REV", "representative elementary volume", "scatter", "sub-volume", "convergence", "size");

    /** Called by KNIME. */
    public RepresentativeVolumeNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final RepresentativeVolumeNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_phaseColumn, VolumeValue.class, "phases");
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final RepresentativeVolumeNodeParameters parameters = in.getParameters();
        column(in.getInTableSpec(0), parameters);
        out.setOutSpecs(RepresentativeTables.sizesSpec(parameters.m_quantity),
            RepresentativeTables.scansSpec(parameters.m_quantity), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final RepresentativeVolumeNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final int column = column(table.getDataTableSpec(), parameters);
            final RepresentativeTables tables = new RepresentativeTables(parameters.m_quantity, context);
            final RepresentativePlot plot = new RepresentativePlot(parameters.m_quantity, parameters.m_tolerance);
            final Warnings warnings = new Warnings();
            ScanRows.forEach(table, new int[]{column}, progress, warnings, (scan, row, part) -> {
                final Volume phases = Masks.requireIntegers(VolumeColumns.volume(row, column), "the phases");
                final RepresentativeVolume study =
                    RepresentativeVolume.of(phases, parameters.quantity(), parameters.settings(), part);
                tables.add(scan, study, parameters.m_tolerance, phases.voxelSize());
                plot.add(scan, study);
                warn(scan, study, parameters, warnings);
            });
            out.setOutData(0, tables.closeSizes());
            out.setOutData(1, tables.closeScans());
            out.setOutData(2, PictureTable.write(plot.drawings(), parameters.m_pictures, context, progress));
            warnings.show(out);
        });
    }

    private static void warn(final ScanStep scan, final RepresentativeVolume study,
        final RepresentativeVolumeNodeParameters parameters, final Warnings warnings) {
        final String quantity = parameters.m_quantity.inText();
        if (study.whole() == 0 || !Double.isFinite(study.whole())) {
            warnings.add("The " + quantity + " of all of " + scan.name() + " is "
                + (study.whole() == 0 ? "0" : "infinite") + ", so that nothing is related to it. Check the labels.");
        } else if (study.smallest(parameters.m_tolerance).isEmpty()) {
            warnings.add("No size of sub-volumes of " + scan.name() + " has a coefficient of variation within "
                + parameters.m_tolerance + " %: they are not representative of the " + quantity + ".");
        }
        final int undefined = study.sizes().stream().mapToInt(SizeStatistics::undefined).sum();
        if (undefined > 0) {
            warnings.add(undefined + " sub-volumes of " + scan.name() + " have no finite " + quantity
                + " and were left out.");
        }
    }
}
