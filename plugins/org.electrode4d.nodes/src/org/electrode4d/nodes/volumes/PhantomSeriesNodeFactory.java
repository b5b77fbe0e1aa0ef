// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.phantom.Electrode;
import org.electrode4d.phantom.Particle;
import org.electrode4d.phantom.PhantomSeries;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
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

/** Renders a time series of an electrode whose deformation, particles and changes are known exactly. */
public final class PhantomSeriesNodeFactory extends DefaultNodeFactory {

    /** Labels of the particles. */
    static final String PARTICLES = "Particles";

    /** Marks the particles whose grey value changes. */
    static final String CHANGED = "Changed particles";

    /** The halves of the electrode. */
    static final String SIDES = "Sides";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Phantom Series") //
        .icon("./phantom-series.png") //
        .shortDescription("Makes a time series of an electrode whose swelling is known exactly.") //
        .fullDescription("""
            <p>A digital twin of an operando experiment: an electrode of particles is scanned at T0, T1, ... while it
            swells and shrinks. Every displacement, strain, particle and change of grey value is known, so a whole
            workflow (correlation of consecutive scans, composition, strain per region, residual maps) can be checked
            before it is trusted with your own scans. The default is the cycle that H&#228;usler et al. measured on a
            silicon anode (2026, Fig. 3d): a volumetric strain of 6 % at T1 and 42 % at T6, more at the separator than
            at the current collector, 32 % left at T8, and a double scan T9 of the same state.</p>
            <p>The electrode fills the height from 40 % (separator, small z) to 85 % (current collector). Its strain is
            along z and linear over the thickness: with the mean strain <i>e</i> of a step and <i>g</i> = "More at the
            separator", <i>F</i><sub>zz</sub> - 1 = <i>e</i> (1 + 2 <i>g</i> (1 - 2 <i>s</i>)), where <i>s</i> is 0 at
            the separator and 1 at the collector, so that the halves have (1 + <i>g</i>) <i>e</i> and (1 - <i>g</i>)
            <i>e</i>. The collector stays in place, the separator is pushed towards z = 0; beyond the faces the strain
            fades over 6 % of the height. Then the whole sample drifts: it turns about z and shifts, a little more with
            every scan.</p>
            <p>Some particles change their grey value in proportion to the strain, as lithiated silicon does: that is
            what a residual map should find, and nothing else. Images are computed from formulas; none is made from
            another by interpolation. Noise is new in every scan.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Series", "One row per scan with its <i>Volume</i> (16 bit).") //
            .addOutputTable("Truth", "One row per pair, consecutive ones and T0 with each later scan: the <i>True "
                + "field</i>, displacement and deformation gradient exactly at every node of a grid.") //
            .addOutputTable("Labels", "The series once more, with three volumes of labels that move with the material: "
                + "<i>Sides</i> (1 in the half of the electrode at the separator, 2 in the half at the current "
                + "collector), <i>Changed particles</i> (1 where the grey value changes) and <i>Particles</i> (1, 2, "
                + "...; 0 between them).") //
            .addOutputTable("Particles", "One row per particle at T0: label, centre and radius in voxels, which half of "
                + "the electrode it is in, and whether its grey value changes.")) //
        .model(m -> m //
            .parametersClass(PhantomSeriesNodeParameters.class) //
            .configure(PhantomSeriesNodeFactory::configure) //
            .execute(PhantomSeriesNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("simulation", "ground truth", "digital twin", "time series", "DVC", "lithiation", "labels");

    /** Called by KNIME. */
    public PhantomSeriesNodeFactory() {
        super(NODE);
    }

    /** The volume is the first and the particles are the last, as nodes expect that choose a column by themselves. */
    static DataTableSpec labelSpec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE), SeriesColumns.column(SIDES, VolumeCell.TYPE),
            SeriesColumns.column(CHANGED, VolumeCell.TYPE), SeriesColumns.column(PARTICLES, VolumeCell.TYPE));
    }

    static DataTableSpec particleSpec() {
        return new DataTableSpec(SeriesColumns.column("Label", IntCell.TYPE),
            SeriesColumns.column("Centre x [voxel]", DoubleCell.TYPE),
            SeriesColumns.column("Centre y [voxel]", DoubleCell.TYPE),
            SeriesColumns.column("Centre z [voxel]", DoubleCell.TYPE),
            SeriesColumns.column("Radius [voxel]", DoubleCell.TYPE), SeriesColumns.column("Side", StringCell.TYPE),
            SeriesColumns.column("Changes", BooleanCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) {
        out.setOutSpecs(SeriesColumns.spec(), TruthTable.SPEC, labelSpec(), particleSpec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final PhantomSeriesNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final PhantomSeries series = PhantomSeries.of(parameters.settings(), progress.part(0, 0.05));
            final List<VolumeCell> volumes = volumes(series, context, progress.part(0.05, 0.6));
            out.setOutData(0, series(series, volumes, context));
            out.setOutData(1, truth(series, parameters, context, progress.part(0.6, 0.65)));
            out.setOutData(2, labels(series, volumes, context, progress.part(0.65, 1)));
            out.setOutData(3, particles(series, context));
        });
    }

    private static Progress part(final Progress progress, final int index, final int count) {
        return progress.part(index / (double)count, (index + 1) / (double)count);
    }

    private static List<VolumeCell> volumes(final PhantomSeries series, final ExecutionContext context,
        final Progress progress) throws IOException {
        final List<VolumeCell> cells = new ArrayList<>();
        for (int scan = 0; scan < series.scans(); scan++) {
            final Progress part = part(progress, scan, series.scans());
            part.report(0, "Rendering T" + scan);
            cells.add(VolumeStorage.store(series.volume(scan), context, part));
        }
        return cells;
    }

    private static BufferedDataTable series(final PhantomSeries series, final List<VolumeCell> volumes,
        final ExecutionContext context) {
        final SeriesTable table = new SeriesTable(context);
        for (int scan = 0; scan < series.scans(); scan++) {
            table.add(ScanSource.of(""), series.volume(scan), volumes.get(scan));
        }
        return table.close();
    }

    private static BufferedDataTable labels(final PhantomSeries series, final List<VolumeCell> volumes,
        final ExecutionContext context, final Progress progress) throws IOException {
        final BufferedDataContainer container = context.createDataContainer(labelSpec());
        for (int scan = 0; scan < series.scans(); scan++) {
            final Progress part = part(progress, scan, series.scans());
            part.report(0, "Labelling T" + scan);
            final List<DataCell> cells = new ArrayList<>(List.of(new StringCell("T" + scan),
                new DoubleCell(scan * series.settings().cycle().interval()), volumes.get(scan)));
            final List<Volume> labels = List.of(series.sides(scan), series.changed(scan), series.particles(scan));
            for (int i = 0; i < labels.size(); i++) {
                cells.add(VolumeStorage.store(labels.get(i), context, part(part, i, labels.size())));
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)scan), cells));
        }
        container.close();
        return container.getTable();
    }

    private static BufferedDataTable truth(final PhantomSeries series, final PhantomSeriesNodeParameters parameters,
        final ExecutionContext context, final Progress progress) throws IOException {
        final TruthTable table =
            new TruthTable(parameters.grid(), series.settings().phantom().voxelSize(), context);
        for (int scan = 1; scan < series.scans(); scan++) {
            table.add(scan - 1, scan, series.settings().motion(scan - 1, scan), progress);
        }
        for (int scan = 2; scan < series.scans(); scan++) {
            table.add(0, scan, series.settings().motion(scan), progress);
        }
        return table.close();
    }

    private static BufferedDataTable particles(final PhantomSeries series, final ExecutionContext context) {
        final BufferedDataContainer container = context.createDataContainer(particleSpec());
        final Electrode electrode = series.settings().electrode();
        series.forEachParticle(particle -> container.addRowToTable(new DefaultRow(
            RowKey.createRowKey(container.size()), new IntCell(particle.label()),
            new DoubleCell(particle.centre().x()), new DoubleCell(particle.centre().y()),
            new DoubleCell(particle.centre().z()), new DoubleCell(particle.radius()),
            new StringCell(side(particle, electrode)),
            series.changes(particle) ? BooleanCell.TRUE : BooleanCell.FALSE)));
        container.close();
        return container.getTable();
    }

    private static String side(final Particle particle, final Electrode electrode) {
        return switch (electrode.side(particle.centre().z())) {
            case 1 -> "Separator";
            case 2 -> "Current collector";
            default -> "Outside";
        };
    }
}
