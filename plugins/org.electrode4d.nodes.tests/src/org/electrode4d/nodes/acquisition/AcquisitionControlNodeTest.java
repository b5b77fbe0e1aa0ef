// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

class AcquisitionControlNodeTest {

    @TempDir
    Path folder;

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private BufferedDataTable protocol() throws Exception {
        return tester.node(new CyclingProtocolNodeFactory()).run().table(0);
    }

    private Node node() {
        return tester.node(new AcquisitionControlNodeFactory()).set("folder", Path.of("/tmp/n4")).set("speed", 1e5);
    }

    @Test
    void thePapersProtocolEndsWithTenScans() throws Exception {
        final long before = System.nanoTime();
        final Result result = node().run(protocol());
        System.out.println((System.nanoTime() - before) * 1e-9);
        for (int p = 0; p < 3; p++) {
            int i = 0;
            for (final DataRow row : result.table(p)) {
                if (i++ < 40) {
                    System.out.println(row);
                }
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(f -> System.out.println(f + " " + f.toFile().length()));
        }
        Files.copy(Files.list(folder).filter(f -> f.toString().endsWith("png")).findFirst().get(), Path.of("/tmp/curves.png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
