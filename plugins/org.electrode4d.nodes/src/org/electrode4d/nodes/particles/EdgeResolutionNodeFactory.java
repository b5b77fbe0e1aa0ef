// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanNames;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.edge.EdgeResolution;
import org.electrode4d.segmentation.edge.EdgeSettings;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.IntCell;
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

/** Measures how sharp scans are. */
public final class EdgeResolutionNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Edge Resolution") //
        .icon("./edge-resolution.png") //
        .shortDescription("Spatial resolution of scans by the width of particle edges that are found automatically.") //
        .fullDescription("""
            <p>The sharper a scan, the narrower is the change of grey value at the edge of a particle. The node looks
            for edges that are strong, straight and isolated, with a plateau on both sides, takes as many as wanted, and
            gives the full width at half maximum (FWHM) of the derivative of their profiles, as Häusler et al., EES
            Batteries (2026), Fig. S8: mean ± SD of ten edges of ten particles, 307 ± 15 nm at a voxel size of 50
            nm.</p>
            <p>Each profile is taken along the normal of the edge and averaged over a patch across it, which is
            straightened before, and measured in two ways:</p>
            <ul>
            <li><b>erf</b>: the error function <i>m</i> + <i>c</i>/2 erf((<i>s</i> - <i>s</i><sub>0</sub>) /
            (σ√2)) is fitted, and FWHM = 2 √(2 ln 2) σ. The better choice for noisy scans.</li>
            <li><b>spline</b>: a smoothing spline is laid through the profile, and the width of its derivative's peak is
            taken at half of its height, as in the paper. What the smoothing adds is seen on the fitted error function
            and taken back.</li>
            </ul>
            <p>The number is an upper bound of the resolution: the particle's own edge is in it, and so is the size of
            the voxel. Edges of the same particle are not independent; give labels to take one of each.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with volumes, and with labels of particles if edges are to be "
                + "those of particles.") //
            .addOutputTable("Resolution", "The input with the number of <i>Edges</i>, and mean and SD (n - 1) of both "
                + "FWHM in nm and in voxels along the normal.") //
            .addOutputTable("Edges", "One row per edge and scan: place in µm, normal towards larger grey values, FWHM "
                + "in both ways, contrast, and the residual of the fit as a part of the contrast.") //
            .addOutputTable("Profiles", "One row per sample of every profile: distance from the edge in nm, grey value "
                + "and fit.") //
            .addOutputTable("Pictures", "Paths of the pictures: profile and fit of the first four edges of every "
                + "scan.")) //
        .model(m -> m //
            .parametersClass(EdgeResolutionNodeParameters.class) //
            .configure(EdgeResolutionNodeFactory::configure) //
            .execute(EdgeResolutionNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("FWHM", "resolution", "sharpness", "edge spread function", "erf", "quality");

    /** Called by KNIME. */
    public EdgeResolutionNodeFactory() {
        super(NODE);
    }

    /** The column of volumes, and that of labels where it is needed. */
    private static int[] columns(final DataTableSpec spec, final EdgeResolutionNodeParameters parameters)
        throws InvalidSettingsException {
        final int volumes = Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
        return parameters.m_source == EdgeSource.VOLUME ? new int[]{volumes} : new int[]{volumes,
            Columns.find(spec, parameters.m_labelColumn, VolumeValue.class, "volumes")};
    }

    private static RowAppender appender(final int[] columns) {
        final List<DataColumnSpec> appended = new ArrayList<>(List.of(SeriesColumns.column("Edges", IntCell.TYPE)));
        appended.addAll(Arrays.asList(Cells.columns(EdgeTables.summary())));
        return new RowAppender(columns, appended.toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(appender(columns(spec, in.getParameters())).spec(spec), EdgeTables.edges(),
            EdgeTables.profiles(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final EdgeResolutionNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final int[] columns = columns(spec, parameters);
            final RowAppender appender = appender(columns);
            final Warnings warnings = new Warnings();
            final ScanNames names = new ScanNames();
            final EdgeTables tables = new EdgeTables(context, parameters.m_pictures.isWanted());
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final EdgeResolution.Report report = measure(row, columns, parameters.settings(), part);
                final ScanStep scan = ScanStep.of(spec, row);
                warnings.add(warning(scan, report, parameters));
                return tables.add(scan, names.of(scan, row.getKey()), report);
            }));
            out.setOutData(1, tables.closeEdges());
            out.setOutData(2, tables.closeProfiles());
            out.setOutData(3, PictureTable.write(tables.drawings(), parameters.m_pictures, context, progress));
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static EdgeResolution.Report measure(final DataRow row, final int[] columns, final EdgeSettings settings,
        final Progress progress) throws IOException {
        final Volume volume = VolumeColumns.volume(row, columns[0]);
        return columns.length == 1 ? EdgeResolution.of(volume, settings, progress)
            : EdgeResolution.of(volume, VolumeColumns.volume(row, columns[1]), settings, progress);
    }

    private static String warning(final ScanStep scan, final EdgeResolution.Report report,
        final EdgeResolutionNodeParameters parameters) {
        final int found = report.edges().size();
        if (found >= parameters.m_edges) {
            return null;
        }
        final String reasons = report.candidates() == 0 ? "Its grey values change nowhere"
            + (parameters.m_source == EdgeSource.VOLUME ? "." : ", or no particle has a strong edge.")
            : "Of " + report.candidates() + " places on edges were " + report.reasons() + ".";
        return (found == 0 ? "No edge of " + scan.name() + " will do" : "Only " + found + " of " + parameters.m_edges
            + " edges were found in " + scan.name()) + ". " + reasons;
    }
}
