// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.segmentation.particle.SizeBin;
import org.electrode4d.segmentation.particle.SizeDistribution;
import org.electrode4d.segmentation.particle.SizeWeighting;
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

/** Describes how sizes of particles are distributed. */
public final class SizeDistributionNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Size Distribution") //
        .icon("./size-distribution.png") //
        .shortDescription("d10, d50, d90, mean and histogram of particle sizes, by number and by volume.") //
        .fullDescription("""
            <p>Takes a table with a row per particle, as from the <i>Particle Table</i>, and describes the
            distribution of sizes at every step, once with every particle counting the same (by number) and once with
            every particle counting its volume (by volume, as laser diffraction does).</p>
            <p><i>d</i>10, <i>d</i>50 and <i>d</i>90 are the sizes below which 10, 50 and 90 % of the particles or of
            the volume lie. They are interpolated: the <i>i</i>-th size from below stands for the part
            (<i>w</i><sub>1</sub> + ... + <i>w</i><sub><i>i</i>-1</sub> + <i>w</i><sub><i>i</i></sub>/2) / ∑<i>w</i>,
            with weights <i>w</i> of 1 or of the volume (Hazen's definition).</p>
            <ul>
            <li>Span: (<i>d</i>90 - <i>d</i>10) / <i>d</i>50.</li>
            <li>Sauter mean: <i>d</i>32 = ∑<i>d</i>³ / ∑<i>d</i>².</li>
            </ul>
            <p>Particles that touch the border of the scan are cut: they are left out unless you decide otherwise.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Particles", "One row per particle, with its size and volume.") //
            .addOutputTable("Distribution", "Two rows per step, by number and by volume: how many particles counted "
                + "and how many were left out, d10, d50, d90, mean, standard deviation, Sauter mean, smallest and "
                + "largest size, span.") //
            .addOutputTable("Histogram", "One row per bin and step: particles, their part by number and by volume, and "
                + "the part up to the upper edge.") //
            .addOutputTable("Pictures", "What each picture shows and where it is; none without a folder.")) //
        .model(m -> m //
            .parametersClass(SizeDistributionNodeParameters.class) //
            .configure(SizeDistributionNodeFactory::configure) //
            .execute(SizeDistributionNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("particle", "diameter", "d50", "granulometry", "Sauter", "histogram", "quantile");

    /** Called by KNIME. */
    public SizeDistributionNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final SizeDistributionNodeParameters parameters = in.getParameters();
        requireColumns(in.getInTableSpec(0), parameters);
        final String group = SizeTables.group(parameters.m_groupColumn);
        final String unit = SizeTables.unit(parameters.m_sizeColumn);
        out.setOutSpecs(SizeTables.numbersSpec(group, unit), SizeTables.histogramSpec(group, unit),
            PictureTable.spec());
    }

    private static void requireColumns(final DataTableSpec spec, final SizeDistributionNodeParameters parameters)
        throws InvalidSettingsException {
        if (parameters.m_excludeBorder && !spec.containsName(ParticleColumns.TOUCHES_BORDER)) {
            throw new InvalidSettingsException("The input table has no column '" + ParticleColumns.TOUCHES_BORDER
                + "', which tells what particles are cut. Take a table of the Particle Table, or switch off 'Leave out "
                + "cut particles'.");
        }
        new SizedParticles(spec, parameters);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SizeDistributionNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final SizedParticles particles = new SizedParticles(table.getDataTableSpec(), parameters);
            particles.read(table);
            progress.check();
            final Map<String, SizeDistribution> distributions = particles.distributions();
            final Map<String, List<SizeBin>> histograms = histograms(distributions, parameters);
            final SizeTables tables = new SizeTables(context, SizeTables.group(parameters.m_groupColumn),
                SizeTables.unit(parameters.m_sizeColumn));
            final Warnings warnings = new Warnings();
            distributions.forEach((name, sizes) -> {
                tables.add(name, sizes, particles.leftOut(name), histograms.getOrDefault(name, List.of()));
                warnings.add(sizes.count() > 0 ? null : name + " has no particles to count: "
                    + particles.leftOut(name) + " were left out, being cut or too small. Its numbers are missing.");
            });
            warnings.add(RowAppender.warning(particles.missing()));
            out.setOutData(0, tables.closeNumbers());
            out.setOutData(1, tables.closeHistograms());
            out.setOutData(2, PictureTable.write(drawings(histograms, parameters), parameters.m_pictures, context,
                progress));
            warnings.show(out);
        });
    }

    /** Of the distributions that have particles, with the same bins. */
    private static Map<String, List<SizeBin>> histograms(final Map<String, SizeDistribution> distributions,
        final SizeDistributionNodeParameters parameters) {
        final Map<String, List<SizeBin>> histograms = new LinkedHashMap<>();
        final double smallest =
            distributions.values().stream().mapToDouble(SizeDistribution::smallest).filter(Double::isFinite).min()
                .orElse(1);
        final double largest =
            distributions.values().stream().mapToDouble(SizeDistribution::largest).filter(Double::isFinite).max()
                .orElse(1);
        final double[] edges = parameters.m_logarithmic
            ? SizeBin.logarithmicEdges(smallest, largest, parameters.m_bins)
            : SizeBin.linearEdges(smallest, largest, parameters.m_bins);
        distributions.forEach((name, sizes) -> {
            if (sizes.count() > 0) {
                histograms.put(name, sizes.histogram(edges));
            }
        });
        return histograms;
    }

    private static List<PictureTable.Drawing> drawings(final Map<String, List<SizeBin>> histograms,
        final SizeDistributionNodeParameters parameters) {
        final List<PictureTable.Drawing> drawings = new ArrayList<>();
        if (!histograms.isEmpty()) {
            final SizePlot plot = new SizePlot(histograms, parameters.m_sizeColumn, parameters.m_logarithmic);
            drawings.add(new PictureTable.Drawing("Distribution by number", "number",
                () -> plot.render(SizeWeighting.NUMBER)));
            drawings.add(new PictureTable.Drawing("Distribution by volume", "volume",
                () -> plot.render(SizeWeighting.VOLUME)));
        }
        return drawings;
    }
}
