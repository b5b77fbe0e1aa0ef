// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.morphology.TwoScanPhases;
import org.electrode4d.segmentation.morphology.TwoScanSegmentation;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
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

/** Segments by two registered scans. */
public final class TwoScanSegmentationNodeFactory extends DefaultNodeFactory {

    private static final double COMPUTE_SHARE = 0.8;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Two-Scan Segmentation") //
        .icon("./two-scan-segmentation.png") //
        .shortDescription("Phases by two registered scans: resolution from one, contrast from the other.") //
        .fullDescription("""
            <p>No single scan shows silicon, graphite, carbon-binder domain and pore at once: ptychographic tomography
            is sharp, but graphite and silicon look alike; transmission microscopy tells them apart, but is blurred.
            Registered to each other they are segmented together by thresholds and morphology (Müller et al. 2021):</p>
            <p>1. The sharp scan says what is solid: all that is brighter than a threshold.</p>
            <p>2. The scan of contrast, brought onto the same voxels, says which solid: the interval between two
            thresholds. With its blur known, the pores can be taken out of it first: <i>c</i>' = (<i>c</i> - <i>p</i>
            (1 - <i>w</i>)) / <i>w</i>, where <i>w</i> is the share of solid within the blur, and <i>p</i> the grey
            value of pore. This is more than the paper says, and mostly what makes thin phases come out right.</p>
            <p>3. Between bright silicon and dark pore the blurred scan passes through the greys of graphite and
            binder. A voxel with something brighter and something darker within the rim is doubtful.</p>
            <p>4. What is certain is cleaned class by class, the brightest first: opening, small objects, closing,
            holes. No voxel gets two classes.</p>
            <p>5. Solid without a class gets that of the nearest voxel with one.</p>
            <p>Register the scans first (<i>Global Registration</i>, <i>Series Alignment</i>); an error of half a blur
            already costs thin phases. Look at <i>Reassigned [%]</i>: where much of the solid was doubtful, the rim is
            too wide for the structure.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Scans", "One row per place, with the sharp scan and the scan of contrast.") //
            .addOutputTable("Segmented scans", "The input with the <i>Phases</i> (0 pore, then the classes), both "
                + "thresholds, and the share of the solid that was doubtful or cleaned away.") //
            .addOutputTable("Shares", "One row per scan and phase: voxels, volume in µm³ and share of the scan.")) //
        .model(m -> m //
            .parametersClass(TwoScanSegmentationNodeParameters.class) //
            .configure(TwoScanSegmentationNodeFactory::configure) //
            .execute(TwoScanSegmentationNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("multimodal", "ptychography", "correlative", "phases", "carbon black", "binder", "SEI");

    /** Called by KNIME. */
    public TwoScanSegmentationNodeFactory() {
        super(NODE);
    }

    /** Columns of the scans. */
    private record Scans(int sharp, int contrast) {

        static Scans of(final DataTableSpec spec, final TwoScanSegmentationNodeParameters parameters)
            throws InvalidSettingsException {
            return new Scans(Columns.find(spec, parameters.m_sharpColumn, VolumeValue.class, "sharp scans"),
                Columns.find(spec, parameters.m_contrastColumn, VolumeValue.class, "scans of contrast"));
        }

        RowAppender appender() {
            return new RowAppender(new int[] {sharp, contrast}, SeriesColumns.column("Phases", VolumeCell.TYPE),
                SeriesColumns.column("Threshold of solid [grey value]", DoubleCell.TYPE),
                SeriesColumns.column("Thresholds [grey value]", StringCell.TYPE),
                SeriesColumns.column("Reassigned [%]", DoubleCell.TYPE));
        }
    }

    private static DataTableSpec shares() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Phase", StringCell.TYPE), SeriesColumns.column("Label", IntCell.TYPE),
            SeriesColumns.column("Voxels", LongCell.TYPE), SeriesColumns.column("Volume [µm³]", DoubleCell.TYPE),
            SeriesColumns.column("Share [%]", DoubleCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(Scans.of(spec, in.getParameters()).appender().spec(spec), shares());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final TwoScanSegmentationNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final Scans scans = Scans.of(spec, parameters);
            final RowAppender appender = scans.appender();
            final BufferedDataContainer shares = context.createDataContainer(shares());
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                try (ScratchSpace scratch = ScratchSpace.open()) {
                    final TwoScanPhases phases = TwoScanSegmentation.of(VolumeColumns.volume(row, scans.sharp()),
                        VolumeColumns.volume(row, scans.contrast()), parameters.settings(), scratch,
                        part.part(0, COMPUTE_SHARE));
                    add(ScanStep.of(spec, row).name(), phases, shares, warnings);
                    return cells(phases, context, part.part(COMPUTE_SHARE, 1));
                }
            }));
            shares.close();
            out.setOutData(1, shares.getTable());
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static void add(final String step, final TwoScanPhases phases, final BufferedDataContainer shares,
        final Warnings warnings) {
        final double voxel = phases.labels().volume().voxelSize().volume();
        for (int label = 0; label < phases.voxels().length; label++) {
            final String name = phases.labels().name(label);
            shares.addRowToTable(new DefaultRow(RowKey.createRowKey(shares.size()), new StringCell(step),
                new StringCell(name), new IntCell(label), new LongCell(phases.voxels()[label]),
                new DoubleCell(phases.voxels()[label] * voxel), new DoubleCell(100 * phases.share(label))));
            if (phases.voxels()[label] == 0) {
                warnings.add(step + ": no voxel is " + name + ". Check the thresholds " + thresholds(phases) + ".");
            }
        }
    }

    private static String thresholds(final TwoScanPhases phases) {
        return phases.thresholds().stream().map(t -> String.format(Locale.ROOT, "%.6g", t))
            .collect(Collectors.joining(", "));
    }

    private static List<DataCell> cells(final TwoScanPhases phases, final ExecutionContext context,
        final Progress progress) throws IOException {
        long solid = 0;
        for (int label = 1; label < phases.voxels().length; label++) {
            solid += phases.voxels()[label];
        }
        return new ArrayList<>(List.of(
            VolumeStorage.store(VolumeDisplay.LABELS.on(phases.labels().named()), context, progress),
            new DoubleCell(phases.solid()), new StringCell(thresholds(phases)),
            Cells.number(100.0 * phases.reassigned() / solid)));
    }
}
