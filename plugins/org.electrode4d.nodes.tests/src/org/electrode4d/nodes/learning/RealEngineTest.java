// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.learning.worker.EngineLibraries;
import org.electrode4d.learning.worker.WorkerEngine;
import org.electrode4d.learning.worker.WorkerSettings;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.segmentation.SegmentationScorerNodeFactory;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** From painted labels to scored phases with PyTorch in a process of its own, which is killed once. */
class RealEngineTest {

    @TempDir
    Path folder;

    /** Starts a worker at the first call; all nodes share it. */
    private static final class SharedWorker implements EngineStart, AutoCloseable {

        private final Path cache;
        private WorkerEngine worker;
        private List<ProcessHandle> process = List.of();

        /** @param cache for native code, kept from run to run where the build says where */
        SharedWorker(final Path cache) {
            this.cache = cache;
        }

        @Override
        public Running start(final EngineNodeParameters parameters, final Progress progress)
            throws IOException, KNIMEException {
            if (worker == null) {
                final List<ProcessHandle> others = ProcessHandle.current().children().toList();
                worker = WorkerEngine.start(InstalledEngines.forTraining(parameters.m_engine),
                    new WorkerSettings(1, 1L << 30, cache), Progress.NONE);
                process = ProcessHandle.current().children().filter(child -> !others.contains(child)).toList();
            }
            return new Running(worker, () -> { });
        }

        void kill() {
            process.forEach(ProcessHandle::destroyForcibly);
            process.forEach(one -> one.onExit().join());
        }

        @Override
        public void close() {
            if (worker != null) {
                worker.close();
            }
        }
    }

    private static Node learner(final NodeTester tester, final EngineStart engines) {
        return tester.node(new UNetLearnerNodeFactory(engines)).set("classes", "pore = 1; silicon = 2")
            .set("training", "CUSTOM").set("custom/depth", 1).set("custom/baseWidth", 4).set("custom/epochs", 6)
            .set("custom/copies", 8).set("custom/learningRate", 0.01).set("engine/engine", "PYTORCH");
    }

    private static BufferedDataTable scored(final NodeTester tester, final BufferedDataTable phases) throws Exception {
        final byte[] truth = new byte[(int)PaintedScans.SHAPE.voxels()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = (byte)(PaintedScans.isBright(i) ? 2 : 1);
        }
        final DataCell reference = tester.stored(Volume.of("truth", ArrayImgs.unsignedBytes(truth,
            PaintedScans.SHAPE.x(), PaintedScans.SHAPE.y(), PaintedScans.SHAPE.z()), TestVolumes.HALF));
        return tester.table(new DataTableSpec(SeriesColumns.column("Reference", VolumeCell.TYPE),
            SeriesColumns.column("Phases", VolumeCell.TYPE)),
            new DataCell[]{reference, NodeTester.cell(phases, 1, "Phases")});
    }

    @Test
    void aNetworkIsTrainedOnOneScanAndSegmentsAnother() throws Exception {
        assumeTrue(InstalledEngines.find("pytorch").isPresent(), "the libraries of PyTorch are not there");
        final String plugins = System.getProperty(EngineLibraries.FOLDER);
        final Path cache = plugins == null ? folder.resolve("engines")
            : Path.of(plugins, "org.electrode4d.nodes.tests", "target", "engines");
        try (NodeTester tester = NodeTester.open(); SharedWorker worker = new SharedWorker(cache)) {
            final BufferedDataTable series = tester.table(PaintedScans.spec(), PaintedScans.row(tester, "T0"),
                PaintedScans.row(tester, "T1"));
            final Path checkpoints = folder.resolve("checkpoints");
            final Result learned = learner(tester, worker).set("checkpoints", checkpoints.toString()).run(
                tester.table(PaintedScans.spec(), PaintedScans.row(tester, "T0")), NodeTester.UNCONNECTED);
            assertTrue(learned.number(0, 0, "Validation Dice [-]") > 0.95);
            assertEquals(0, checkpoints.toFile().list().length, "a training that has ended needs none");
            final Node predictor =
                tester.node(new UNetPredictorNodeFactory(worker)).set("engine/engine", "PYTORCH");
            final Result score = tester.node(new SegmentationScorerNodeFactory()).set("boundaries", false)
                .run(scored(tester, predictor.run(series, learned.table(0)).table(0)));
            assertTrue(score.number(1, 1, "Dice [-]") > 0.95, "T1 was not trained with");
            assertEquals("silicon", score.cell(1, 1, "Name").toString());
            worker.kill();
            Failures.of(predictor, series, learned.table(0)).says("killed (signal 9)").resolution("another engine");
        }
    }
}
