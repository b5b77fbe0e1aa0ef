// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.phantom.ElectrodePhantom;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
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

/** Renders scans of an electrode of several phases that are known voxel by voxel. */
public final class ElectrodePhantomNodeFactory extends DefaultNodeFactory {

    private static final String TRUE_PHASES = "True phases";

    private static final String TRUE_PARTICLES = "True particles";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Electrode Phantom") //
        .icon("./electrode-phantom.png") //
        .shortDescription("Makes scans of an electrode whose phases and particles are known voxel by voxel.") //
        .fullDescription("""
            <p>Stands in for the scans of a silicon-graphite electrode, to try out cleaning, alignment, segmentation,
            particle statistics and tracking where the truth is known. Ellipsoidal grains of silicon and graphite lie
            in a network of carbon and binder on a rough copper collector; small z is the separator.</p>
            <p>From scan to scan the electrode swells along z as the strains say, and the grains move with it. Silicon
            takes up lithium from its surface: on average 55 % of its volume where the electrode is fullest, with a
            grey value near that of graphite, so that the visible silicon becomes less though the grains grow. The
            sample drifts as a rigid body, and the grey values drift with the beam.</p>
            <p>Mean grey values (16 bit): pore 6,000, carbon-binder 18,000, graphite 29,000, silicon 45,000, lithiated
            silicon 30,000, copper 58,000. They are blurred, and rings and noise are added.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Series", "One row per scan: <i>True phases</i> (0 pore, 1 carbon-binder, 2 graphite, 3 "
                + "silicon, 4 lithiated silicon, 5 copper), <i>True particles</i> (the number of the grain, the same in "
                + "all scans) and the scan itself, <i>Volume</i>.") //
            .addOutputTable("Grains", "One row per grain and scan: its number, phase, centre in µm, and the part of its "
                + "volume that holds no lithium.")) //
        .model(m -> m //
            .parametersClass(ElectrodePhantomNodeParameters.class) //
            .configure(ElectrodePhantomNodeFactory::configure) //
            .execute(ElectrodePhantomNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("simulation", "ground truth", "digital twin", "segmentation", "particles", "silicon", "graphite");

    /** Called by KNIME. */
    public ElectrodePhantomNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec seriesSpec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column(TRUE_PHASES, VolumeCell.TYPE), SeriesColumns.column(TRUE_PARTICLES, VolumeCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE));
    }

    private static DataTableSpec grainSpec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.PARTICLE, IntCell.TYPE),
            SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Phase", StringCell.TYPE), SeriesColumns.column("Centre x [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Centre y [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Centre z [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Non-lithiated volume [%]", DoubleCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) {
        out.setOutSpecs(seriesSpec(), grainSpec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ElectrodePhantomNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final ElectrodePhantom phantom = ElectrodePhantom.of(parameters.settings(), progress.part(0, 0.05));
            out.setOutData(0, series(phantom, context, progress.part(0.05, 1)));
            out.setOutData(1, grains(phantom, context));
        });
    }

    private static BufferedDataTable series(final ElectrodePhantom phantom, final ExecutionContext context,
        final Progress progress) throws IOException {
        final BufferedDataContainer container = context.createDataContainer(seriesSpec());
        for (int scan = 0; scan < phantom.scans(); scan++) {
            progress.check();
            final List<DataCell> cells = new ArrayList<>(List.of(new StringCell("T" + scan),
                new DoubleCell(scan * phantom.settings().cycle().interval())));
            final List<Volume> volumes = List.of(VolumeDisplay.LABELS.on(phantom.phases(scan).named()),
                VolumeDisplay.LABELS.on(phantom.particles(scan)), phantom.volume(scan));
            for (int i = 0; i < volumes.size(); i++) {
                final double done = scan * volumes.size() + i;
                final double all = phantom.scans() * (double)volumes.size();
                cells.add(VolumeStorage.store(volumes.get(i), context, progress.part(done / all, (done + 1) / all)));
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)scan), cells));
        }
        container.close();
        return container.getTable();
    }

    private static BufferedDataTable grains(final ElectrodePhantom phantom, final ExecutionContext context) {
        final BufferedDataContainer container = context.createDataContainer(grainSpec());
        final VoxelSize size = phantom.settings().voxelSize();
        for (int scan = 0; scan < phantom.scans(); scan++) {
            for (int grain = 1; grain <= phantom.grains(); grain++) {
                final Point centre = phantom.centre(grain, scan).times(size);
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), new IntCell(grain),
                    new StringCell("T" + scan), new StringCell(phantom.isSilicon(grain) ? "Silicon" : "Graphite"),
                    new DoubleCell(centre.x()), new DoubleCell(centre.y()), new DoubleCell(centre.z()),
                    new DoubleCell(100 * phantom.nonLithiated(grain, scan))));
            }
        }
        container.close();
        return container.getTable();
    }
}
