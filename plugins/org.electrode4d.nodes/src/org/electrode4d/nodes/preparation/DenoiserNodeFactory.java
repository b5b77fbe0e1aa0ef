// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.io.IOException;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.Conversion;
import org.electrode4d.volume.filter.Gaussian;
import org.electrode4d.volume.filter.Rank;
import org.electrode4d.volume.filter.RankFilter;
import org.electrode4d.volume.preparation.NoiseEstimate;
import org.electrode4d.volume.preparation.NonLocalMeans;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
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

/** Removes noise from tomograms. */
public final class DenoiserNodeFactory extends DefaultNodeFactory {

    /** Column of the new volumes. */
    static final String DENOISED = "Denoised";

    /** Column of the noise. */
    static final String NOISE = "Noise [grey value]";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Denoiser") //
        .icon("./denoiser.png") //
        .shortDescription("Removes noise from tomograms and keeps edges.") //
        .fullDescription("""
            <p><b>Non-local means</b> replaces each voxel by a mean of the voxels around it whose surroundings look
            alike. Two places <i>p</i> and <i>q</i> are compared by the patches of <i>n</i> voxels around them, and what
            noise of standard deviation σ makes them differ is free:</p>
            <p><i>w</i>(<i>p</i>, <i>q</i>) = exp( -max(0, Σ ((<i>I</i><sub><i>p</i></sub> -
            <i>I</i><sub><i>q</i></sub>)² - 2σ²)) / (<i>n</i> <i>h</i>²) )</p>
            <p>So edges and texture of the sample stay while noise goes. The noise is estimated for every scan from its
            finest wavelet coefficients (their median absolute value divided by 0.6745), or entered; <i>h</i> is a
            multiple of it. It takes about one microsecond per voxel with the default search in three dimensions, eight
            times as long with twice the search distance, and a tenth of it slice by slice.</p>
            <p><b>Median</b> takes the middle value of a cube and removes single outliers, such as hot voxels.
            <b>Gaussian</b> takes a weighted mean, and blurs edges.</p>
            <p>Distances are in voxels along every axis. Voxels that are not a number stay so; non-local means leave
            them out, while the other two spread them as far as they reach. Do not denoise scans before digital volume
            correlation: the correlation averages noise itself, and filters shift texture.</p>
            <p>A. Buades, B. Coll and J.-M. Morel, CVPR 2005, II 60; J. Darbon et al., ISBI 2008, 1331; D. L. Donoho and
            I. M. Johnstone, Biometrika 81 (1994) 425.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with a column of volumes.") //
            .addOutputTable("Denoised", "The input with the new volumes in the column <i>Denoised</i>, and the "
                + "standard deviation of the noise that was assumed, in grey values; missing for median and "
                + "Gaussian.")) //
        .model(m -> m //
            .parametersClass(DenoiserNodeParameters.class) //
            .configure(DenoiserNodeFactory::configure) //
            .execute(DenoiserNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("NLM", "non-local means", "noise", "smooth", "median", "Gaussian", "filter");

    /** Called by KNIME. */
    public DenoiserNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final DenoiserNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    private static CleanedColumns columns(final int column, final DenoiserNodeParameters parameters) {
        return CleanedColumns.of(column, DENOISED, parameters.m_replace,
            SeriesColumns.column(NOISE, DoubleCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DenoiserNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, columns(column(spec, parameters), parameters).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DenoiserNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final int column = column(table.getDataTableSpec(), parameters);
            final CleanedColumns columns = columns(column, parameters);
            final Warnings warnings = new Warnings();
            final Denoiser denoiser = new Denoiser(parameters, context, warnings);
            out.setOutData(0, columns.table(table, context, progress,
                (row, part) -> denoiser.cells(VolumeColumns.volume(row, column), part)));
            warnings.add(columns.warning());
            warnings.show(out);
        });
    }

    /** Denoises the volumes of a table. */
    private record Denoiser(DenoiserNodeParameters parameters, ExecutionContext context, Warnings warnings) {

        List<DataCell> cells(final Volume volume, final Progress progress) throws IOException {
            final double noise = parameters.m_method == DenoisingMethod.NON_LOCAL_MEANS
                ? noise(volume, progress.part(0, 0.1)) : Double.NaN;
            final Volume denoised = switch (parameters.m_method) {
                case NON_LOCAL_MEANS -> noise > 0 ? NonLocalMeans.of(volume, parameters.means(noise)) : volume;
                case MEDIAN -> RankFilter.of(volume, Rank.MEDIAN, parameters.m_median);
                case GAUSSIAN -> Gaussian.of(volume, parameters.m_sigma);
            };
            final Volume typed = parameters.m_keepType ? Conversion.of(denoised, volume.type()) : denoised;
            return List.of(VolumeStorage.store(typed, context, progress.part(0.1, 1)), Cells.number(noise));
        }

        private double noise(final Volume volume, final Progress progress) {
            if (parameters.m_noise > 0) {
                return parameters.m_noise;
            }
            final double noise = NoiseEstimate.of(volume, parameters.m_sliceWise, progress);
            if (noise == 0) {
                warnings.add(volume.name() + " has no noise that differs from voxel to voxel, so it was left as it is. "
                    + "Enter the noise to denoise it nevertheless.");
            }
            return noise;
        }
    }
}
