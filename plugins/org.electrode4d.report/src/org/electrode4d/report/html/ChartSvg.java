// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.report.Chart;
import org.electrode4d.report.Chart.Line;

/**
 * Draws a chart. Lines differ in colour (after Okabe and Ito, which colour-blind readers can tell apart), in the form
 * of their points and in their dashes.
 */
final class ChartSvg {

    private static final String[] COLOURS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00",
        "#000000"};
    private static final String[] DASHES = {"", "6 3", "2 3", "8 3 2 3"};
    private static final String[] MARKS = {"circle", "square", "triangle", "diamond"};
    private static final int FONT = 11;
    private static final int WIDTH = 360;
    private static final int HEIGHT = 180;
    private static final int ABOVE = 26;
    private static final int RIGHT = 12;
    private static final int BELOW = 44;
    private static final int LEGEND = 15;
    private static final int LINE = 14;

    private final Chart chart;
    private final Markup svg;
    private final ChartAxis axis;
    private final List<String> yLabel;
    private final double left;
    private final double top;

    private ChartSvg(final Chart chart, final Markup svg) {
        this.chart = chart;
        this.svg = svg;
        axis = ChartAxis.of(chart);
        yLabel = SvgText.lines(chart.yLabel(), HEIGHT + 30.0, FONT, 2);
        left = LINE * yLabel.size() + 14
            + axis.ticks().stream().mapToDouble(tick -> SvgText.width(tick.text(), FONT)).max().orElse(0);
        top = ABOVE;
    }

    static void draw(final Chart chart, final Markup svg) {
        new ChartSvg(chart, svg).draw();
    }

    private void draw() {
        final List<Line> named = chart.lines().stream().filter(line -> !line.name().isEmpty()).toList();
        final double width = left + WIDTH + RIGHT;
        final double height = top + HEIGHT + BELOW + LEGEND * named.size();
        svg.open("svg", "class", "chart", "width", width, "height", height, "viewBox",
            "0 0 " + Markup.number(width) + " " + Markup.number(height), "role", "img", "font-size", FONT);
        svg.element("title", chart.title());
        svg.element("text", SvgText.cut(chart.title(), width - left, FONT), "x", left, "y", 16, "font-weight", "bold");
        grid();
        for (int i = chart.lines().size() - 1; i >= 0; i--) {
            line(chart.lines().get(i), offset(i));
        }
        svg.empty("rect", "x", left, "y", top, "width", WIDTH, "height", HEIGHT, "fill", "none", "stroke", "#222222");
        labels();
        for (int i = 0; i < named.size(); i++) {
            legend(named.get(i), top + HEIGHT + BELOW + LEGEND * i);
        }
        svg.close();
    }

    /** Lines with error bars are a few pixels beside each other, so that these do not hide one another. */
    private double offset(final int line) {
        final boolean bars = chart.lines().stream().anyMatch(other -> other.error().length > 0);
        return bars ? 3 * (line - (chart.lines().size() - 1) / 2.0) : 0;
    }

    private double x(final int step) {
        final int count = chart.steps().size();
        return left + WIDTH * (step + 0.5) / count;
    }

    private double y(final double value) {
        return top + HEIGHT * (1 - axis.part(value));
    }

    private void grid() {
        for (final ChartAxis.Tick tick : axis.ticks()) {
            final boolean zero = tick.value() == 0;
            svg.empty("line", "x1", left, "y1", y(tick.value()), "x2", left + WIDTH, "y2", y(tick.value()), "stroke",
                zero ? "#9a9a9a" : "#e6e6e6");
            svg.element("text", tick.text(), "x", left - 5, "y", y(tick.value()) + 4, "text-anchor", "end");
        }
    }

    /** Names of steps that would touch the one before are left out. */
    private void labels() {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < chart.steps().size(); i++) {
            final String name = SvgText.cut(chart.steps().get(i), 90, FONT);
            final double half = SvgText.width(name, FONT) / 2;
            svg.empty("line", "x1", x(i), "y1", top + HEIGHT, "x2", x(i), "y2", top + HEIGHT + 4, "stroke", "#222222");
            if (x(i) - half > free) {
                svg.element("text", name, "x", x(i), "y", top + HEIGHT + 16, "text-anchor", "middle");
                free = x(i) + half + 4;
            }
        }
        svg.element("text", chart.xLabel(), "x", left + WIDTH / 2.0, "y", top + HEIGHT + 32, "text-anchor", "middle");
        final double middle = top + HEIGHT / 2.0;
        for (int i = 0; i < yLabel.size(); i++) {
            final int x = 12 + i * LINE;
            svg.element("text", yLabel.get(i), "x", x, "y", middle, "text-anchor", "middle", "transform",
                "rotate(-90 " + x + " " + Markup.number(middle) + ")");
        }
    }

    private void line(final Line line, final double offset) {
        final String colour = COLOURS[line.colour() % COLOURS.length];
        final List<String> path = new ArrayList<>();
        boolean begun = false;
        for (int i = 0; i < line.y().length; i++) {
            final boolean known = Double.isFinite(line.y()[i]);
            if (known) {
                path.add((begun ? "L " : "M ") + Markup.number(x(i) + offset) + " " + Markup.number(y(line.y()[i])));
            }
            begun = known;
        }
        svg.empty("path", "d", String.join(" ", path), "fill", "none", "stroke", colour, "stroke-width", 1.6,
            "stroke-dasharray", dashes(line));
        for (int i = 0; i < line.y().length; i++) {
            if (Double.isFinite(line.y()[i])) {
                errorBar(x(i) + offset, line.y()[i], line.reach(i), colour);
                mark(x(i) + offset, y(line.y()[i]), line);
            }
        }
    }

    private static String dashes(final Line line) {
        final String dashes = DASHES[line.form() % DASHES.length];
        return dashes.isEmpty() ? "none" : dashes;
    }

    private void errorBar(final double x, final double value, final double reach, final String colour) {
        if (reach > 0) {
            final double upper = y(value + reach);
            final double lower = y(value - reach);
            svg.empty("path", "d", String.join(" ", "M", Markup.number(x), Markup.number(upper), "V",
                Markup.number(lower), "M", Markup.number(x - 4), Markup.number(upper), "h 8", "M",
                Markup.number(x - 4), Markup.number(lower), "h 8"), "fill", "none", "stroke", colour);
        }
    }

    private void mark(final double x, final double y, final Line line) {
        final String colour = COLOURS[line.colour() % COLOURS.length];
        final String form = switch (MARKS[line.form() % MARKS.length]) {
            case "square" -> "M -3 -3 h 6 v 6 h -6 z";
            case "triangle" -> "M 0 -4 L 4 3 h -8 z";
            case "diamond" -> "M 0 -4.5 L 4 0 L 0 4.5 L -4 0 z";
            default -> "M -3.5 0 a 3.5 3.5 0 1 0 7 0 a 3.5 3.5 0 1 0 -7 0";
        };
        svg.empty("path", "d", form, "transform", "translate(" + Markup.number(x) + " " + Markup.number(y) + ")",
            "fill", colour, "stroke", "#ffffff", "stroke-width", 0.6);
    }

    private void legend(final Line line, final double y) {
        svg.empty("line", "x1", left, "y1", y, "x2", left + 26, "y2", y, "stroke",
            COLOURS[line.colour() % COLOURS.length], "stroke-width", 1.6, "stroke-dasharray", dashes(line));
        mark(left + 13, y, line);
        svg.element("text", SvgText.cut(line.name(), WIDTH - 34.0, FONT), "x", left + 32, "y", y + 4);
    }
}
