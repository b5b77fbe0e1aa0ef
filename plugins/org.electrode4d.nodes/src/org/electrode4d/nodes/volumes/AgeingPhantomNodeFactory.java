// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.phantom.AgeingPhantom;
import org.electrode4d.phantom.AgeingTruth;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
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
            compound and towards the collector, so that few ways are left at large depth. What is no pore at some age is
            no pore later.</li>
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
                + "graphite, 3 silicon compound) and <i>Particles</i> (the number of each graphite grain and of each "
                + "piece of silicon compound; pieces keep their numbers as they break further).") //
            .addOutputTable("Truth", "One row per number of cycles, counted on the voxels: volume of each phase, its "
                + "change against the pristine anode, number and mean size of the pieces of silicon compound (diameter "
                + "of the ball of the same volume; in a 2-D image of the disc of the same area).")) //
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
            SeriesColumns.column(PARTICLES, VolumeCell.TYPE));
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
        out.setOutSpecs(seriesSpec(), truthSpec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final AgeingPhantomNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final AgeingPhantom phantom = AgeingPhantom.of(parameters.settings(), progress.part(0, 0.1));
            final BufferedDataContainer series = context.createDataContainer(seriesSpec());
            final BufferedDataContainer truths = context.createDataContainer(truthSpec());
            final AgeingTruth pristine = AgeingTruth.of(phantom, phantom.phases(0), phantom.particles(0),
                progress.part(0.1, 0.2));
            final double[] cycles = parameters.cycles().stream().mapToDouble(Double::doubleValue).toArray();
            for (int row = 0; row < cycles.length; row++) {
                final Progress part = progress.part(0.2 + 0.8 * row / cycles.length,
                    0.2 + 0.8 * (row + 1) / cycles.length);
                final LabelVolume phases = phantom.phases(cycles[row]);
                final Volume particles = phantom.particles(cycles[row]);
                series.addRowToTable(new DefaultRow(RowKey.createRowKey((long)row),
                    new StringCell(AgeingPhantom.age(cycles[row])),
                    new DoubleCell(cycles[row]), store(phases.named(), context, part.part(0, 0.4)),
                    store(particles, context, part.part(0.4, 0.8))));
                truths.addRowToTable(new DefaultRow(RowKey.createRowKey((long)row), truth(cycles[row],
                    AgeingTruth.of(phantom, phases, particles, part.part(0.8, 1)), pristine)));
            }
            series.close();
            truths.close();
            out.setOutData(0, series.getTable());
            out.setOutData(1, truths.getTable());
        });
    }

    private static VolumeCell store(final Volume labels, final ExecutionContext context, final Progress progress)
        throws IOException {
        return VolumeStorage.store(VolumeDisplay.LABELS.on(labels), context, progress);
    }

    private static DataCell[] truth(final double cycles, final AgeingTruth truth, final AgeingTruth pristine) {
        return new DataCell[] {new StringCell(AgeingPhantom.age(cycles)), new DoubleCell(cycles), percent(truth.pore()),
            percent(truth.sei()),
            percent(truth.graphite()), percent(truth.silicon()), change(truth.pore(), pristine.pore()),
            change(truth.sei(), pristine.sei()), change(truth.silicon(), pristine.silicon()),
            new IntCell(truth.pieces()), number(truth.meanSize())};
    }

    private static DataCell percent(final double part) {
        return new DoubleCell(100 * part);
    }

    private static DataCell change(final double now, final double before) {
        return number(100 * (now / before - 1));
    }

    private static DataCell number(final double value) {
        return Double.isFinite(value) ? new DoubleCell(value) : DataType.getMissingCell();
    }
}
