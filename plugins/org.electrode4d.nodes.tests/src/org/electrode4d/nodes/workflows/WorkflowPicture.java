// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.electrode4d.embedded.workflow.Annotation;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.embedded.workflow.Connection;
import org.electrode4d.embedded.workflow.LoadReport;
import org.electrode4d.embedded.workflow.Workflow;
import org.electrode4d.embedded.workflow.WorkflowNode;
import org.electrode4d.embedded.workflow.WorkflowReader;
import org.electrode4d.nodes.NodeClasses;
import org.knime.core.node.NodeFactory;

/** Draws a saved workflow as {@code workflow.svg} beside it: nodes, connections and annotations where they stand. */
final class WorkflowPicture {

    private static final int NODE = 40;
    private static final int LINE = 15;

    private final StringBuilder svg = new StringBuilder();
    private final Workflow workflow;

    private WorkflowPicture(final Workflow workflow) {
        this.workflow = workflow;
    }

    /** Draws the workflow in a folder. */
    static void draw(final Path folder) throws IOException {
        final WorkflowPicture picture = new WorkflowPicture(WorkflowReader.read(folder, new LoadReport()));
        Files.writeString(folder.resolve("workflow.svg"), picture.svg());
    }

    private String svg() throws IOException {
        int width = 0;
        int height = 0;
        for (final Annotation annotation : workflow.annotations()) {
            width = Math.max(width, annotation.place().x() + annotation.place().width());
            height = Math.max(height, annotation.place().y() + annotation.place().height());
        }
        for (final WorkflowNode node : workflow.nodes()) {
            width = Math.max(width, node.bounds().x() + 120);
            height = Math.max(height, node.bounds().y() + 100);
        }
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" "
            + "font-size=\"11\">", width + 20, height + 20);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        workflow.annotations().forEach(this::annotation);
        workflow.connections().forEach(this::connection);
        for (final WorkflowNode node : workflow.nodes()) {
            node(node);
        }
        add("</svg>");
        return svg.toString();
    }

    private void add(final String format, final Object... values) {
        svg.append(String.format(format, values)).append('\n');
    }

    private void annotation(final Annotation annotation) {
        final Bounds place = annotation.place();
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#%06X\" stroke-width=\"3\"/>",
            place.x(), place.y(), place.width(), place.height(), annotation.look().borderColor());
        int y = place.y() + 20;
        boolean heading = true;
        for (final String paragraph : annotation.text().split("</p>")) {
            for (final String line : wrap(paragraph.replaceAll("<[^>]*>", ""), place.width() / 6)) {
                add("<text x=\"%d\" y=\"%d\"%s>%s</text>", place.x() + 10, y, heading ? " font-weight=\"bold\"" : "",
                    line);
                y += LINE;
            }
            heading = false;
        }
    }

    private static List<String> wrap(final String text, final int characters) {
        final List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (final String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + word.length() + 1 > characters) {
                lines.add(line.toString());
                line = new StringBuilder();
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void connection(final Connection connection) {
        final Bounds from = workflow.node(connection.source()).orElseThrow().bounds();
        final Bounds to = workflow.node(connection.target()).orElseThrow().bounds();
        final int x1 = from.x() + NODE;
        final int y1 = from.y() + port(connection.sourcePort());
        final int x2 = to.x();
        final int y2 = to.y() + port(connection.targetPort());
        final int bend = Math.max(20, Math.abs(x2 - x1) / 2);
        add("<path d=\"M %d %d C %d %d %d %d %d %d\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>", x1, y1,
            x1 + bend, y1, x2 - bend, y2, x2, y2, connection.sourcePort() == 0 ? "#E04030" : "#808080");
    }

    /** Where a port is on the side of a node: that of flow variables, number 0, at the upper corner. */
    private static int port(final int number) {
        if (number == 0) {
            return 0;
        }
        return number == 1 ? NODE / 2 : NODE / 2 + 12;
    }

    private void node(final WorkflowNode node) throws IOException {
        final int x = node.bounds().x();
        final int y = node.bounds().y();
        final int middle = x + NODE / 2;
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-weight=\"bold\">%s</text>", middle, y - 6,
            node.name());
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#FFD860\" stroke=\"#2B3A4A\"/>", x, y,
            NODE, NODE);
        add("<image x=\"%d\" y=\"%d\" width=\"24\" height=\"24\" href=\"data:image/png;base64,%s\"/>", x + 8, y + 8,
            Base64.getEncoder().encodeToString(icon(node)));
        int line = y + NODE + LINE;
        for (final String text : node.label().map(Annotation::text).orElse("").split("\n")) {
            add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", middle, line, text);
            line += LINE;
        }
    }

    private static byte[] icon(final WorkflowNode node) throws IOException {
        for (final NodeFactory<?> factory : NodeClasses.factories()) {
            if (factory.getNodeName().equals(node.name())) {
                final String name = factory.getXMLDescription().getAttribute("icon").substring("./".length());
                try (var in = factory.getClass().getResourceAsStream(name)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new IOException("There is no node " + node.name());
    }
}
