// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.electrode4d.embedded.TestPlugins;
import org.electrode4d.embedded.cli.Commands.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DescribeCommandTest {

    @BeforeAll
    static void installNodes() {
        TestPlugins.installNumbers();
    }

    @Test
    void nodesAreListedByCategory() {
        final Outcome outcome = Commands.run("list");
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.out().contains("Numbers  (/community/numbers)"), outcome.out());
        assertTrue(outcome.out().contains("    Scale – Scales a column."), outcome.out());
    }

    @Test
    void aNodeIsDescribedAsText() {
        final Outcome outcome = Commands.run("describe", "numbers");
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.out().contains("Makes a table of numbers."), outcome.out());
        assertTrue(outcome.out().contains("Rows  [model.rows, default 3]"), outcome.out());
    }

    @Test
    void aNodeIsDescribedAsMarkdown() {
        final Outcome outcome = Commands.run("describe", "org.example.numbers.NumbersNodeFactory", "--format",
            "markdown");
        assertTrue(outcome.out().contains("### Numbers\n\n*Makes numbers.*\n\nMakes a table of **numbers**."),
            outcome.out());
        assertTrue(outcome.out().contains("| Rows | `model.rows` | 3 | Number of rows |"), outcome.out());
    }

    @Test
    void aNodeIsDescribedAsJson() throws Exception {
        final JsonNode json = new ObjectMapper().readTree(Commands.run("describe", "Scale", "--format=json").out());
        assertEquals("Scale", json.get("name").asText());
        assertEquals("Table", json.get("inputs").get(0).get("name").asText());
        assertEquals("2.0", json.get("parameters").get(1).get("default").asText());
    }

    @Test
    void allNodesAreDescribedUnderTheirCategory() {
        final Outcome outcome = Commands.run("describe", "--all", "--format", "markdown");
        assertTrue(outcome.out().startsWith("# Node reference\n\n## "), outcome.out());
        assertTrue(outcome.out().contains("Numbers\n\n### Blobs\n"), outcome.out());
    }

    @Test
    void anUnknownNodeIsToldWithTheKnownOnes() {
        final Outcome outcome = Commands.run("describe", "Nonsense");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("No node is called \"Nonsense\""), outcome.err());
        assertTrue(outcome.err().contains("Trouble"), outcome.err());
    }

    @Test
    void htmlBecomesMarkdown() {
        assertEquals("One *and* two.\n\n- `a`\n- [b](http://b)\n\nx<sub>1</sub> < 3",
            HtmlToMarkdown.convert("<p>One <i>and</i>\n  two.</p><ul><li><tt>a</tt></li><li><a href=\"http://b\">b</a>"
                + "</li></ul><p>x<sub>1</sub> &lt; 3</p>"));
    }
}
