// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.electrode4d.report.WorkflowGraph;
import org.electrode4d.report.WorkflowGraph.Node;
import org.electrode4d.report.WorkflowGraph.Note;
import org.electrode4d.report.WorkflowGraph.Place;
import org.electrode4d.report.WorkflowGraph.Run;
import org.electrode4d.report.WorkflowGraph.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowFolderTest {

    private static final String HEAD =
        "<?xml version=\"1.0\"?><config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"x\">";

    @TempDir
    Path folder;

    private static String entry(final String key, final Object value) {
        return "<entry key=\"" + key + "\" type=\"xstring\" value=\"" + value + "\"/>";
    }

    private static String config(final String key, final String... content) {
        return "<config key=\"" + key + "\">" + String.join("", content) + "</config>";
    }

    private static String array(final String key, final Object... values) {
        final StringBuilder elements = new StringBuilder(entry("array-size", values.length));
        for (int i = 0; i < values.length; i++) {
            elements.append(entry(Integer.toString(i), values[i]));
        }
        return config(key, elements.toString());
    }

    private static String node(final int id, final String file, final int x) {
        return config("node_" + id, entry("id", id), entry("node_settings_file", file),
            config("ui_settings", array("extrainfo.node.bounds", x, 240, 0, 0)));
    }

    @BeforeEach
    void save() throws IOException {
        Files.writeString(folder.resolve("workflow.knime"), HEAD + config("annotations", config("annotation_0",
            entry("text", "&lt;p&gt;&lt;b&gt;Head&lt;/b&gt;&lt;/p&gt;&lt;p&gt;1 &amp;lt; 2&lt;/p&gt;"),
            entry("contentType", "text/html"), entry("x-coordinate", 20), entry("y-coordinate", 60),
            entry("width", 260), entry("height", 120), entry("borderColor", 255)))
            + config("nodes", node(1, "Strain (#1)/settings.xml", 80), node(2, "../outside.xml", 200))
            + config("connections", config("connection_0", entry("sourceID", 1), entry("sourcePort", 1),
                entry("destID", 2), entry("destPort", 3))) + "</config>");
        Files.createDirectory(folder.resolve("Strain (#1)"));
        Files.writeString(folder.resolve("Strain (#1)/settings.xml"), HEAD + entry("name", "Strain")
            + entry("factory", "org.example.StrainNodeFactory")
            + config("nodeAnnotation", entry("text", "From the field"), entry("contentType", "text/plain"))
            + config("model", entry("radius", 1.5), array("columns", "a", "b"), config("noise", entry("seed", 7)))
            + config("variables", entry("version", "V_2019_09_13"), config("tree", config("noise", config("seed",
                entry("used_variable", "size")))))
            + "</config>");
        Files.writeString(folder.resolve("workflow-metadata.xml"), "<workflow-metadata><description>Two lines.\n\nOf "
            + "text.</description></workflow-metadata>");
    }

    @Test
    void readsTheGraph() throws Exception {
        final WorkflowGraph graph = WorkflowFolder.read(folder).graph();
        assertEquals(List.of(new Node(1, "Strain", "From the field", new Place(80, 240, 0, 0), Run.UNKNOWN, ""),
            new Node(2, "Node", "", new Place(200, 240, 0, 0), Run.UNKNOWN, "")), graph.nodes());
        assertEquals(List.of(new Wire(1, 1, 2, 3)), graph.wires());
        assertEquals(List.of(new Note(List.of("Head", "1 < 2"), new Place(20, 60, 260, 120), 255)), graph.notes());
    }

    @Test
    void readsDescriptionAndSettings() throws Exception {
        final WorkflowFolder workflow = WorkflowFolder.read(folder);
        assertEquals("Two lines.\n\nOf text.", workflow.description());
        assertEquals(Map.of("radius", "1.5", "columns", "a, b", "noise.seed", "7"), workflow.parameters(1));
        assertEquals(Map.of("noise.seed", "size"), workflow.variables(1));
        assertEquals("org.example.StrainNodeFactory", workflow.factory(1));
        assertEquals(Map.of(), workflow.parameters(2), "a file outside of the workflow is not read");
    }

    private static SettingsTree settings(final String content) throws IOException {
        return SettingsTree.read(new ByteArrayInputStream((HEAD + content + "</config>")
            .getBytes(StandardCharsets.UTF_8)), "test");
    }

    @Test
    void secretsAreNeverRead() throws Exception {
        final SettingsTree tree = settings("<entry key=\"login\" type=\"xpassword\" value=\"02BAAA\"/>"
            + entry("apiKey", "k") + entry("dbPassword", "p") + array("accessTokens", "t") + entry("user", "u"));
        assertEquals(Map.of("login", SettingsTree.SECRET, "apiKey", SettingsTree.SECRET, "dbPassword",
            SettingsTree.SECRET, "accessTokens", SettingsTree.SECRET, "user", "u"), tree.flat());
    }

    @Test
    void escapedControlCharactersAreThemselves() throws Exception {
        assertEquals("a\nb", settings(entry("text", "a%%00010b")).value("text"));
    }

    @Test
    void filesThatDrawInOthersAreRefused() {
        final String attack = "<!DOCTYPE config [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><config>&x;</config>";
        final IOException e = assertThrows(IOException.class, () -> SettingsTree.read(
            new ByteArrayInputStream(attack.getBytes(StandardCharsets.UTF_8)), "settings.xml"));
        assertTrue(e.getMessage().startsWith("settings.xml are no settings: "), e.getMessage());
        assertFalse(e.getMessage().contains("root:"), e.getMessage());
    }
}
