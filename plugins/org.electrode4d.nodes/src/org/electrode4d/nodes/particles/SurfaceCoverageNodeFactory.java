// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanRows;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.coverage.Cover;
import org.electrode4d.segmentation.coverage.CoverageSettings;
import org.electrode4d.segmentation.coverage.SurfaceCoverage;
import org.electrode4d.volume.LabelVolume;
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

/** Tells what covers the surface of particles. */
public final class SurfaceCoverageNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Surface Coverage") //
        .icon("./surface-coverage.png") //
        .shortDescription("What covers the surface of each particle: pore, binder, SEI, other particles; and how thick "
            + "the SEI is.") //
        .fullDescription("""
            <p>Where a particle faces the pore, ions come and go; where carbon black and binder (CBD) touch it,
            electrons do; the solid electrolyte interphase (SEI) hinders both. From every point of a particle's surface
            a ray is followed along the outward normal, and the first phase that it meets is what covers the surface
            there, as Müller et al., Adv. Energy Mater. (2021), Fig. 2 g to i: 53 % free, 45 % under CBD and 2 %
            touching for pristine silicon. In the SEI the ray goes on to its end, whatever is there; the way is its
            thickness.</p>
            <p>Every face <i>f</i> between a voxel of the particle and one outside stands for the area
            <i>A<sub>f</sub></i> max(0, <i>n</i>·<i>e<sub>f</sub></i>), with the normal <i>n</i> of the smoothed surface
            and <i>e<sub>f</sub></i> of the face, so that neither stairs of voxels nor their shape bias areas. Shares
            are shares of area, and mean, SD and quartiles of the thickness are weighted by area.</p>
            <p>Tell which labels are what. In <i>Phases</i> of <i>Threshold</i> and <i>Multistage Threshold</i> the pore
            is 1 and not 0; in those of <i>Two-Scan Segmentation</i> it is 0, and the classes are 1, 2, 3 in their
            order. Where the phases have names, such as CBD, that contradict the labels, a warning tells.</p>
            <p>Faces at the border of the volume are no surface. Rays that leave the volume before they meet anything
            are excluded, with their area; rays that leave it in the SEI count as covered, but have no thickness. Rays
            are cut at a length that you choose, and those that were cut in the SEI are counted.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with volumes of phases and of particles.") //
            .addOutputTable("Particles", "One row per particle and scan: area in µm², parts that are free, "
                + "CBD-covered, SEI-covered and touching in %, excluded area, mean, SD and quartiles of the SEI's "
                + "thickness in nm, numbers of rays, and whether the volume cuts the particle off.") //
            .addOutputTable("Total", "One row per scan: the same of all particles together, and the quartiles over the "
                + "particles of their mean thickness.") //
            .addOutputTable("Histogram", "One row per bin and scan: middle of the bin in nm, area of that thickness, "
                + "its part of the SEI-covered area, and part of the particles with a mean in the bin.") //
            .addOutputTable("Pictures", "Paths of the pictures: parts over the steps, and histogram.")) //
        .model(m -> m //
            .parametersClass(SurfaceCoverageNodeParameters.class) //
            .configure(SurfaceCoverageNodeFactory::configure) //
            .execute(SurfaceCoverageNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("coverage", "SEI", "CBD", "binder", "ray", "interface", "contact", "silicon");

    /** Called by KNIME. */
    public SurfaceCoverageNodeFactory() {
        super(NODE);
    }

    private static int[] columns(final DataTableSpec spec, final SurfaceCoverageNodeParameters parameters)
        throws InvalidSettingsException {
        return new int[]{Columns.find(spec, parameters.m_phaseColumn, VolumeValue.class, "volumes"),
            Columns.find(spec, parameters.m_labelColumn, VolumeValue.class, "volumes")};
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        columns(in.getInTableSpec(0), in.getParameters());
        out.setOutSpecs(CoverageTables.particles(), CoverageTables.totals(), CoverageTables.histogram(),
            PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SurfaceCoverageNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final int[] columns = columns(table.getDataTableSpec(), parameters);
            final CoverageTables tables = new CoverageTables(context, parameters.m_bins);
            final CoveragePlots plots = new CoveragePlots(parameters.m_bins);
            final Warnings warnings = new Warnings();
            ScanRows.forEach(table, columns, progress, warnings, (scan, row, part) -> {
                final Volume phases = VolumeColumns.volume(row, columns[0]);
                final SurfaceCoverage.Result result = SurfaceCoverage.of(phases,
                    VolumeColumns.volume(row, columns[1]), parameters.settings(), part);
                CoverNames.contradictions(LabelVolume.of(phases), parameters.settings().phases(), scan.name())
                    .forEach(warnings::add);
                warn(scan, result, parameters.settings(), warnings);
                tables.add(scan, result);
                plots.add(scan, result.total());
            });
            out.setOutData(0, tables.closeParticles());
            out.setOutData(1, tables.closeTotals());
            out.setOutData(2, tables.closeHistogram());
            out.setOutData(3, PictureTable.write(plots.drawings(), parameters.m_pictures, context,
                progress));
            warnings.show(out);
        });
    }

    private static void warn(final ScanStep scan, final SurfaceCoverage.Result result, final CoverageSettings settings,
        final Warnings warnings) {
        if (result.particles().isEmpty()) {
            warnings.add("There is no particle in " + scan.name() + ": all labels of the particles are 0.");
        }
        for (final Cover cover : List.of(Cover.FREE, Cover.CBD, Cover.SEI)) {
            final List<Integer> labels = settings.phases().labels(cover);
            if (!labels.isEmpty() && !result.found().contains(cover)) {
                warnings.add("Label " + labels.toString().replaceAll("[\\[\\]]", "") + " is nowhere in the phases of "
                    + scan.name() + ", so 0 % is " + cover.label() + ". Check the labels if that is not meant.");
            }
        }
        final long cut = result.total().sei().cut();
        if (cut > 0) {
            warnings.add(cut + " of " + result.total().sei().rays() + " rays in the SEI of " + scan.name()
                + " are longer than " + settings.longestRay() + " µm and were cut there.");
        }
    }
}
