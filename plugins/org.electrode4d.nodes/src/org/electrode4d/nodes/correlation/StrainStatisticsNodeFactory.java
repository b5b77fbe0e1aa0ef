// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.electrode4d.correlation.Strain;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.correlation.StrainStatistics;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Describes strain by region and step. */
public final class StrainStatisticsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Strain Statistics") //
        .icon("./strain-statistics.png") //
        .shortDescription("Describes strain by region and step: mean, scatter, percentiles and histograms.") //
        .fullDescription("""
            <p>How much does the electrode swell at each step, more at the separator or at the current collector, and
            how uneven is it? This node takes strain from deformation fields as the node <i>Strain</i> does, and
            describes it for regions of the electrode and for every step, as in Fig. 3 d to f of Häusler et al., EES
            Batteries (2026).</p>
            <ul>
            <li><b>Whole</b>: all points of the grid of nodes.</li>
            <li><b>Collector side</b> and <b>separator side</b>: the electrode, from the first to the last layer of
            points with strain, cut in two across z; say at which end the current collector is.</li>
            <li><b>Layers</b> of equal thickness: a profile of strain over depth.</li>
            <li><b>Labels</b> of a segmented reference scan: phases or particles. Labels can also be a mask.</li>
            </ul>
            <p>For each region and component: the number of points, mean, standard deviation (with <i>n</i> - 1),
            extremes and percentiles (linear between order statistics), and a histogram with the same bins at every
            step. Points without strain (failed nodes, unless a filter filled them; folded nodes) do not count; their
            number is told. Strains are absolute (0.01 is 1 %), rotations in degrees.</p>
            <p>For growth since the first scan give it fields from the first scan to all others: correlated directly, or
            composed. Pictures of a component over the steps (mean ± standard deviation) and of its histograms can be
            written; they show up to 12 regions.</p>
            <p>The faces of an electrode lie anywhere between the points of the grid. With a mask, mean and standard
            deviation weigh every point by the share of its cell that is in the mask, and of a cell that the border
            between two regions goes through, each gets its part; the other numbers are those of the points of whose
            cell at least half is in the region.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Fields", "One row per pair of scans, with a column of deformation fields; optionally a "
                + "column of labels of the reference.") //
            .addInputPort("Labels", "Optional: one row per labelled scan, with its <i>Step</i> and a volume of labels. "
                + "Without it, a column of the fields holds the labels, if any are used.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Statistics", "One row per pair, region and component.") //
            .addOutputTable("Histograms", "One row per pair, region, component and bin: its edges, the number of "
                + "points in it, and their part of all points of the region.") //
            .addOutputTable("Pictures", "One row per picture: what it shows, and the path of the file. Empty without a "
                + "picture folder.")) //
        .model(m -> m //
            .parametersClass(StrainStatisticsNodeParameters.class) //
            .configure(StrainStatisticsNodeFactory::configure) //
            .execute(StrainStatisticsNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("swelling", "histogram", "percentile", "separator", "current collector", "heterogeneity", "DVC");

    /** Called by KNIME. */
    public StrainStatisticsNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final StrainStatisticsNodeParameters parameters = in.getParameters();
        PairCells.fieldOnly(in.getInTableSpec(0), parameters.m_fieldColumn);
        if (parameters.m_labelUse != LabelUse.NONE) {
            ReferenceLabels.column(in.getInTableSpec(0), in.getInTableSpec(1), parameters.m_labelColumn);
        }
        out.setOutSpecs(StrainStatisticsTables.numbersSpec(), StrainStatisticsTables.histogramsSpec(),
            StrainPictures.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final StrainStatisticsNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final StrainStatisticsTables tables = new StrainStatisticsTables(in.getExecutionContext());
            final Warnings warnings = new Warnings();
            final List<StrainStep> steps = new ArrayList<>();
            final List<String> missing = new ArrayList<>();
            final Input input = Input.of(table.getDataTableSpec(), in.getInTable(1), parameters);
            for (final DataRow row : table) {
                progress.check();
                progress.report((steps.size() + missing.size()) / (double)table.size(), "Row " + row.getKey());
                final Optional<LabelVolume> labels = input.labels(row);
                if (input.isMissing(row)) {
                    missing.add(row.getKey().getString());
                } else if (input.isUsable(labels)) {
                    final StrainStep step = input.describe(row, labels, parameters, warnings, progress);
                    tables.add(step);
                    steps.add(step.first(StrainSeries.MOST_REGIONS));
                }
            }
            out.setOutData(0, tables.closeNumbers());
            out.setOutData(1, tables.closeHistograms());
            out.setOutData(2, new StrainPictures(parameters).write(steps, in.getExecutionContext(), progress));
            warnings.add(RowAppender.warning(missing));
            warnings.add(input.labels == null ? null : input.labels.warning());
            warnings.show(out);
        });
    }

    /** Where fields and labels are; labels are null where they are not used. */
    private record Input(DataTableSpec spec, PairCells cells, ReferenceLabels labels) {

        static Input of(final DataTableSpec spec, final BufferedDataTable labels,
            final StrainStatisticsNodeParameters parameters) throws InvalidSettingsException {
            return new Input(spec, PairCells.fieldOnly(spec, parameters.m_fieldColumn),
                parameters.m_labelUse == LabelUse.NONE ? null
                    : new ReferenceLabels(spec, labels, parameters.m_labelColumn));
        }

        boolean isMissing(final DataRow row) {
            return row.getCell(cells.field()).isMissing();
        }

        Optional<LabelVolume> labels(final DataRow row) throws IOException {
            final Optional<VolumeValue> found = labels == null ? Optional.empty()
                : labels.of(row, PairLabel.of(spec, row));
            return found.isEmpty() ? Optional.empty()
                : Optional.of(new LabelVolume(found.get().getVolume(), Collections.emptySortedMap()));
        }

        boolean isUsable(final Optional<LabelVolume> found) {
            return labels == null || found.isPresent();
        }

        StrainStep describe(final DataRow row, final Optional<LabelVolume> found,
            final StrainStatisticsNodeParameters parameters, final Warnings warnings, final Progress progress)
            throws IOException, InvalidSettingsException {
            final StrainField strain = Strain.of(cells.field(row), parameters.settings(), progress);
            warnings.add(StrainColumns.warning(PairLabel.of(spec, row), strain));
            return StrainStep.of(spec, row, StrainStatistics.of(strain, parameters.m_measure.components,
                new StatisticsRegions(parameters).of(strain, found.orElse(null), progress), parameters::bins));
        }
    }
}
