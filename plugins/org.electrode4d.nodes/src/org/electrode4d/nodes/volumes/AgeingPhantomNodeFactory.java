// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.phantom.AgeingPhantom;
import org.electrode4d.phantom.AgeingTruth;
import org.electrode4d.phantom.PoreTruth;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Renders an anode of silicon compound and graphite at several ages, known voxel by voxel. */
public final class AgeingPhantomNodeFactory extends DefaultNodeFactory {

    private static final String CYCLES = "Cycles";

    private static final String PHASES = "Phases";

    private static final String PARTICLES = "Particles";

    private static final String PIECES = "Silicon pieces";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Ageing Phantom") //
        .icon("./ageing-phantom.png") //
        .shortDescription(
            "Makes an anode that ages with its cycles, with phases and particles known voxel by voxel.") //
        .fullDescription("""
            <p>Stands in for segmented scans of an anode of amorphous silicon in iron silicide (<i>silicon compound</i>)
            and graphite after 0, 3, 100 and 300 cycles, to try out tortuosity, distances, phase tables and diffusion
            where the truth is known. The numbers are those of Vorauer et al., <i>Multi-scale quantification and
            modeling of aged nanostructured silicon-based composite anodes</i>, Commun. Chem. 3, 141 (2020):</p>
            <ul>
            <li><b>Pores</b> lose 37.2, 58.8 and 76.5 % of their volume. They close from their walls, first near silicon
            compound and towards the collector. With the structure of micro-tomography <i>channels</i> close last, of
            which ever fewer go deep, and which wind the more the deeper they are: after 300 cycles few connections are
            left at large depth, and the tortuosity rises steeply with it. What is no pore at some age is no pore
            later.</li>
            <li><b>SEI and carbon-binder</b>, the phase around all others, takes the place: about 21, 32 and 40 % more
            with the structure of micro-tomography (the paper: 21.8, 33.3 and 38.2 %).</li>
            <li><b>Silicon compound</b> breaks: 1, 4, 27 and 32 pieces per particle, of a third of the size after 100
            cycles, that drift apart, become rougher, and keep a part of their swelling (0, 10 and 30 % of the
            volume).</li>
            <li><b>Graphite</b> stays as it is.</li>
            </ul>
            <p>Between these numbers of cycles the law is linear in ln(1 + cycles). The pores of 37.5 % that the paper
            counts in electron micrographs cannot go together with its growth of the intermediate phase in a volume that
            stays the same; the structure of micro-tomography therefore has 24 %, for which all changes agree.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Series", "One row per number of cycles: <i>Phases</i> (0 pore, 1 SEI and carbon-binder, 2 "
                + "graphite, 3 silicon compound), <i>Particles</i> (the number of each graphite grain and of each "
                + "piece of silicon compound; pieces keep their numbers as they break further) and <i>Silicon "
                + "pieces</i> (without the graphite).") //
            .addOutputTable("Truth", "One row per number of cycles, counted on the voxels: volume of each phase, its "
                + "change against the pristine anode, number and mean size of the pieces of silicon compound (diameter "
                + "of the ball of the same volume; in a 2-D image of the disc of the same area).") //
            .addOutputTable("Expected", "One row per number that a workflow should find, for <i>Expected Values</i>: "
                + "quantity, phase, depth and step spelt as the measuring nodes do, the published and the true value, "
                + "and where it is in the paper. True values of pores are found by plain methods: counted faces, "
                + "Dijkstra's shortest paths, distances between voxels; above 4 million voxels they are missing.")) //
        .model(m -> m //
            .parametersClass(AgeingPhantomNodeParameters.class) //
            .configure(AgeingPhantomNodeFactory::configure) //
            .execute(AgeingPhantomNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("simulation", "ground truth", "digital twin", "degradation", "cycling", "SEI", "silicon", "graphite",
            "pores");

    /** Called by KNIME. */
    public AgeingPhantomNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec seriesSpec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(CYCLES, DoubleCell.TYPE), SeriesColumns.column(PHASES, VolumeCell.TYPE),
            SeriesColumns.column(PARTICLES, VolumeCell.TYPE), SeriesColumns.column(PIECES, VolumeCell.TYPE));
    }

    private static DataTableSpec truthSpec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(CYCLES, DoubleCell.TYPE), SeriesColumns.column("Pores [%]", DoubleCell.TYPE),
            SeriesColumns.column("SEI and carbon-binder [%]", DoubleCell.TYPE),
            SeriesColumns.column("Graphite [%]", DoubleCell.TYPE),
            SeriesColumns.column("Silicon compound [%]", DoubleCell.TYPE),
            SeriesColumns.column("Change of the pores [%]", DoubleCell.TYPE),
            SeriesColumns.column("Change of SEI and carbon-binder [%]", DoubleCell.TYPE),
            SeriesColumns.column("Change of silicon compound [%]", DoubleCell.TYPE),
            SeriesColumns.column("Pieces of silicon compound", IntCell.TYPE),
            SeriesColumns.column("Mean size of the pieces [µm]", DoubleCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) {
        out.setOutSpecs(seriesSpec(), truthSpec(), ExpectedRow.spec(AgeingExpectation.KEYS));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final AgeingPhantomNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final AgeingPhantom phantom = AgeingPhantom.of(parameters.settings(), progress.part(0, 0.1));
            final RowTable series = new RowTable(seriesSpec(), context);
            final RowTable truths = new RowTable(truthSpec(), context);
            final AgeingTruth pristine = AgeingTruth.of(phantom, phantom.phases(0), phantom.particles(0),
                progress.part(0.1, 0.15));
            final List<AgeingTruths> known = new ArrayList<>();
            final List<Double> cycles = parameters.cycles();
            for (int row = 0; row < cycles.size(); row++) {
                final Progress part = progress.part(0.15 + 0.85 * row / cycles.size(),
                    0.15 + 0.85 * (row + 1) / cycles.size());
                final LabelVolume phases = phantom.phases(cycles.get(row));
                final Volume particles = phantom.particles(cycles.get(row));
                series.add(List.of(new StringCell(AgeingPhantom.age(cycles.get(row))),
                    new DoubleCell(cycles.get(row)), store(phases.named(), context, part.part(0, 0.3)),
                    store(particles, context, part.part(0.3, 0.6)),
                    store(phantom.pieces(particles), context, part.part(0.6, 0.7))));
                known.add(new AgeingTruths(cycles.get(row),
                    AgeingTruth.of(phantom, phases, particles, part.part(0.7, 0.8)),
                    pores(phantom, phases, part.part(0.8, 1))));
                truths.add(truth(known.get(row), pristine));
            }
            final RowTable expected = new RowTable(ExpectedRow.spec(AgeingExpectation.KEYS), context);
            AgeingExpectation.of(parameters.settings(), parameters.m_structure, known)
                .forEach(row -> expected.add(row.cells(AgeingExpectation.KEYS)));
            out.setOutData(0, series.close());
            out.setOutData(1, truths.close());
            out.setOutData(2, expected.close());
        });
    }

    private static Optional<PoreTruth> pores(final AgeingPhantom phantom, final LabelVolume phases,
        final Progress progress) {
        return PoreTruth.isKnown(phantom.settings()) ? Optional.of(PoreTruth.of(phases, progress)) : Optional.empty();
    }

    private static VolumeCell store(final Volume labels, final ExecutionContext context, final Progress progress)
        throws IOException {
        return VolumeStorage.store(VolumeDisplay.LABELS.on(labels), context, progress);
    }

    private static List<DataCell> truth(final AgeingTruths known, final AgeingTruth pristine) {
        final AgeingTruth truth = known.phases();
        return List.of(new StringCell(known.step()), new DoubleCell(known.cycles()), percent(truth.pore()),
            percent(truth.sei()), percent(truth.graphite()), percent(truth.silicon()),
            change(truth.pore(), pristine.pore()), change(truth.sei(), pristine.sei()),
            change(truth.silicon(), pristine.silicon()), new IntCell(truth.pieces()), Cells.number(truth.meanSize()));
    }

    private static DataCell percent(final double part) {
        return new DoubleCell(100 * part);
    }

    private static DataCell change(final double now, final double before) {
        return Cells.number(100 * (now / before - 1));
    }
}
