// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.electrode4d.nodes.execution.OutputNames;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * File names made from the row that a file belongs to: {@code {Step}} stands for the text in the column "Step",
 * {@code {RowID}} for the row ID, {@code {Column}} for the name of the column that is written.
 */
public final class NameTemplate {

    /** Explains the placeholders; for dialogs. */
    public static final String HELP = "Text in braces is replaced: <tt>{Step}</tt> by the text in the column "
        + "<i>Step</i> (any column will do), <tt>{RowID}</tt> by the row ID, <tt>{Column}</tt> by the name of the "
        + "column that is written. Characters that file names may not have become underscores.";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final String ROW_ID = "RowID";
    private static final String COLUMN = "Column";

    private final String template;

    /** @throws InvalidSettingsException for an empty template, or one with a path in it */
    public NameTemplate(final String template) throws InvalidSettingsException {
        if (template.isBlank()) {
            throw new InvalidSettingsException("The name template is empty. Enter one such as {Step}.");
        }
        if (template.contains("/") || template.contains("\\")) {
            throw new InvalidSettingsException("The name template '" + template
                + "' must not hold a folder. Set the folder in its own field.");
        }
        this.template = template;
    }

    /** @throws InvalidSettingsException where a placeholder names no column of the table */
    public void check(final DataTableSpec spec) throws InvalidSettingsException {
        final Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            final String name = matcher.group(1);
            if (!name.equals(ROW_ID) && !name.equals(COLUMN) && !spec.containsName(name)) {
                throw new InvalidSettingsException("The name template holds {" + name
                    + "}, but the input table has no column of that name. It has "
                    + String.join(", ", spec.getColumnNames()) + ".");
            }
        }
    }

    /** The name for one row, safe as a file name on every system. */
    public String expand(final DataTableSpec spec, final DataRow row, final String column) {
        return OutputNames.safe(PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(
            value(match.group(1), spec, row, column)))).strip();
    }

    private static String value(final String name, final DataTableSpec spec, final DataRow row,
        final String column) {
        return switch (name) {
            case ROW_ID -> row.getKey().getString();
            case COLUMN -> column;
            default -> row.getCell(spec.findColumnIndex(name)).toString();
        };
    }
}
