// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The public and protected API of KNIME, as a table with the columns type, declaration and descriptor. The row of a
 * type itself has no descriptor.
 */
final class ApiTable {

    static final String RESOURCE = "knime-5.9.0-api.tsv";

    private final Map<String, List<String[]>> types = new LinkedHashMap<>();

    /** The project's own copy, cut to the types that are used; {@link ApiTableCut} makes it. */
    static ApiTable own() throws IOException {
        try (InputStream in = ApiTable.class.getResourceAsStream(RESOURCE)) {
            return read(in);
        }
    }

    static ApiTable read(final InputStream in) throws IOException {
        ApiTable table = new ApiTable();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] row = line.split("\t", -1);
            table.types.computeIfAbsent(row[0], type -> new ArrayList<>()).add(row);
        }
        return table;
    }

    Optional<TypeApi> type(final String name) {
        return Optional.ofNullable(types.get(name)).map(rows -> new TypeApi(name, rows));
    }

    List<String[]> rows(final String name) {
        return types.getOrDefault(name, List.of());
    }
}
