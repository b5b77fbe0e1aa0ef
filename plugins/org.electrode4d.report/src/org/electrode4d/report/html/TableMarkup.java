// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.util.List;

import org.electrode4d.report.Cell;
import org.electrode4d.report.Facts;
import org.electrode4d.report.Facts.Fact;
import org.electrode4d.report.Picture;
import org.electrode4d.report.Table;

/**
 * Writes tables; their heads are repeated on every printed page. Tables that are wider than paper are written in parts,
 * each with the columns that tell the rows apart.
 */
final class TableMarkup {

    private static final int THUMBNAIL = 200;

    /** A cell is to be read in a table; whoever wants all of a long text finds it in the data. */
    private static final int LONGEST_TEXT = 1000;

    private final Markup markup;
    private final int rows;

    /** @param rows of a table at most */
    TableMarkup(final Markup markup, final int rows) {
        this.markup = markup;
        this.rows = rows;
    }

    void table(final Table table) {
        final Table shown = table.first(rows);
        final TableLayout layout = new TableLayout(shown);
        final List<List<Integer>> parts = layout.parts();
        for (int i = 0; i < parts.size(); i++) {
            part(shown, layout, parts.get(i), i == 0 ? shown.title() + size(shown) : shown.title() + ", continued");
        }
    }

    private void part(final Table table, final TableLayout layout, final List<Integer> columns, final String caption) {
        markup.open("div", "class", "table").open("table");
        markup.element("caption", caption);
        markup.open("thead").open("tr");
        for (final int column : columns) {
            markup.element("th", cut(table.columns().get(column).name()), "scope", "col", "class",
                layout.kind(column));
        }
        markup.close().close().open("tbody");
        for (final List<Cell> row : table.rows()) {
            markup.open("tr");
            columns.forEach(column -> cell(row.get(column), layout.kind(column)));
            markup.close();
        }
        markup.close().close().close().raw("\n");
    }

    private static String size(final Table table) {
        if (table.isComplete()) {
            return " (" + table.total() + (table.total() == 1 ? " row)" : " rows)");
        }
        return " (the first " + table.rows().size() + " of " + table.total() + " rows)";
    }

    private void cell(final Cell cell, final String kind) {
        markup.open("td", "class", kind);
        if (cell instanceof Cell.Depiction depiction) {
            final Picture picture = depiction.picture();
            markup.picture(new Markup.Slot(picture, THUMBNAIL)).empty("br");
        }
        markup.text(cut(cell.read())).close();
    }

    private static String cut(final String text) {
        return text.length() <= LONGEST_TEXT ? text
            : text.substring(0, LONGEST_TEXT) + "… (" + text.length() + " characters)";
    }

    void facts(final Facts facts) {
        final boolean notes = facts.facts().stream().anyMatch(fact -> !fact.note().isEmpty());
        markup.open("div", "class", "table").open("table", "class", "facts").open("tbody");
        for (final Fact fact : facts.facts()) {
            if (fact.marked()) {
                markup.open("tr", "class", "marked");
            } else {
                markup.open("tr");
            }
            markup.element("th", fact.name(), "scope", "row").element("td", cut(fact.value()));
            if (notes) {
                markup.element("td", cut(fact.note()), "class", "note");
            }
            markup.close();
        }
        markup.close().close().close().raw("\n");
    }
}
