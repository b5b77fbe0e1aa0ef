// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** Steps of a series are kept or left out. */
class StepFilterNodeTest {

    private NodeTester tester;
    private BufferedDataTable series;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
        series = tester.node(new PhantomSeriesNodeFactory()).set("size", 16).set("strains", "10, 20").run().table(0);
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private static List<String> steps(final Result result) {
        return IntStream.range(0, (int)result.table(0).size()).mapToObj(row -> result.cell(0, row, "Step").toString())
            .toList();
    }

    @Test
    void namedStepsAreKeptInTheirOrder() throws Exception {
        assertEquals(List.of("T0", "T2"),
            steps(tester.node(new StepFilterNodeFactory()).set("steps", "T2, T0").run(series)));
    }

    @Test
    void namedStepsAreLeftOut() throws Exception {
        assertEquals(List.of("T1", "T2", "T3"),
            steps(tester.node(new StepFilterNodeFactory()).set("exclude", true).run(series)));
    }

    @Test
    void aStepThatIsNotThereIsAWarning() throws Exception {
        final Result result = tester.node(new StepFilterNodeFactory()).set("steps", "T1, T9").run(series);
        assertEquals(List.of("T1"), steps(result));
        assertEquals("There is no row of T9 in 'Step'.", result.warning().orElseThrow().getSummary());
    }
}
