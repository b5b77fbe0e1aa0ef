// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.FileOutput;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanNames;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.proximity.DistanceSettings;
import org.electrode4d.transport.proximity.MaskedPhase;
import org.electrode4d.transport.proximity.PhaseDistances;
import org.electrode4d.transport.proximity.PhaseDistances.ColouredSurface;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.picture.ValueRange;
import org.electrode4d.volume.surface.SurfacePly;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
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

/** Measures how far two phases are from each other. */
public final class PhaseDistancesNodeFactory extends DefaultNodeFactory {

    /** Column of the volumes of distances. */
    static final String DISTANCE = "Distance";

    private static final double MEASURING = 0.85;
    /** How the files of the two phases' surfaces end. */
    private static final List<String> SURFACES = List.of(".ply", "-back.ply");

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Phase Distances") //
        .icon("./phase-distances.png") //
        .shortDescription("How far the pores are from the active material, and back: mean and Hausdorff distance, "
            + "quantiles and distribution.") //
        .fullDescription("""
            <p>Lithium has to get from the pores to the particles. For each point <i>a</i> on the surface of the first
            phase <i>A</i>, such as the pore, the distance to the second phase <i>B</i>, such as silicon, is</p>
            <p><i>d</i>(<i>a</i>, <i>B</i>) = min<sub><i>b</i> in <i>B</i></sub> | <i>a</i> − <i>b</i> |</p>
            <p>in µm. Its mean over the surface is what Vorauer et al., Communications Chemistry 3, 141 (2020), Fig. 7,
            call the mean Hausdorff distance: it grew from 3.62 to 5.37 µm in 300 cycles, and the largest one from 12.73
            to 17.53 µm. The largest one is the directed Hausdorff distance <i>h</i>(<i>A</i>, <i>B</i>), and the
            Hausdorff distance is the larger of <i>h</i>(<i>A</i>, <i>B</i>) and <i>h</i>(<i>B</i>, <i>A</i>). Both
            directions are measured; they are not the same: a pore far from all silicon counts in the one, and silicon
            far from all pores in the other.</p>
            <p><b>Surfaces of triangles</b> are made by marching cubes on the smoothed phases. Distances go from each
            vertex, with the area around it as its weight, to the nearest point on a triangle. <b>Voxels</b> take the
            exact Euclidean distance between voxel centres instead: where surfaces face each other that is one voxel
            more, since each surface is half a voxel before the centres; 'Faces' takes that off. Two plates with 12
            voxels between them: 13 by voxels, 12 by surfaces. Phases that touch are 0 apart by surfaces, and one voxel
            by voxel centres.</p>
            <p>Where the volume cuts a phase is no surface, and what is beyond its border is unknown: distances may be
            too large near the border. A scan without one of the phases has no distance: its cells are missing, and a
            warning tells. Changes refer to the first scan that has distances.</p>
            <p>Surfaces need memory: some 40 bytes for each of their triangles, of which a network of fine pores in 512
            x 512 x 512 voxels has 44 million. If that is not there the node says what it would need. The surface of the
            first phase with its distances can be written as PLY files: MeshLab shows the distances as quality, all
            programs as colours from 0 (dark) to the largest (yellow).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan in the order of time, with volumes of phases.") //
            .addOutputTable("Distances", "The input with a volume <i>Distance</i>: how far the centre of each voxel of "
                + "the first phase is from the second one, in µm; no number in all other voxels.") //
            .addOutputTable("Summary", "Two rows per scan, there and back: number of samples, area of the surface in "
                + "µm², mean, root mean square, standard deviation, minimum, quantiles and maximum (the directed "
                + "Hausdorff distance) in µm, Hausdorff distance of both directions in µm, and change of mean and "
                + "maximum in %.") //
            .addOutputTable("Histogram", "One row per bin, scan and direction: middle of the bin in µm, part of the "
                + "surface in %, density in 1/µm (the sum of density times bin width is one), and part up to the end "
                + "of the bin in %.") //
            .addOutputTable("Pictures", "Path of the picture: a curve per scan with its mean, for both directions. "
                + "Empty without a picture folder.")) //
        .model(m -> m //
            .parametersClass(PhaseDistancesNodeParameters.class) //
            .configure(PhaseDistancesNodeFactory::configure) //
            .execute(PhaseDistancesNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("Hausdorff", "proximity", "distance", "marching cubes", "mesh", "pore", "silicon", "ageing");

    /** Called by KNIME. */
    public PhaseDistancesNodeFactory() {
        super(NODE);
    }

    private static int[] columns(final DataTableSpec spec, final PhaseDistancesNodeParameters parameters)
        throws InvalidSettingsException {
        final int phases = Columns.find(spec, parameters.m_phaseColumn, VolumeValue.class, "phases");
        return parameters.m_useMask
            ? new int[]{phases, Columns.find(spec, parameters.m_maskColumn, VolumeValue.class, "masks")}
            : new int[]{phases};
    }

    private static RowAppender appender(final int[] columns) {
        return new RowAppender(columns, SeriesColumns.column(DISTANCE, VolumeCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        final PhaseDistancesNodeParameters parameters = in.getParameters();
        out.setOutSpecs(appender(columns(spec, parameters)).spec(spec), DistanceTables.summarySpec(),
            DistanceTables.histogramSpec(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final PhaseDistancesNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final int[] columns = columns(spec, parameters);
            final RowAppender appender = appender(columns);
            final DistanceTables tables = new DistanceTables(context, parameters.m_places.points);
            final DistancePlots plots = new DistancePlots();
            final Warnings warnings = new Warnings();
            final ScanNames names = new ScanNames();
            try (FileOutput surfaces = FileOutput.open(parameters.m_files, parameters.hasSurfaces())) {
                final Work work = new Work(parameters, context, tables, plots, surfaces, names,
                    warnings);
                out.setOutData(0, appender.append(table, context, progress, (row, part) ->
                    work.measure(row, columns, ScanStep.of(spec, row), part)));
                out.setOutData(1, tables.closeSummary());
                out.setOutData(2, tables.closeHistogram());
                out.setOutData(3, PictureTable.write(plots.drawings(), parameters.m_pictures, context, progress));
                surfaces.commit();
            }
            warnings.add(appender.warning());
            warnings.add(appender.referenceWarning());
            warnings.add(tables.referenceWarning());
            warnings.show(out);
        });
    }

    /** What is done with each scan, and where its results go. */
    private record Work(PhaseDistancesNodeParameters parameters, ExecutionContext context, DistanceTables tables,
        DistancePlots plots, FileOutput surfaces, ScanNames names, Warnings warnings) {

        List<DataCell> measure(final DataRow row, final int[] columns, final ScanStep step, final Progress progress)
            throws IOException, InvalidSettingsException {
            final LabelVolume labels = LabelVolume.of(VolumeColumns.volume(row, columns[0]));
            final Volume first = first(labels, row, columns);
            final Volume second = phase(labels, parameters.to());
            final DistanceSettings settings = parameters.settings(first);
            try (ScratchSpace scratch = ScratchSpace.open()) {
                final PhaseDistances distances =
                    PhaseDistances.of(first, second, settings, scratch, progress.part(0, MEASURING));
                final MeasuredDistances scan = new MeasuredDistances(step, first.name(), second.name(),
                    distances.there(), distances.back(), distances.hausdorff(), settings.binWidth());
                tables.add(scan);
                plots.add(scan);
                if (!distances.undefined().isEmpty()) {
                    warnings.add(step.name() + ": " + distances.undefined() + ". Its distances are missing.");
                }
                final String name = names.of(step, row.getKey());
                final List<ColouredSurface> found = distances.surfaces();
                for (int i = 0; i < found.size(); i++) {
                    final ColouredSurface surface = found.get(i);
                    surfaces.write(name, SURFACES.get(i), file -> write(surface, file));
                }
                return List.of(distances.map().isEmpty() ? new MissingCell("One of the phases has no voxel.")
                    : VolumeStorage.store(new VolumeDisplay("µm", false).on(distances.map().get()), context,
                        progress.part(MEASURING, 1)));
            }
        }

        /** Coloured from 0 to the largest distance. */
        private static void write(final ColouredSurface surface, final Path file) throws IOException {
            float largest = 0;
            for (final float distance : surface.distances()) {
                largest = Math.max(largest, distance);
            }
            SurfacePly.write(surface.triangles(), surface.distances(), new ValueRange(0, largest > 0 ? largest : 1),
                file);
        }

        private Volume first(final LabelVolume labels, final DataRow row, final int[] columns)
            throws IOException, InvalidSettingsException {
            final Volume phase = phase(labels, parameters.from());
            return columns.length == 1 ? phase : MaskedPhase.of(phase, VolumeColumns.volume(row, columns[1]));
        }

        /** Named as its labels are. */
        private static Volume phase(final LabelVolume labels, final int[] selected) {
            return LabelMask.of(labels, selected)
                .withName(Arrays.stream(selected).mapToObj(labels::name).collect(Collectors.joining(", ")));
        }
    }
}
