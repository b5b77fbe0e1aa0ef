// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables whose rows name pictures: a column with the path of a file, the others say what it shows. */
public final class PictureRows {

    /** As the nodes of Electrode4D call the column. */
    private static final String PATH = "Picture path";

    private PictureRows() {
    }

    /** Whether a table names pictures. */
    public static boolean isGallery(final Table table) {
        return table.column(PATH) >= 0;
    }

    /** The pictures of the rows whose file is there. */
    public static List<Picture> pictures(final Table table) {
        final List<Picture> pictures = new ArrayList<>();
        for (final List<Cell> row : table.rows()) {
            file(table, row).ifPresent(file -> pictures.add(Picture.inFile(caption(table, row), file)));
        }
        return pictures;
    }

    /** Their files. */
    public static List<Path> files(final Table table) {
        return table.rows().stream().flatMap(row -> file(table, row).stream()).toList();
    }

    private static Optional<Path> file(final Table table, final List<Cell> row) {
        try {
            return Optional.of(Path.of(row.get(table.column(PATH)).read())).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String caption(final Table table, final List<Cell> row) {
        final Set<String> parts = new LinkedHashSet<>();
        for (int i = 0; i < row.size(); i++) {
            final String column = table.columns().get(i).name();
            if (!column.equals(PATH) && !column.equals("Row") && !column.equals("RowID")) {
                parts.add(row.get(i).read());
            }
        }
        return String.join(", ", parts);
    }
}
