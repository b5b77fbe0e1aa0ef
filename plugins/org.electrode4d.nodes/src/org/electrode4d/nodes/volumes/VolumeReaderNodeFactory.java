// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
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

/** Reads tomograms into a series table. */
public final class VolumeReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Volume Reader") //
        .icon("./volume-reader.png") //
        .shortDescription("Reads tomograms into a table, one row per scan.") //
        .fullDescription("""
            <p>Reads one tomogram, two of them, or a whole series into a table: one row per scan, named T0, T1, and so
            on. Known are TIFF stacks (also larger than 4 GB), folders of TIFF slices, MetaImage (.mhd, .mha), NumPy
            (.npy), OME-Zarr and HDF5 (.h5, .hdf5), such as exports of ilastik. A data set in an HDF5 file is named
            behind the file, <tt>scan.h5/volume/raw</tt>; the only one of a file needs no name.</p>
            <p>The table does not hold the voxels but says where they are. Voxels are read when a node needs them,
            block by block, so that scans larger than the memory can be worked on.</p>
            <p>Axes: x and y lie in a slice, z counts the slices; for electrodes z should run across the electrode.
            The <b>voxel size</b> is taken from the file. Where the file has none, the node stops and asks for it
            rather than guess.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputPort("Paths", "Optional: a table with one path per row.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Series", "One row per scan: <i>Step</i>, <i>Time [h]</i>, <i>Potential [V]</i>, "
                + "<i>State of charge [%]</i> (where known) and the <i>Volume</i>.")) //
        .model(m -> m //
            .parametersClass(VolumeReaderNodeParameters.class) //
            .configure(VolumeReaderNodeFactory::configure) //
            .execute(VolumeReaderNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("tomography", "TIFF", "stack", "Zarr", "MetaImage", "NumPy", "HDF5", "ilastik", "import", "load");

    /** Called by KNIME. */
    public VolumeReaderNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final VolumeReaderNodeParameters parameters = in.getParameters();
        switch (parameters.m_location) {
            case ONE_SCAN -> requirePath(parameters.m_path, "Scan");
            case TWO_SCANS -> {
                requirePath(parameters.m_path, "Scan");
                requirePath(parameters.m_secondPath, "Second scan");
            }
            case FOLDER -> requirePath(parameters.m_folder, "Folder");
            case TABLE -> pathColumn(in.getInTableSpec(0), parameters);
        }
        out.setOutSpec(0, SeriesColumns.spec());
    }

    private static void requirePath(final String path, final String title) throws InvalidSettingsException {
        if (path.isBlank()) {
            throw new InvalidSettingsException("Enter the path of the data in '" + title + "'.");
        }
    }

    private static int pathColumn(final DataTableSpec spec, final VolumeReaderNodeParameters parameters)
        throws InvalidSettingsException {
        if (spec == null) {
            throw new InvalidSettingsException("Connect a table with paths to the input, or set 'Read' to something "
                + "else than the input table.");
        }
        return Columns.find(spec, parameters.m_pathColumn, StringValue.class, "paths");
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final VolumeReaderNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final List<String> missing = new ArrayList<>();
            final List<ScanSource> scans = scans(in, parameters, missing);
            final SeriesTable series = new SeriesTable(context);
            for (int i = 0; i < scans.size(); i++) {
                progress.check();
                final Progress part = progress.part(i / (double)scans.size(), (i + 1) / (double)scans.size());
                part.report(0, "Reading " + scans.get(i).location());
                final Volume volume = open(scans.get(i).location(), parameters);
                series.add(scans.get(i), volume, cell(volume, scans.get(i).location(), parameters, context, part));
            }
            out.setOutData(0, series.close());
            if (!missing.isEmpty()) {
                out.setWarningMessage(RowAppender.warning(missing));
            }
        });
    }

    private static List<ScanSource> scans(final ExecuteInput in, final VolumeReaderNodeParameters parameters,
        final List<String> missing) throws IOException, KNIMEException, InvalidSettingsException {
        return switch (parameters.m_location) {
            case ONE_SCAN -> List.of(ScanSource.of(parameters.m_path));
            case TWO_SCANS -> List.of(ScanSource.of(parameters.m_path), ScanSource.of(parameters.m_secondPath));
            case FOLDER -> ScanList.inFolder(parameters.m_folder, parameters.m_namePattern);
            case TABLE -> scans(in.getInTable(0), parameters, missing);
        };
    }

    private static List<ScanSource> scans(final BufferedDataTable table, final VolumeReaderNodeParameters parameters,
        final List<String> missing) throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int column = pathColumn(spec, parameters);
        final List<ScanSource> scans = new ArrayList<>();
        for (final DataRow row : table) {
            if (row.getCell(column).isMissing()) {
                missing.add(row.getKey().getString());
            } else {
                scans.add(new ScanSource(((StringValue)row.getCell(column)).getStringValue(), row, spec));
            }
        }
        return scans;
    }

    private static Volume open(final String location, final VolumeReaderNodeParameters parameters)
        throws IOException {
        final Path path = DataPath.resolve(location);
        final double z = parameters.m_voxelSizeZ > 0 ? parameters.m_voxelSizeZ : parameters.m_voxelSize;
        final Optional<VoxelSize> size = parameters.m_voxelSize > 0
            ? Optional.of(new VoxelSize(parameters.m_voxelSize, parameters.m_voxelSize, z)) : Optional.empty();
        return VolumeFiles.open(new VolumeSource(path, parameters.m_slicePattern, size));
    }

    private static VolumeCell cell(final Volume volume, final String location,
        final VolumeReaderNodeParameters parameters, final ExecutionContext context, final Progress progress)
        throws IOException {
        return parameters.m_importVoxels ? VolumeStorage.store(volume, context, progress)
            : VolumeStorage.reference(volume, location, parameters.m_slicePattern, progress);
    }
}
