// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.correlation.GlobalRegistrationNodeFactory;
import org.electrode4d.nodes.correlation.LocalCorrelationNodeFactory;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.electrode4d.nodes.volumes.VolumeStatisticsNodeFactory;
import org.electrode4d.nodes.volumes.VolumeWriterNodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.port.PortObject;

/** A node that is cancelled in the middle stops and leaves nothing behind. */
class CancelTest {

    @TempDir
    Path folder;

    private NodeTester tester;
    private Result phantom;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
        phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 48).run();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** Cancels as soon as the work has got somewhere. */
    private static void assertStops(final Node node, final PortObject... inputs) {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        monitor.addProgressListener(event -> {
            if (event.getNodeProgress().getProgress() != null && event.getNodeProgress().getProgress() > 0) {
                monitor.setExecuteCanceled();
            }
        });
        assertThrows(CanceledExecutionException.class, () -> node.run(monitor, inputs));
    }

    @Test
    void thePhantomStops() {
        assertStops(tester.node(new TexturePhantomNodeFactory()).set("size", 256));
    }

    @Test
    void theStatisticsStop() {
        assertStops(tester.node(new VolumeStatisticsNodeFactory()), phantom.table(0));
    }

    @Test
    void theRegistrationStops() {
        assertStops(tester.node(new GlobalRegistrationNodeFactory()), phantom.table(0));
    }

    @Test
    void theLocalCorrelationStops() throws Exception {
        final Result pairs = tester.node(new GlobalRegistrationNodeFactory()).run(phantom.table(0));
        assertStops(tester.node(new LocalCorrelationNodeFactory()).set("nodeSpacings", "16, 8"), pairs.table(0));
    }

    @Test
    void theWriterStopsAndRemovesWhatItWrote() throws Exception {
        assertStops(tester.node(new VolumeWriterNodeFactory()).set("folder", folder.resolve("a/b"))
            .set("createFolders", true), phantom.table(0));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
