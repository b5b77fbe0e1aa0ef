// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataRow;
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

/** Makes finite element meshes of phases and tells how good they are. */
public final class MeshGeneratorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Mesh Generator") //
        .icon("./mesh-generator.png") //
        .shortDescription("Finite element meshes of segmented scans: triangles or tetrahedra, fine at interfaces.") //
        .fullDescription("""
            <p>Divides a slice of a segmented scan into triangles, or the whole scan into tetrahedra, so that no element
            reaches over the interface of two phases. Elements are as small as a voxel at interfaces and grow away from
            them, as in Vorauer et al. (2020), who took 430 000 triangles, finer around particles and pores. Look at the
            mesh here before you compute with it: the nodes for diffusion and lithiation make the same one by
            themselves.</p>
            <p>A balanced quadtree or octree divides the image into boxes of one phase. Boxes become elements that share
            whole edges and faces. <b>Smooth</b> interfaces lose the steps of voxels by Taubin's smoothing (1995), as far
            as all elements stay good: a disc has its perimeter to 1 % and a ball its surface to 2 % from radii of 10
            voxels on, where steps are 27 % and 50 % too long. <b>Steps</b> keep the volumes of the phases exactly.</p>
            <p>Measures of quality, the best being an equilateral triangle or a regular tetrahedron:</p>
            <ul>
            <li>Smallest angle [°]: in a triangle, at most 60; between two faces of a tetrahedron, at most 70.5.</li>
            <li>Radius ratio: 2 <i>r</i>/<i>R</i> in the plane, 3 <i>r</i>/<i>R</i> in space, of the inscribed and the
            circumscribed circle or sphere, 0 to 1.</li>
            <li>Edge ratio: the shortest over the longest edge, 0 to 1.</li>
            </ul>
            <p>If voxels are not cubes, elements are stretched like them, and their quality is less.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan with a volume of labels.") //
            .addOutputTable("Quality", "For each scan a row for all phases and one for each: the numbers of elements, "
                + "vertices and facets at interfaces, area in µm² or volume in µm³ and its deviation from that of the "
                + "voxels in %, length in µm or area in µm² of the interfaces, minimum, 1st percentile, median and mean "
                + "of the measures of quality, and the path of the mesh.") //
            .addOutputTable("Histogram", "One row per scan, measure of quality and bin: the elements, as a number and "
                + "in %.") //
            .addOutputTable("Pictures", "Paths of the pictures of meshes of slices, in the colours of the phases; none "
                + "without a folder, nor of tetrahedra.")) //
        .model(m -> m //
            .parametersClass(MeshGeneratorNodeParameters.class) //
            .configure(MeshGeneratorNodeFactory::configure) //
            .execute(MeshGeneratorNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("mesh", "FEM", "finite element", "triangle", "tetrahedron", "octree", "ParaView", "vtu");

    /** Called by KNIME. */
    public MeshGeneratorNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final MeshGeneratorNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_phaseColumn, VolumeValue.class, "volumes");
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        column(in.getInTableSpec(0), in.getParameters());
        out.setOutSpecs(MeshTables.numbersSpec(), MeshTables.histogramSpec(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final MeshGeneratorNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final MeshTables tables = new MeshTables(context);
            final Warnings warnings = new Warnings();
            final List<PictureTable.Drawing> drawings;
            if (parameters.m_folder.isBlank()) {
                drawings = mesh(table, new MeshedScans(parameters, tables, null, warnings), parameters, progress);
            } else {
                try (OutputFolder folder = OutputFolder.open(parameters.m_folder, parameters.m_createFolders,
                    parameters.m_existing)) {
                    drawings = mesh(table, new MeshedScans(parameters, tables, folder, warnings), parameters,
                        progress);
                    folder.commit();
                }
            }
            out.setOutData(0, tables.closeNumbers());
            out.setOutData(1, tables.closeHistograms());
            out.setOutData(2, PictureTable.write(drawings, parameters.m_pictures, context, progress));
            warnings.add(RowAppender.warning(missing(table, parameters)));
            warnings.show(out);
        });
    }

    private static List<PictureTable.Drawing> mesh(final BufferedDataTable table, final MeshedScans scans,
        final MeshGeneratorNodeParameters parameters, final Progress progress)
        throws IOException, InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int column = column(spec, parameters);
        double done = 0;
        for (final DataRow row : table) {
            if (!row.getCell(column).isMissing()) {
                scans.add(ScanStep.of(spec, row), row.getKey().getString(), VolumeColumns.volume(row, column),
                    progress.part(done / table.size(), (done + 1) / table.size()));
            }
            done++;
        }
        return scans.drawings();
    }

    private static List<String> missing(final BufferedDataTable table, final MeshGeneratorNodeParameters parameters)
        throws InvalidSettingsException {
        final int column = column(table.getDataTableSpec(), parameters);
        final List<String> missing = new ArrayList<>();
        for (final DataRow row : table) {
            if (row.getCell(column).isMissing()) {
                missing.add(row.getKey().getString());
            }
        }
        return missing;
    }
}
