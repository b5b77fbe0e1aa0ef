// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.util.Arrays;
import java.util.List;

import org.electrode4d.report.Cell;
import org.electrode4d.report.Facts;
import org.electrode4d.report.Facts.Fact;
import org.electrode4d.report.Picture;
import org.electrode4d.report.Table;
import org.electrode4d.report.Table.Column;

/** Writes tables; their heads are repeated on every printed page. */
final class TableMarkup {

    private static final int THUMBNAIL = 200;

    /** A cell is to be read in a table; whoever wants all of a long text finds it in the data. */
    private static final int LONGEST_TEXT = 1000;

    /** Letters of a text that needs no second line. */
    private static final int SHORT = 24;

    private final Markup markup;
    private final int rows;

    /** @param rows of a table at most */
    TableMarkup(final Markup markup, final int rows) {
        this.markup = markup;
        this.rows = rows;
    }

    void table(final Table table) {
        final Table shown = table.first(rows);
        final String[] classes = new String[table.columns().size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = table.columns().get(i).numeric() ? "number" : isLong(shown, i) ? "long" : "text";
        }
        markup.open("div", "class", "table").open("table");
        markup.element("caption", table.title() + size(shown));
        markup.open("thead").open("tr");
        for (int i = 0; i < classes.length; i++) {
            markup.element("th", cut(table.columns().get(i).name()), "scope", "col", "class", classes[i]);
        }
        markup.close().close().open("tbody");
        for (final List<Cell> row : shown.rows()) {
            markup.open("tr");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), classes[i]);
            }
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

    /** Whether a column needs lines that are broken; the others are as wide as what is in them. */
    private static boolean isLong(final Table table, final int column) {
        final Column head = table.columns().get(column);
        return Arrays.stream(head.name().split("\\s")).anyMatch(word -> word.length() > SHORT)
            || table.rows().stream().anyMatch(row -> row.get(column).read().length() > SHORT);
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
