// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.FileOutput;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanRows;
import org.electrode4d.nodes.table.VolumeColumns;
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
            whole edges and faces. <b>Smooth</b> interfaces lose the steps of voxels by Taubin's smoothing (1995), as
            far as all elements stay good: a disc has its perimeter to 1 % and a ball its surface to 2 % from radii of
            10 voxels on, where steps are 27 % and 50 % too large. <b>Steps</b> keep the volumes of the phases
            exactly.</p>
            <p>Measures of quality, the best being an equilateral triangle or a regular tetrahedron:</p>
            <ul>
            <li>Smallest angle [°]: in a triangle, at most 60; between two faces of a tetrahedron, at most 70.5.</li>
            <li>Radius ratio: 2 <i>r</i>/<i>R</i> in the plane, 3 <i>r</i>/<i>R</i> in space, of the inscribed and the
            circumscribed circle or sphere, 0 to 1.</li>
            <li>Edge ratio: the shortest over the longest edge, 0 to 1.</li>
            </ul>
            <p>If voxels are not cubes, elements are stretched like them, and their quality is less. Meshes can be
            written as VTK files (.vtu), which ParaView opens.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan with a volume of labels.") //
            .addOutputTable("Quality", "For each scan a row for all phases and one for each: the numbers of elements, "
                + "vertices and facets at interfaces, area in µm² or volume in µm³ and its deviation from that of "
                + "the voxels in %, length in µm or area in µm² of the interfaces, minimum, 1st percentile, median and "
                + "mean of the measures of quality, and the path of the mesh.") //
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
            final int column = column(table.getDataTableSpec(), parameters);
            final MeshTables tables = new MeshTables(context);
            final Warnings warnings = new Warnings();
            try (FileOutput files = FileOutput.open(parameters.m_files, true)) {
                final MeshedScans scans = new MeshedScans(parameters, tables, files, warnings);
                ScanRows.forEach(table, new int[]{column}, progress, warnings,
                    (scan, row, part) -> scans.add(scan, row.getKey(), VolumeColumns.volume(row, column), part));
                out.setOutData(2, PictureTable.write(scans.drawings(), parameters.m_pictures, context, progress));
                files.commit();
            }
            out.setOutData(0, tables.closeNumbers());
            out.setOutData(1, tables.closeHistograms());
            warnings.show(out);
        });
    }
}
