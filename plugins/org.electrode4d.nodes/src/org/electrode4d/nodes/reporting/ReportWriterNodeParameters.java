// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.List;

import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.execution.OutputNames;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextAreaWidget;

/** Parameters of the Report Writer. */
final class ReportWriterNodeParameters implements NodeParameters {

    private static final int MOST_ROWS = 1000;

    @Section(title = "Page")
    interface PageSection {
    }

    @Section(title = "File")
    @After(PageSection.class)
    interface FileSection {
    }

    @Layout(PageSection.class)
    @Widget(title = "Title", description = "Above the page. Empty takes the name of the workflow.")
    String m_title = "";

    @Layout(PageSection.class)
    @Widget(title = "Introduction", description = "Plain text below the title; an empty line begins a new paragraph. "
        + "Empty takes the description of the workflow.")
    @TextAreaWidget(rows = 5)
    String m_introduction = "";

    @Layout(PageSection.class)
    @Widget(title = "Titles of the tables", description = "One per line, in the order of the inputs; an empty line "
        + "gives <i>Table 1</i>, <i>Table 2</i>, ...")
    @TextAreaWidget(rows = 6)
    String m_titles = "";

    @Layout(PageSection.class)
    @Widget(title = "Charts", description = "Draws tables with a column <i>Step</i> over the steps.")
    boolean m_charts = true;

    @Layout(PageSection.class)
    @Widget(title = "Graph and settings", description = "Shows graph and settings of the workflow as it was last "
        + "saved.")
    boolean m_workflow = true;

    @Layout(PageSection.class)
    @Widget(title = "Further pictures", description = "Path or URL of a folder whose PNG pictures are shown after the "
        + "tables. Empty for none.")
    String m_pictureFolder = "";

    @Advanced
    @Layout(PageSection.class)
    @Widget(title = "Rows of a table", description = "Of longer tables the beginning is shown, and the page says so; "
        + "at most 1000.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_rows = 50;

    @Layout(FileSection.class)
    @Widget(title = "Folder", description = "Path of the folder to write into, or a URL such as "
        + "<tt>knime://knime.workflow/data/results</tt> in the data area of the workflow.")
    String m_folder = "";

    @Layout(FileSection.class)
    @Widget(title = "Name", description = "File name without its ending <tt>.html</tt>.")
    String m_name = "report";

    @Layout(FileSection.class)
    @Widget(title = "If a file exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Layout(FileSection.class)
    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    @Override
    public void validate() throws InvalidSettingsException {
        OutputNames.requireBeginning(m_name, "Name");
        if (m_rows < 1 || m_rows > MOST_ROWS) {
            throw new InvalidSettingsException("'Rows of a table' is " + m_rows + ", but must lie between 1 and "
                + MOST_ROWS + ".");
        }
    }

    /** @param input from 0 */
    String title(final int input) {
        final List<String> titles = m_titles.lines().map(String::strip).toList();
        return input < titles.size() && !titles.get(input).isEmpty() ? titles.get(input) : "Table " + (input + 1);
    }
}
