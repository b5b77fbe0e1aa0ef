// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.util.List;

import org.electrode4d.report.WorkflowGraph;
import org.electrode4d.report.WorkflowGraph.Node;
import org.electrode4d.report.WorkflowGraph.Note;
import org.electrode4d.report.WorkflowGraph.Place;
import org.electrode4d.report.WorkflowGraph.State;
import org.electrode4d.report.WorkflowGraph.Wire;

/** Draws the graph of a workflow: what became of a node is told by colour, sign and text. */
final class GraphSvg {

    private static final int NODE = 40;
    private static final double FONT = 11;
    private static final int LINE = 14;
    private static final int NAME_WIDTH = 132;
    private static final int MARGIN = 70;

    /** Pixels up to which a graph is made to fit the page; wider ones would be too small to read, and are scrolled. */
    private static final int FITTING = 1800;

    private final WorkflowGraph graph;
    private final Markup svg;

    private GraphSvg(final WorkflowGraph graph, final Markup svg) {
        this.graph = graph;
        this.svg = svg;
    }

    static void draw(final WorkflowGraph graph, final Markup svg) {
        if (!graph.nodes().isEmpty()) {
            new GraphSvg(graph, svg).draw();
        }
    }

    private void draw() {
        final int left = Math.min(graph.nodes().stream().mapToInt(n -> n.place().x() - MARGIN).min().orElse(0),
            graph.notes().stream().mapToInt(n -> n.place().x() - LINE).min().orElse(Integer.MAX_VALUE));
        final int top = Math.min(graph.nodes().stream().mapToInt(n -> n.place().y() - MARGIN).min().orElse(0),
            graph.notes().stream().mapToInt(n -> n.place().y() - LINE).min().orElse(Integer.MAX_VALUE));
        final int right = Math.max(graph.nodes().stream().mapToInt(n -> n.place().x() + NODE + MARGIN).max().orElse(0),
            graph.notes().stream().mapToInt(n -> n.place().x() + n.place().width() + LINE).max().orElse(0));
        final int bottom = Math.max(
            graph.nodes().stream().mapToInt(n -> n.place().y() + NODE + MARGIN + LINE).max().orElse(0),
            graph.notes().stream().mapToInt(n -> n.place().y() + n.place().height() + LINE).max().orElse(0));
        final int width = right - left;
        final int height = bottom - top;
        svg.open("div", "class", "graph");
        svg.open("svg", "class", width > FITTING ? "wide" : "fit", "width", width, "height", height, "viewBox",
            left + " " + top + " " + width + " " + height, "role", "img", "font-size", FONT);
        svg.element("title", "Graph of the workflow with " + graph.nodes().size() + " nodes");
        graph.notes().forEach(this::note);
        graph.wires().forEach(this::wire);
        graph.nodes().forEach(this::node);
        svg.close().close();
    }

    private void note(final Note note) {
        final Place place = note.place();
        svg.empty("rect", "x", place.x(), "y", place.y(), "width", place.width(), "height", place.height(), "fill",
            "#ffffff", "stroke", String.format("#%06x", note.rgb() & 0xffffff), "stroke-width", 3);
        final int most = Math.max(1, (place.height() - LINE) / LINE);
        int line = 0;
        for (int i = 0; i < note.paragraphs().size() && line < most; i++) {
            for (final String text : SvgText.lines(note.paragraphs().get(i), place.width() - 20.0, FONT,
                most - line)) {
                line++;
                svg.element("text", text, "x", place.x() + 10, "y", place.y() + 6 + line * LINE, "font-weight",
                    i == 0 ? "bold" : "normal");
            }
        }
    }

    private void wire(final Wire wire) {
        final Node source = graph.node(wire.source()).orElse(null);
        final Node target = graph.node(wire.target()).orElse(null);
        if (source == null || target == null) {
            return;
        }
        final int outputs = graph.wires().stream().filter(w -> w.source() == wire.source())
            .mapToInt(Wire::sourcePort).max().orElse(1);
        final int inputs = graph.wires().stream().filter(w -> w.target() == wire.target())
            .mapToInt(Wire::targetPort).max().orElse(1);
        final double x1 = source.place().x() + NODE;
        final double y1 = source.place().y() + port(wire.sourcePort(), outputs);
        final double x2 = target.place().x();
        final double y2 = target.place().y() + port(wire.targetPort(), inputs);
        final double bend = Math.max(20, Math.abs(x2 - x1) / 2);
        final String path = String.join(" ", "M", Markup.number(x1), Markup.number(y1), "C", Markup.number(x1 + bend),
            Markup.number(y1), Markup.number(x2 - bend), Markup.number(y2), Markup.number(x2), Markup.number(y2));
        svg.empty("path", "d", path, "fill", "none", "stroke", wire.sourcePort() == 0 ? "#d55e00" : "#777777",
            "stroke-width", 1.5);
    }

    /** Data ports are spread over the side of the node; that of flow variables is at its top. */
    private static double port(final int number, final int count) {
        return number == 0 ? 0 : NODE * number / (count + 1.0);
    }

    private void node(final Node node) {
        final int x = node.place().x();
        final int y = node.place().y();
        final double middle = x + NODE / 2.0;
        final boolean linked = !node.anchor().isEmpty();
        if (linked) {
            svg.open("a", "href", "#" + node.anchor());
        } else {
            svg.open("g");
        }
        svg.element("title", describe(node));
        final List<String> name = SvgText.lines(node.name(), NAME_WIDTH, FONT, 2);
        for (int i = 0; i < name.size(); i++) {
            svg.element("text", name.get(i), "x", middle, "y", y - 6.0 - LINE * (name.size() - 1 - i), "text-anchor",
                "middle", "font-weight", "bold");
        }
        svg.empty("rect", "x", x, "y", y, "width", NODE, "height", NODE, "rx", 6, "fill", fill(node.run().state()),
            "stroke", "#2b3a4a");
        sign(node.run().state(), middle, y + NODE / 2.0);
        below(node, middle, y + NODE + LINE);
        svg.close();
    }

    private void below(final Node node, final double middle, final int top) {
        int y = top;
        final String time = node.run().time();
        if (!time.isEmpty()) {
            svg.element("text", time, "x", middle, "y", y, "text-anchor", "middle", "fill", "#1b5e86");
            y += LINE;
        }
        int most = 4;
        for (final String paragraph : node.label().split("\n")) {
            for (final String line : most == 0 ? List.<String>of()
                : SvgText.lines(paragraph, NAME_WIDTH + 16, FONT, most)) {
                svg.element("text", line, "x", middle, "y", y, "text-anchor", "middle");
                y += LINE;
                most--;
            }
        }
    }

    private static String describe(final Node node) {
        final String time = node.run().time().isEmpty() ? "" : " in " + node.run().time();
        final String message = node.run().message().isEmpty() ? "" : "\n" + node.run().message();
        return node.title() + ": " + node.run().state().text() + time + message;
    }

    private static String fill(final State state) {
        return switch (state) {
            case EXECUTED -> "#bfe3d3";
            case FAILED -> "#f5c6a5";
            case NOT_EXECUTED -> "#e8e8e8";
            case UNKNOWN -> "#ffe9a8";
        };
    }

    /** A tick, a cross, a bar or a dot, so that no state is told by its colour alone. */
    private void sign(final State state, final double x, final double y) {
        final String path = switch (state) {
            case EXECUTED -> "M -9 0 L -3 7 L 9 -7";
            case FAILED -> "M -8 -8 L 8 8 M -8 8 L 8 -8";
            case NOT_EXECUTED -> "M -8 0 L 8 0";
            case UNKNOWN -> "M -1 0 L 1 0";
        };
        svg.empty("path", "d", path, "transform", "translate(" + Markup.number(x) + " " + Markup.number(y) + ")",
            "fill", "none", "stroke", state == State.FAILED ? "#a33b00" : "#2b3a4a", "stroke-width", 4.0,
            "stroke-linecap", "round");
    }
}
