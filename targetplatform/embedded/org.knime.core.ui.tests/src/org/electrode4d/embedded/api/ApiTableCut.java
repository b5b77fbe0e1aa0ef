// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.api;

import java.io.BufferedWriter;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Cuts the full table of KNIME's API to the types that the stand-in bundles have. To be run after a type was added:
 * <pre>ApiTableCut &lt;full table&gt; &lt;this package's folder&gt;/knime-5.9.0-api.tsv</pre>
 * with the classes of {@code org.knime.core}, {@code org.knime.core.ui} and these tests on the class path. The full
 * table is made of KNIME's own class files, as lines of type, declaration and descriptor, separated by tabs.
 */
public final class ApiTableCut {

    private ApiTableCut() {
    }

    /** @param args the full table, and the file to write */
    public static void main(final String[] args) throws Exception {
        ApiTable full;
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            full = ApiTable.read(in);
        }
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
            out.write("type\tdeclaration\tdescriptor\n");
            for (Class<?> anchor : ApiTableTest.ANCHORS) {
                for (Class<?> type : new BundleClasses(anchor).visible()) {
                    for (String[] row : full.rows(type.getName())) {
                        out.write(String.join("\t", row) + "\n");
                    }
                }
            }
        }
    }
}
