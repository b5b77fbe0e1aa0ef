// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.geodesic.PathMetric;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
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

/** Maps how long the way through the pores is. */
public final class GeometricTortuosityNodeFactory extends DefaultNodeFactory {

    /** Column of the tortuosity. */
    static final String TORTUOSITY = "Tortuosity";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Geometric Tortuosity") //
        .icon("./geometric-tortuosity.png") //
        .shortDescription("How long the way through the pores is, to every place and with depth.") //
        .fullDescription("""
            <p>Finds for each pore voxel <i>x</i> the shortest path through the pores from the entry face, which is
            the side of the separator, and divides its length <i>L</i> by the straight distance <i>d</i>:</p>
            <p><i>τ</i>(<i>x</i>) = <i>L</i>(<i>x</i>) / <i>d</i>(<i>x</i>)</p>
            <p>with the depth as <i>d</i>, or the distance to the nearest pore at the entry face. 1 is the straight
            way down; pores that no path leads to have an infinite tortuosity, which pictures show white, and solid
            has none (NaN, grey). With depth you get mean and median over the pores that can be reached, how much of
            the pore that is, and how many connections there are: separate areas of reachable pore in a slice,
            reachable pixels, or links to the next slice. Lengths are in µm for voxels of any proportions.</p>
            <p><b>Which paths.</b> <i>Fast marching</i> solves the eikonal equation |∇<i>L</i>| = 1: paths of any
            angle, and lengths that converge, from above, when voxels become smaller: around walls 16 voxels apart
            they are 4 % too long, 32 voxels apart 2 %. It does not pass between solid voxels that touch at an edge or
            a corner. <i>26 neighbours</i> are steps from voxel to voxel, as in dijkstra3d and scikit-image: up to
            12.8 % longer than a straight line whatever the resolution, and they do pass there. Both together tell how
            much of a result is the way of measuring.</p>
            <p>Geometric tortuosity is not the tortuosity factor that lowers the diffusivity: that one also feels how
            narrow the ways are.</p>
            <p>Needs 8 bytes of memory per voxel (a volume of 512³ voxels: 1 GB) and about 0.4 µs per pore voxel.
            After Vorauer et al., Communications Chemistry 3, 141 (2020), Figs. 5 c and 6 a, b.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Phases", "One row per scan, with volumes of phases or masks of the pores.") //
            .addOutputTable("Tortuosity", "The input with a volume <i>Tortuosity</i>; with two kinds of paths, also "
                + "<i>Tortuosity, 26 neighbours</i>.") //
            .addOutputTable("Depths", "One row per scan and depth: porosity, mean, median and minimum of the "
                + "tortuosity of reachable pores (infinite where there are none), reachable part of the pore, and "
                + "connections per slice.") //
            .addOutputTable("Scans", "One row per scan and kind of paths: amount, volume and surface of the pores that "
                + "can be reached (Crofton; without the border of the volume), how deep paths lead, and tortuosity, "
                + "connections and shortest path at the far side.") //
            .addOutputTable("Shortest paths", "One row per point of the shortest path to a depth, in µm. Empty unless "
                + "it is wanted.") //
            .addOutputTable("Pictures", "Paths of pictures of the mean tortuosity, on a logarithmic axis, and of the "
                + "connections against depth, with a line per scan. Empty without a picture folder.")) //
        .model(m -> m //
            .parametersClass(GeometricTortuosityNodeParameters.class) //
            .configure(GeometricTortuosityNodeFactory::configure) //
            .execute(GeometricTortuosityNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("geodesic", "shortest path", "pore network", "fast marching", "Dijkstra", "eikonal", "percolation",
            "connections");

    /** Called by KNIME. */
    public GeometricTortuosityNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final int column, final List<PathMetric> metrics) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (final PathMetric metric : metrics) {
            columns.add(SeriesColumns.column(columns.isEmpty() ? TORTUOSITY : TORTUOSITY + ", " + metric.title(),
                VolumeCell.TYPE));
        }
        return new RowAppender(new int[]{column}, columns.toArray(DataColumnSpec[]::new));
    }

    private static int column(final DataTableSpec spec, final GeometricTortuosityNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_poreColumn, VolumeValue.class, "phases or masks (volumes)");
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final GeometricTortuosityNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final List<PathMetric> metrics = parameters.m_paths.metrics;
        out.setOutSpecs(appender(column(spec, parameters), metrics).spec(spec), TortuosityTables.profileSpec(metrics),
            TortuosityTables.summarySpec(), TortuosityTables.pathSpec(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final GeometricTortuosityNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final int column = column(table.getDataTableSpec(), parameters);
            final int[] labels = parameters.labels();
            final RowAppender appender = appender(column, parameters.m_paths.metrics);
            final TortuosityTables tables = new TortuosityTables(parameters.m_paths.metrics, context);
            final List<TortuosityScan> scans = new ArrayList<>();
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress.part(0, 0.95), (row, part) -> {
                final ScanStep step = ScanStep.of(table.getDataTableSpec(), row);
                final TortuosityScan scan = TortuosityScan.measure(step, VolumeColumns.mask(row, column, labels),
                    parameters, new TortuosityScan.Work(context, warnings, part));
                tables.add(scan);
                scans.add(scan);
                return scan.results().stream().map(result -> (DataCell)result.tortuosity()).toList();
            }));
            out.setOutData(1, tables.closeProfiles());
            out.setOutData(2, tables.closeSummaries());
            out.setOutData(3, tables.closePaths());
            out.setOutData(4, PictureTable.write(new TortuosityPlots(scans, parameters.m_connections).drawings(),
                parameters.m_pictures, context, progress.part(0.95, 1)));
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }
}
