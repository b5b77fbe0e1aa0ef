// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.ScanNames;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.flux.Conductors;
import org.electrode4d.transport.flux.FluxResult;
import org.electrode4d.transport.flux.FluxSettings;
import org.electrode4d.transport.flux.SteadyFlux;
import org.electrode4d.transport.flux.TransportParameters;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Solves for the steady state of every scan, and of its slices. */
final class FluxScans {

    private final TortuosityFactorNodeParameters parameters;
    private final Conductors conductors;
    private final FluxSettings settings;
    private final Warnings warnings;
    private final ScanNames names = new ScanNames();
    private final List<FluxScan> scans = new ArrayList<>();

    FluxScans(final TortuosityFactorNodeParameters parameters, final Warnings warnings)
        throws InvalidSettingsException {
        this.parameters = parameters;
        this.warnings = warnings;
        conductors = parameters.conductors();
        settings = parameters.settings();
    }

    /** What was solved, in the order of the rows. */
    List<FluxScan> scans() {
        return scans;
    }

    /** Solves for one scan; the cells are those of {@link FluxTables#scanColumns}. */
    List<DataCell> solve(final DataTableSpec spec, final DataRow row, final int column, final ExecutionContext context,
        final Progress progress) throws IOException, KNIMEException {
        final ScanStep step = ScanStep.of(spec, row);
        final LabelVolume phases = LabelVolume.of(VolumeColumns.volume(row, column));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            requireLayers(phases.volume());
            final double whole = parameters.m_slices > 1 ? 0.45 : 0.9;
            final SteadyFlux flux = SteadyFlux.of(phases, conductors, settings, scratch, progress.part(0, whole));
            final List<DataCell> cells = new ArrayList<>(FluxTables.cells(flux.result()));
            if (parameters.m_concentration) {
                final Volume field = flux.concentrations(scratch, progress.part(whole, whole + 0.02));
                cells.add(VolumeStorage.store(new VolumeDisplay("c / c₀", false).on(field), context,
                    progress.part(whole + 0.02, whole + 0.1)));
            }
            final List<FluxSlice> slices = slices(phases, flux.result(), progress.part(whole + 0.1, 1));
            scans.add(new FluxScan(step, names.of(step, row.getKey()), flux.result(), first(phases.volume()),
                spacing(phases.volume()), slices));
            warn(step, phases, flux.result());
            return cells;
        } catch (VolumeException e) {
            throw NodeFailure.adding(e, "This is step " + step + ".");
        }
    }

    private void requireLayers(final Volume volume) {
        final long layers = volume.shape().along(settings.axis());
        if (parameters.m_slices > layers) {
            throw new VolumeException("The scan has " + layers + " layers along the axis, but is to be divided into "
                + parameters.m_slices + " slices. Choose fewer slices.");
        }
    }

    /** The position of the first layer along the axis, in µm. */
    private double first(final Volume volume) {
        return new double[]{volume.origin().x(), volume.origin().y(), volume.origin().z()}[settings.axis()];
    }

    /** The distance of layers along the axis, in µm. */
    private double spacing(final Volume volume) {
        return new double[]{volume.voxelSize().x(), volume.voxelSize().y(), volume.voxelSize().z()}[settings.axis()];
    }

    private List<FluxSlice> slices(final LabelVolume phases, final FluxResult result, final Progress progress)
        throws IOException {
        final Volume volume = phases.volume();
        final double size = spacing(volume);
        final long layers = volume.shape().along(settings.axis());
        final double face = first(volume) - size / 2;
        final List<FluxSlice> slices = new ArrayList<>();
        slices.add(new FluxSlice("Whole", face, face + layers * size, result.parameters()));
        final int count = parameters.m_slices;
        for (int i = 0; count > 1 && i < count; i++) {
            final long from = i * layers / count;
            final long to = (i + 1) * layers / count;
            final TransportParameters part =
                slice(phases, from, to, progress.part(i / (double)count, (i + 1) / (double)count));
            slices.add(new FluxSlice("Slice " + (i + 1), face + from * size, face + to * size, part));
        }
        return slices;
    }

    private TransportParameters slice(final LabelVolume phases, final long from, final long to,
        final Progress progress) throws IOException {
        final Block all = Block.of(phases.volume().shape());
        final int thickness = (int)(to - from);
        final Block part = switch (settings.axis()) {
            case 0 -> new Block(from, 0, 0, thickness, all.sizeY(), all.sizeZ());
            case 1 -> new Block(0, from, 0, all.sizeX(), thickness, all.sizeZ());
            default -> new Block(0, 0, from, all.sizeX(), all.sizeY(), thickness);
        };
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return SteadyFlux.of(LabelVolume.of(phases.volume().crop(part)), conductors, settings, scratch, progress)
                .result().parameters();
        }
    }

    private void warn(final ScanStep step, final LabelVolume phases, final FluxResult result) {
        final String names = DiffusivityList.names(conductors.diffusivities(), phases);
        if (result.fraction() == 0) {
            warnings.add("None of the conducting phases " + names + " is in " + step + ": its effective diffusivity is "
                + "0. Check 'Conducting phases'.");
        } else if (!result.percolates()) {
            warnings.add("The conducting phases " + names + " of " + step + " do not connect both ends along "
                + "xyz".charAt(settings.axis())
                + ": the effective diffusivity is 0 and the tortuosity factor infinite.");
        } else if (!result.convergence().isConverged()) {
            warnings.add("The fluxes through the planes of " + step + " still differ by "
                + result.convergence().fluxSpread() + " of their mean after " + result.convergence().iterations()
                + " iterations. Allow more, or a larger tolerance.");
        } else if (phases.volume().shape().along(settings.axis()) == 1) {
            warnings.add(step + " has one layer along " + "xyz".charAt(settings.axis()) + ", through which every way "
                + "is straight: the tortuosity factor is 1. Choose another axis, for images x or y.");
        }
    }
}
