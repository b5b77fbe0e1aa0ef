// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The content of {@code workflowset.meta}: the description once more, for servers that know the old file only. */
final class LegacyMetadata {

    private final StringBuilder elements = new StringBuilder();
    private int count;

    private LegacyMetadata() {
    }

    static String of(final WorkflowMetadata m) {
        final LegacyMetadata legacy = new LegacyMetadata();
        if (m.author() != null) {
            legacy.add("text", "Author", m.author());
        }
        if (m.created() != null) {
            legacy.add("date", "Creation Date", creationDate(OffsetDateTime.parse(m.created())));
        }
        legacy.add("multiline", "Comments", comments(m));
        legacy.add("text", "Last Edited", Author.stamp(OffsetDateTime.parse(m.lastModified())
            .withOffsetSameInstant(ZoneOffset.UTC)));
        return MetadataFiles.DECLARATION
            + "<!--This file is auto-generated and is overwritten each time the workflow is saved.\n"
            + "    The metadata have moved to the `workflow-metadata.xml` file.-->\n<KNIMEMetaInfo nrOfElements=\""
            + legacy.count + "\" xmlns=\"http://www.knime.org/2.9/metainfo\">\n" + legacy.elements
            + "</KNIMEMetaInfo>\n";
    }

    private void add(final String form, final String name, final String text) {
        count++;
        elements.append("    <element form=\"").append(form).append("\" name=\"").append(name)
            .append("\" read-only=\"").append(name.equals("Last Edited")).append('"');
        if (text.isEmpty()) {
            elements.append("/>\n");
        } else {
            elements.append('>').append(MetadataFiles.escape(text)).append("</element>\n");
        }
    }

    /** Day, month counted from 0, year: the old file wants it so. */
    private static String creationDate(final OffsetDateTime t) {
        final int minutes = t.getOffset().getTotalSeconds() / 60;
        return String.format("%d/%d/%d/%02d:%02d:%02d %s%02d:%02d", t.getDayOfMonth(), t.getMonthValue() - 1,
            t.getYear(), t.getHour(), t.getMinute(), t.getSecond(), minutes < 0 ? "-" : "+", Math.abs(minutes) / 60,
            Math.abs(minutes) % 60);
    }

    private static String comments(final WorkflowMetadata m) {
        final StringBuilder text = new StringBuilder(m.description());
        if (!m.links().isEmpty()) {
            text.append('\n');
            m.links().forEach(link -> text.append("\nURL: ").append(link.text().isBlank() ? "" : link.text() + " ")
                .append(link.url()));
        }
        if (!m.tags().isEmpty()) {
            text.append("\n\nTAGS: ").append(String.join(",", m.tags()));
        }
        return text.toString();
    }
}
