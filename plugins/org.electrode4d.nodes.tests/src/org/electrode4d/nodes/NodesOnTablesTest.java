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
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.correlation.DeformationFieldComposerNodeFactory;
import org.electrode4d.nodes.correlation.DeformationFieldFilterNodeFactory;
import org.electrode4d.nodes.correlation.DeformationFieldWriterNodeFactory;
import org.electrode4d.nodes.correlation.DiscreteCorrelationNodeFactory;
import org.electrode4d.nodes.correlation.FieldComparisonNodeFactory;
import org.electrode4d.nodes.correlation.GlobalRegistrationNodeFactory;
import org.electrode4d.nodes.correlation.InitialAlignmentNodeFactory;
import org.electrode4d.nodes.correlation.LocalCorrelationNodeFactory;
import org.electrode4d.nodes.correlation.NoiseFloorNodeFactory;
import org.electrode4d.nodes.correlation.ParticleVolumesNodeFactory;
import org.electrode4d.nodes.correlation.ResidualMapNodeFactory;
import org.electrode4d.nodes.correlation.StrainNodeFactory;
import org.electrode4d.nodes.correlation.StrainStatisticsNodeFactory;
import org.electrode4d.nodes.reporting.SlicePictureNodeFactory;
import org.electrode4d.nodes.segmentation.ConnectedComponentsNodeFactory;
import org.electrode4d.nodes.segmentation.DistanceTransformNodeFactory;
import org.electrode4d.nodes.segmentation.ObjectFilterNodeFactory;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
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
import org.knime.core.data.def.DoubleCell;
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

    private static final DataTableSpec PATHS = new DataTableSpec(SeriesColumns.column("Path", StringCell.TYPE));

    private static final DataTableSpec PAIRS =
        new DataTableSpec(SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.REFERENCE, VolumeCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED, VolumeCell.TYPE),
            SeriesColumns.column("Field", DeformationFieldCell.TYPE),
            SeriesColumns.column("True field", DeformationFieldCell.TYPE));

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
            new Example(new DistanceTransformNodeFactory(), SERIES),
            new Example(new ConnectedComponentsNodeFactory(), SERIES),
            new Example(new ObjectFilterNodeFactory(), SERIES),
            new Example(new SlicePictureNodeFactory(), PAIRS), new Example(new PreTestReportNodeFactory(), SAMPLES));
    }

    private Node configured(final NodeTester tester, final NodeFactory<?> factory) {
        final Node node = tester.node(factory);
        if (factory instanceof FieldComparisonNodeFactory) {
            node.set("measuredColumn", "Field").set("trueColumn", "True field");
        } else if (factory instanceof VolumeWriterNodeFactory || factory instanceof SlicePictureNodeFactory
            || factory instanceof DeformationFieldWriterNodeFactory) {
            node.set("folder", folder.toString());
        }
        return node;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runsOnAnEmptyTable(final Example example) throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final PortObject[] inputs =
                Arrays.stream(example.inputs).map(spec -> tester.table(spec)).toArray(PortObject[]::new);
            final Result result = configured(tester, example.factory).run(inputs);
            assertEquals(0, result.table(0).size());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void warnsOfMissingCells(final Example example) throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final PortObject[] inputs = Arrays.stream(example.inputs)
                .map(spec -> tester.table(spec, missing(spec), missing(spec))).toArray(PortObject[]::new);
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
