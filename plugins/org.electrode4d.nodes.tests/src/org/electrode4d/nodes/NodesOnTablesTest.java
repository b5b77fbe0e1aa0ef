// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.acquisition.PreTestReportNodeFactory;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.cell.SegmentationModelCell;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.correlation.DeformationFieldComposerNodeFactory;
import org.electrode4d.nodes.correlation.DeformationFieldFilterNodeFactory;
import org.electrode4d.nodes.correlation.DeformationFieldWriterNodeFactory;
import org.electrode4d.nodes.correlation.DiscreteCorrelationNodeFactory;
import org.electrode4d.nodes.correlation.FieldComparisonNodeFactory;
import org.electrode4d.nodes.correlation.GlobalRegistrationNodeFactory;
import org.electrode4d.nodes.correlation.InitialAlignmentNodeFactory;
import org.electrode4d.nodes.correlation.LabelPropagationNodeFactory;
import org.electrode4d.nodes.correlation.LocalCorrelationNodeFactory;
import org.electrode4d.nodes.correlation.NoiseFloorNodeFactory;
import org.electrode4d.nodes.correlation.ParticleVolumesNodeFactory;
import org.electrode4d.nodes.correlation.ResidualMapNodeFactory;
import org.electrode4d.nodes.correlation.StrainNodeFactory;
import org.electrode4d.nodes.correlation.StrainStatisticsNodeFactory;
import org.electrode4d.nodes.learning.LabelReaderNodeFactory;
import org.electrode4d.nodes.learning.ModelWriterNodeFactory;
import org.electrode4d.nodes.learning.UNetLearnerNodeFactory;
import org.electrode4d.nodes.learning.UNetPredictorNodeFactory;
import org.electrode4d.nodes.particles.EdgeResolutionNodeFactory;
import org.electrode4d.nodes.particles.ElectrodeThicknessNodeFactory;
import org.electrode4d.nodes.particles.LineProfileNodeFactory;
import org.electrode4d.nodes.particles.NonLithiatedPhaseNodeFactory;
import org.electrode4d.nodes.particles.ParticleComparisonNodeFactory;
import org.electrode4d.nodes.particles.ParticleTableNodeFactory;
import org.electrode4d.nodes.particles.ParticleTrackingNodeFactory;
import org.electrode4d.nodes.particles.SizeDistributionNodeFactory;
import org.electrode4d.nodes.particles.SurfaceCoverageNodeFactory;
import org.electrode4d.nodes.preparation.CropNodeFactory;
import org.electrode4d.nodes.preparation.DenoiserNodeFactory;
import org.electrode4d.nodes.preparation.EqualiserNodeFactory;
import org.electrode4d.nodes.preparation.GreyMatchingNodeFactory;
import org.electrode4d.nodes.preparation.RingFilterNodeFactory;
import org.electrode4d.nodes.preparation.SeriesAlignmentNodeFactory;
import org.electrode4d.nodes.reporting.ExpectedValuesNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.segmentation.BinaryMorphologyNodeFactory;
import org.electrode4d.nodes.segmentation.ConnectedComponentsNodeFactory;
import org.electrode4d.nodes.segmentation.DistanceTransformNodeFactory;
import org.electrode4d.nodes.segmentation.GreyMorphologyNodeFactory;
import org.electrode4d.nodes.segmentation.MultistageThresholdNodeFactory;
import org.electrode4d.nodes.segmentation.ObjectFilterNodeFactory;
import org.electrode4d.nodes.segmentation.SegmentationScorerNodeFactory;
import org.electrode4d.nodes.segmentation.SuperpixelClassifierNodeFactory;
import org.electrode4d.nodes.segmentation.SuperpixelsNodeFactory;
import org.electrode4d.nodes.segmentation.ThresholdNodeFactory;
import org.electrode4d.nodes.segmentation.TwoScanSegmentationNodeFactory;
import org.electrode4d.nodes.segmentation.WatershedNodeFactory;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.TrueParticleColumns;
import org.electrode4d.nodes.transport.GeometricTortuosityNodeFactory;
import org.electrode4d.nodes.transport.LithiumDiffusionNodeFactory;
import org.electrode4d.nodes.transport.MeshGeneratorNodeFactory;
import org.electrode4d.nodes.transport.ParticleLithiationNodeFactory;
import org.electrode4d.nodes.transport.PhaseDistancesNodeFactory;
import org.electrode4d.nodes.transport.PhaseTableNodeFactory;
import org.electrode4d.nodes.transport.RepresentativeVolumeNodeFactory;
import org.electrode4d.nodes.transport.TortuosityFactorNodeFactory;
import org.electrode4d.nodes.volumes.VolumeReaderNodeFactory;
import org.electrode4d.nodes.volumes.VolumeStatisticsNodeFactory;
import org.electrode4d.nodes.volumes.VolumeWriterNodeFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObject;

/** Every node with inputs, on a table without rows and on a table of missing cells. */
class NodesOnTablesTest {

    private static final DataTableSpec SERIES = SeriesColumns.spec();

    private static final DataTableSpec LABELLED =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Particles", VolumeCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE));

    private static final DataTableSpec SEGMENTED =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE),
            SeriesColumns.column("Contrast", VolumeCell.TYPE), SeriesColumns.column("Mask", VolumeCell.TYPE),
            SeriesColumns.column("Phases", VolumeCell.TYPE), SeriesColumns.column("Reference", VolumeCell.TYPE),
            SeriesColumns.column("Particles", VolumeCell.TYPE),
            SeriesColumns.column("Superpixels", VolumeCell.TYPE));

    private static final DataTableSpec SIZES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Equivalent diameter [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Volume [µm³]", DoubleCell.TYPE), SeriesColumns.column("Label", IntCell.TYPE),
            SeriesColumns.column("Centre x [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Centre y [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Centre z [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Touches border", BooleanCell.TYPE));

    private static final DataTableSpec TRUTH =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(TrueParticleColumns.PARTICLE, IntCell.TYPE),
            SeriesColumns.column(TrueParticleColumns.CLASS, StringCell.TYPE),
            SeriesColumns.column(TrueParticleColumns.VOLUME, DoubleCell.TYPE),
            SeriesColumns.column(TrueParticleColumns.ALIGNED_CENTRE.get(0), DoubleCell.TYPE),
            SeriesColumns.column(TrueParticleColumns.ALIGNED_CENTRE.get(1), DoubleCell.TYPE),
            SeriesColumns.column(TrueParticleColumns.ALIGNED_CENTRE.get(2), DoubleCell.TYPE));

    private static final DataTableSpec FEATURES =
        new DataTableSpec(SeriesColumns.column("Row", StringCell.TYPE),
            SeriesColumns.column("Superpixel", IntCell.TYPE),
            SeriesColumns.column("Part above [%]", DoubleCell.TYPE));

    /** In place of the table of an optional input. */
    private static final DataTableSpec UNCONNECTED = null;

    private static final DataTableSpec LABELLED_SCANS =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE),
            SeriesColumns.column("Labels", VolumeCell.TYPE));

    private static final DataTableSpec MODELS =
        new DataTableSpec(SeriesColumns.column("Name", StringCell.TYPE),
            SeriesColumns.column("Model", SegmentationModelCell.TYPE));

    private static final DataTableSpec PATHS = new DataTableSpec(SeriesColumns.column("Path", StringCell.TYPE));

    private static final DataTableSpec PAIRS =
        new DataTableSpec(SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.REFERENCE, VolumeCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED, VolumeCell.TYPE),
            SeriesColumns.column("Field", DeformationFieldCell.TYPE),
            SeriesColumns.column("True field", DeformationFieldCell.TYPE));

    private static final DataTableSpec EXPECTED =
        new DataTableSpec(SeriesColumns.column("Quantity", StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE), SeriesColumns.column("True", DoubleCell.TYPE));

    private static final DataTableSpec SAMPLES =
        new DataTableSpec(SeriesColumns.column("Cell", StringCell.TYPE),
            SeriesColumns.column("Time [s]", DoubleCell.TYPE), SeriesColumns.column("Potential [V]", DoubleCell.TYPE),
            SeriesColumns.column("Current [A]", DoubleCell.TYPE));

    @TempDir
    Path folder;

    /** A node and the tables that it takes. */
    record Example(NodeFactory<?> factory, DataTableSpec... inputs) {
        @Override
        public String toString() {
            return factory.getNodeName();
        }
    }

    static Stream<Example> examples() {
        return Stream.of(new Example(new VolumeReaderNodeFactory(), PATHS),
            new Example(new VolumeWriterNodeFactory(), SERIES), new Example(new VolumeStatisticsNodeFactory(), SERIES),
            new Example(new GlobalRegistrationNodeFactory(), SERIES),
            new Example(new GlobalRegistrationNodeFactory(), PAIRS),
            new Example(new InitialAlignmentNodeFactory(), SERIES),
            new Example(new InitialAlignmentNodeFactory(), PAIRS),
            new Example(new DiscreteCorrelationNodeFactory(), PAIRS, SERIES),
            new Example(new LocalCorrelationNodeFactory(), PAIRS),
            new Example(new DeformationFieldFilterNodeFactory(), PAIRS), new Example(new StrainNodeFactory(), PAIRS),
            new Example(new StrainStatisticsNodeFactory(), PAIRS, PAIRS),
            new Example(new ResidualMapNodeFactory(), PAIRS), new Example(new NoiseFloorNodeFactory(), PAIRS, PAIRS),
            new Example(new DeformationFieldComposerNodeFactory(), PAIRS, PAIRS),
            new Example(new ParticleVolumesNodeFactory(), LABELLED, PAIRS),
            new Example(new FieldComparisonNodeFactory(), PAIRS, PAIRS),
            new Example(new DeformationFieldWriterNodeFactory(), PAIRS),
            new Example(new SlicePictureNodeFactory(), PAIRS),
            new Example(new ExpectedValuesNodeFactory(), EXPECTED, SIZES),
            new Example(new LabelPropagationNodeFactory(), PAIRS, LABELLED),
            new Example(new PreTestReportNodeFactory(), SAMPLES));
    }

    static Stream<Example> preparation() {
        return Stream.of(new Example(new CropNodeFactory(), SERIES), new Example(new RingFilterNodeFactory(), SERIES),
            new Example(new DenoiserNodeFactory(), SERIES), new Example(new GreyMatchingNodeFactory(), SERIES),
            new Example(new EqualiserNodeFactory(), SERIES), new Example(new SeriesAlignmentNodeFactory(), SERIES));
    }

    static Stream<Example> segmentation() {
        return Stream.of(new Example(new ThresholdNodeFactory(), SERIES),
            new Example(new TwoScanSegmentationNodeFactory(), SEGMENTED),
            new Example(new MultistageThresholdNodeFactory(), SERIES),
            new Example(new SuperpixelsNodeFactory(), SERIES),
            new Example(new SuperpixelClassifierNodeFactory(), SEGMENTED, FEATURES),
            new Example(new BinaryMorphologyNodeFactory(), SEGMENTED),
            new Example(new GreyMorphologyNodeFactory(), SERIES), new Example(new WatershedNodeFactory(), SEGMENTED),
            new Example(new SegmentationScorerNodeFactory(), SEGMENTED),
            new Example(new DistanceTransformNodeFactory(), SERIES),
            new Example(new ConnectedComponentsNodeFactory(), SERIES),
            new Example(new ObjectFilterNodeFactory(), SERIES));
    }

    static Stream<Example> particles() {
        return Stream.of(new Example(new ParticleTableNodeFactory(), SEGMENTED),
            new Example(new SizeDistributionNodeFactory(), SIZES),
            new Example(new NonLithiatedPhaseNodeFactory(), SEGMENTED, UNCONNECTED),
            new Example(new ParticleTrackingNodeFactory(), SEGMENTED, UNCONNECTED),
            new Example(new ElectrodeThicknessNodeFactory(), SEGMENTED),
            new Example(new EdgeResolutionNodeFactory(), SEGMENTED), new Example(new LineProfileNodeFactory(), SERIES),
            new Example(new ParticleComparisonNodeFactory(), SEGMENTED, SIZES, SEGMENTED, TRUTH, UNCONNECTED),
            new Example(new SurfaceCoverageNodeFactory(), SEGMENTED));
    }

    static Stream<Example> transport() {
        return Stream.of(new Example(new PhaseDistancesNodeFactory(), SEGMENTED),
            new Example(new PhaseTableNodeFactory(), SEGMENTED),
            new Example(new RepresentativeVolumeNodeFactory(), SEGMENTED),
            new Example(new GeometricTortuosityNodeFactory(), SEGMENTED),
            new Example(new TortuosityFactorNodeFactory(), SEGMENTED),
            new Example(new MeshGeneratorNodeFactory(), SEGMENTED),
            new Example(new LithiumDiffusionNodeFactory(), SEGMENTED),
            new Example(new ParticleLithiationNodeFactory(), SEGMENTED));
    }

    static Stream<Example> learning() {
        return Stream.of(new Example(new LabelReaderNodeFactory(), SERIES),
            new Example(new UNetLearnerNodeFactory(), LABELLED_SCANS, UNCONNECTED),
            new Example(new UNetPredictorNodeFactory(), SERIES, MODELS),
            new Example(new ModelWriterNodeFactory(), MODELS));
    }

    private Node configured(final NodeTester tester, final NodeFactory<?> factory) {
        final Node node = tester.node(factory);
        if (factory instanceof FieldComparisonNodeFactory) {
            node.set("measuredColumn", "Field").set("trueColumn", "True field");
        } else if (factory instanceof ParticleComparisonNodeFactory) {
            node.set("labelColumn", "Particles").set("trueColumn", "Particles");
        } else if (factory instanceof LabelReaderNodeFactory) {
            node.set("path", folder.resolve("labels.tif").toString());
        } else if (factory instanceof VolumeWriterNodeFactory || factory instanceof SlicePictureNodeFactory
            || factory instanceof DeformationFieldWriterNodeFactory || factory instanceof ModelWriterNodeFactory) {
            node.set("folder", folder.toString());
        }
        return node;
    }

    @ParameterizedTest
    @MethodSource({"examples", "preparation", "segmentation", "particles", "transport", "learning"})
    void runsOnAnEmptyTable(final Example example) throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final PortObject[] inputs =
                Arrays.stream(example.inputs)
                    .map(spec -> spec == UNCONNECTED ? NodeTester.UNCONNECTED : tester.table(spec))
                    .toArray(PortObject[]::new);
            final Result result = configured(tester, example.factory).run(inputs);
            assertEquals(0, result.table(0).size());
        }
    }

    @ParameterizedTest
    @MethodSource({"examples", "preparation", "segmentation", "particles", "transport", "learning"})
    void warnsOfMissingCells(final Example example) throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final PortObject[] inputs = Arrays.stream(example.inputs)
                .map(spec -> spec == UNCONNECTED ? NodeTester.UNCONNECTED
                    : tester.table(spec, missing(spec), missing(spec)))
                .toArray(PortObject[]::new);
            final Result result = configured(tester, example.factory).run(inputs);
            assertTrue(result.warning().isPresent(), "no warning");
            assertTrue(result.warning().get().getSummary().contains("missing"),
                result.warning().get().getSummary());
        }
    }

    private static DataCell[] missing(final DataTableSpec spec) {
        final List<DataCell> cells = new ArrayList<>();
        for (int i = 0; i < spec.getNumColumns(); i++) {
            final DataType type = spec.getColumnSpec(i).getType();
            cells.add(type.equals(StringCell.TYPE) && spec.getNumColumns() > 1 ? new StringCell("T" + i)
                : new MissingCell("not measured"));
        }
        return cells.toArray(DataCell[]::new);
    }
}
