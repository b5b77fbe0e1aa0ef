// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.Extensions;
import org.electrode4d.embedded.spi.PortFiles;
import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.TestModels;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;

class SegmentationModelCellTest {

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private SegmentationModelCell stored(final ModelFile model) throws IOException {
        return ModelStorage.store(model, tester.context(), Progress.NONE);
    }

    @Test
    void theTextIsOneLine() throws Exception {
        assertEquals("U-Net, depth 1, base width 2, 2 classes, voxel 0.5 µm, validation Dice 0.93",
            stored(TestModels.network("silicon", 1, 0.93)).toString());
        assertEquals("U-Net, depth 1, base width 2, 2 classes, voxel 0.5 µm",
            stored(TestModels.network("silicon", 1, Double.NaN)).toString());
    }

    @Test
    void cellsAreEqualWhereTheirModelsAre() throws Exception {
        final SegmentationModelCell cell = stored(TestModels.network("silicon", 1, 0.93));
        final SegmentationModelCell same = stored(TestModels.network("silicon", 1, 0.93));
        assertEquals(cell, same);
        assertEquals(cell.hashCode(), same.hashCode());
        assertNotEquals(cell, stored(TestModels.network("silicon", 2, 0.93)), "other weights");
    }

    @Test
    void cellsInTablesKeepTheirModels() throws Exception {
        final ModelFile model = TestModels.network("silicon", 1, 0.93);
        final var table = tester.table(
            new DataTableSpec(SeriesColumns.column("Model", SegmentationModelCell.TYPE)),
            new SegmentationModelCell[]{stored(model)});
        final ModelFile read = ((SegmentationModelValue)NodeTester.cell(table, 0, "Model")).getModel();
        assertEquals(model.description(), read.description());
        assertEquals(model.parts().keySet(), read.parts().keySet());
    }

    @Test
    void aSavedWorkflowKeepsItsModels(@TempDir final Path folder) throws Exception {
        assumeTrue(Extensions.serializableCells().contains(SegmentationModelCell.class.getName()),
            "no plug-ins are registered on this class path");
        final Path port = Files.createDirectories(folder.resolve("Learner/port_1"));
        final ModelFile model = TestModels.network("silicon", 1, 0.93);
        try (EmbeddedWorkflow saved = EmbeddedWorkflow.open(null);
            EmbeddedWorkflow loaded = EmbeddedWorkflow.open(folder)) {
            final EmbeddedNode learner = saved.node(1, "Learner");
            final ExecutionContext context = learner.startExecution(new DefaultNodeProgressMonitor());
            final BufferedDataContainer table = context.createDataContainer(
                new DataTableSpec(SeriesColumns.column("Model", SegmentationModelCell.TYPE)));
            final SegmentationModelCell cell = ModelStorage.store(model, context, Progress.NONE);
            table.addRowToTable(new DefaultRow("Row0", cell));
            table.close();
            PortFiles.save(learner, table.getTable(), port, new ExecutionMonitor());
            learner.saveFileStores(port.getParent());
            final EmbeddedNode again = loaded.node(1, "Learner");
            again.loadFileStores(port.getParent(), "filestore", learner.fileStoreId().orElseThrow());
            final BufferedDataTable read = (BufferedDataTable)PortFiles.load(again, port,
                BufferedDataTable.class.getName(), DataTableSpec.class.getName(), new ExecutionMonitor());
            final SegmentationModelCell back = (SegmentationModelCell)NodeTester.cell(read, 0, "Model");
            assertEquals(cell, back);
            assertEquals(cell.toString(), back.toString());
            assertEquals(model.description(), back.getModel().description());
        }
    }

    @Test
    void aDescriptionSurvivesItsSerializer() throws Exception {
        final SegmentationModelDescription description = new SegmentationModelDescription("Si", "U-Net", "depth 4",
            List.of("pore", "Ω"), new VoxelSize(0.1, 0.2, 0.3), 0.5, "hash");
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        description.write(new DataOutputStream(bytes));
        assertEquals(description, SegmentationModelDescription
            .read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
        assertEquals("U-Net, depth 4, 2 classes, voxel 0.1 × 0.2 × 0.3 µm, validation Dice 0.50",
            description.toString());
        final var newer = new DataInputStream(new ByteArrayInputStream(new byte[]{99}));
        assertTrue(assertThrows(IOException.class, () -> SegmentationModelDescription.read(newer)).getMessage()
            .contains("newer version"));
    }
}
