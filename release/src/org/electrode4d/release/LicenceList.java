// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The libraries of others as a table for people. */
final class LicenceList {

    private static final String HEAD = """
        # Libraries of others

        Each keeps its own licence; the texts are in the folder `licences`. Where a library may be had under one of
        several licences, the first is the one that is used here. A line with *in* is no file of its own: it is a part
        of the library that is named.

        | Library | Version | Licence | Copyright | Files of the update site and of the command line |
        |---|---|---|---|---|
        """;

    private LicenceList() {
    }

    /** Markdown: one line per library of others and per part, sorted by name. */
    static String of(final Collection<Component> components) {
        final StringBuilder text = new StringBuilder(HEAD);
        components.stream().filter(component -> !ThirdParty.isOurs(component))
            .sorted(Comparator.comparing((Component component) -> component.library().title().toLowerCase())
                .thenComparing(Component::version).thenComparing(Component::classifier))
            .forEach(component -> append(component, text));
        components.stream().filter(ThirdParty::isOurs).forEach(component -> component.parts()
            .forEach(part -> append(part, component, text)));
        return text.toString();
    }

    private static void append(final Component component, final StringBuilder text) {
        final Library library = component.library();
        final String title = library.title() + (component.classifier().isEmpty() ? "" : " " + component.classifier());
        row(text, List.of(link(title, library.url()), component.version(), library.licence(), library.copyright(),
            String.join("<br>", component.places())));
        component.parts().forEach(part -> append(part, component, text));
    }

    private static void append(final Library part, final Component whole, final StringBuilder text) {
        row(text, List.of(link(part.part(), part.url()) + ", in " + whole.library().title(), "", part.licence(),
            part.copyright(), ""));
    }

    private static void row(final StringBuilder text, final List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String link(final String title, final String url) {
        return url.isEmpty() ? title : "[" + title + "](" + url + ")";
    }
}
