// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.execution.FolderNames;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.report.Content;
import org.electrode4d.report.Facts;
import org.electrode4d.report.Page;
import org.electrode4d.report.Paragraph;
import org.electrode4d.report.Picture;
import org.electrode4d.report.PictureRows;
import org.electrode4d.report.Section;
import org.electrode4d.report.StepCharts;
import org.electrode4d.report.Table;
import org.electrode4d.volume.Progress;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** Puts the page of a Report Writer together. */
final class ReportPage {

    private static final String PNG = ".png";

    private final ReportWriterNodeParameters parameters;
    private final Optional<SavedWorkflow> workflow;

    /** @param workflow that the node is in, as far as it was saved */
    ReportPage(final ReportWriterNodeParameters parameters, final Optional<SavedWorkflow> workflow) {
        this.parameters = parameters;
        this.workflow = workflow;
    }

    /** @param tables one per input, null where nothing is connected */
    Page of(final List<BufferedDataTable> tables, final Progress progress) throws IOException, KNIMEException {
        final List<Section> sections = new ArrayList<>();
        final ReportTables reader = new ReportTables(progress);
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i) != null) {
                sections.add(section(reader.read(parameters.title(i), tables.get(i))));
            }
        }
        if (!parameters.m_pictureFolder.isBlank()) {
            sections.add(Section.of("Further pictures", pictures()));
        }
        if (parameters.m_workflow && workflow.isPresent()) {
            sections.add(workflow.get().graph());
            sections.add(workflow.get().settings());
        }
        sections.add(Section.of("Provenance", List.of(new Facts(SavedWorkflow.provenance(workflow)))));
        final String title = !parameters.m_title.isBlank() ? parameters.m_title
            : workflow.map(SavedWorkflow::name).orElse("Report");
        return new Page(title, head(), sections);
    }

    private List<Content> head() {
        final List<Content> head = new ArrayList<>();
        final String text = !parameters.m_introduction.isBlank() ? parameters.m_introduction
            : workflow.map(SavedWorkflow::description).orElse("");
        if (!text.isBlank()) {
            head.add(new Paragraph(text));
        }
        if (parameters.m_workflow && workflow.isEmpty()) {
            head.add(new Paragraph("The workflow was never saved, so its graph and its settings are not known."));
        }
        return head;
    }

    private Section section(final Table table) {
        if (PictureRows.isGallery(table)) {
            return Section.of(table.title(), PictureRows.pictures(table));
        }
        final List<Content> content = new ArrayList<>();
        if (parameters.m_charts) {
            content.addAll(StepCharts.of(table));
        }
        content.add(table.first(parameters.m_rows));
        return Section.of(table.title(), content);
    }

    private List<Picture> pictures() throws IOException, KNIMEException {
        final Path folder = DataPath.resolve(parameters.m_pictureFolder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.noneMatch(file -> file.getFileName().toString().endsWith(PNG))) {
                throw NodeFailure.of("There is no PNG picture in the folder " + folder + ".",
                    "Choose another folder in 'Further pictures', or leave it empty.");
            }
        }
        return FolderNames.matching(parameters.m_pictureFolder, "*" + PNG, "picture").stream()
            .map(name -> Picture.inFile(name, folder.resolve(name))).toList();
    }
}
