// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import org.electrode4d.report.Chart;
import org.electrode4d.report.Content;
import org.electrode4d.report.Facts;
import org.electrode4d.report.Notice;
import org.electrode4d.report.Page;
import org.electrode4d.report.Paragraph;
import org.electrode4d.report.Picture;
import org.electrode4d.report.Section;
import org.electrode4d.report.Table;
import org.electrode4d.report.WorkflowGraph;

/** A page as HTML, with places for its pictures. */
final class PageMarkup {

    private static final int DEEPEST_HEADING = 4;
    private static final int LARGEST_PICTURE = 1200;

    private final Markup markup = new Markup();
    private final TableMarkup tableMarkup;
    private int tables;
    private int charts;
    private int anchors;

    /** @param rows of a table at most */
    PageMarkup(final Page page, final int rows) {
        tableMarkup = new TableMarkup(markup, rows);
        final String style = PageStyle.css();
        markup.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        markup.empty("meta", "charset", "utf-8");
        markup.empty("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; img-src data:; "
            + "style-src 'sha256-" + sha256(style) + "'; base-uri 'none'; form-action 'none'");
        markup.empty("meta", "name", "referrer", "content", "no-referrer");
        markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        markup.element("title", page.title()).open("style").raw(style).close().close().raw("\n");
        markup.open("body").open("header").element("h1", page.title());
        content(page.head());
        contents(page.sections());
        markup.close().open("main").raw("\n");
        anchors = 0;
        page.sections().forEach(section -> section(section, 2));
        markup.close().close().close().raw("\n");
    }

    /** The style is allowed by its hash, so that no other one is. */
    private static String sha256(final String text) {
        try {
            return Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    Markup markup() {
        return markup;
    }

    int tables() {
        return tables;
    }

    int charts() {
        return charts;
    }

    /** The table of contents. */
    private void contents(final List<Section> sections) {
        markup.open("nav").open("ul");
        for (final Section section : sections) {
            if (!section.isEmpty()) {
                markup.open("li").element("a", section.title(), "href", "#" + anchor()).close();
            }
        }
        markup.close().close();
    }

    private String anchor() {
        return "section-" + ++anchors;
    }

    private void section(final Section section, final int level) {
        if (section.isEmpty()) {
            return;
        }
        final String id = level == 2 ? anchor() : section.anchor();
        final Object[] attributes = id.isEmpty() ? new Object[0] : new Object[]{"id", id};
        markup.open("section", attributes);
        markup.element("h" + Math.min(level, DEEPEST_HEADING), section.title());
        content(section.content());
        section.parts().forEach(part -> section(part, level + 1));
        markup.close().raw("\n");
    }

    /** Neighbouring charts and pictures stand beside each other where there is room. */
    private void content(final List<Content> content) {
        boolean beside = false;
        for (final Content item : content) {
            final boolean figure = item instanceof Chart || item instanceof Picture;
            if (figure && !beside) {
                markup.open("div", "class", "figures");
            } else if (!figure && beside) {
                markup.close();
            }
            beside = figure;
            write(item);
        }
        if (beside) {
            markup.close();
        }
    }

    private void write(final Content item) {
        if (item instanceof Paragraph paragraph) {
            paragraphs(paragraph.text());
        } else if (item instanceof Notice notice) {
            notice(notice);
        } else if (item instanceof Facts facts) {
            tableMarkup.facts(facts);
        } else if (item instanceof Table table) {
            tables++;
            tableMarkup.table(table);
        } else if (item instanceof Chart chart) {
            charts++;
            markup.open("figure");
            ChartSvg.draw(chart, markup);
            markup.close().raw("\n");
        } else if (item instanceof Picture picture) {
            markup.open("figure").picture(new Markup.Slot(picture, LARGEST_PICTURE))
                .element("figcaption", picture.caption()).close().raw("\n");
        } else if (item instanceof WorkflowGraph graph) {
            GraphSvg.draw(graph, markup);
        }
    }

    private void notice(final Notice notice) {
        markup.open("div", "class", "notice " + switch (notice.kind()) {
            case SUCCESS -> "success";
            case WARNING -> "warning";
            case FAILURE -> "failure";
        });
        markup.element("p", notice.title(), "class", "title");
        paragraphs(notice.text());
        markup.close().raw("\n");
    }

    private void paragraphs(final String text) {
        for (final String paragraph : text.strip().split("\n\\s*\n")) {
            if (!paragraph.isBlank()) {
                markup.element("p", paragraph.strip());
            }
        }
    }
}
