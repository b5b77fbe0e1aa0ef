// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.electrode4d.embedded.spi.OpenOutput;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** The file {@code content.xml}: the name of a class, and the content of an object of it. */
final class SimpleContent {

    private static final String ENTRY = "content.xml";

    private SimpleContent() {
    }

    static void write(final Object object, final ZipOutputStream out, final Consumer<ModelContentWO> content)
        throws IOException {
        out.putNextEntry(new ZipEntry(ENTRY));
        model(object, content).saveToXML(new OpenOutput(out));
        out.closeEntry();
    }

    static ModelContent model(final Object object, final Consumer<ModelContentWO> content) {
        ModelContent model = new ModelContent("model.xml");
        model.addInt("version", 1);
        model.addString("class_name", object.getClass().getName());
        content.accept(model.addModelContent("model"));
        return model;
    }

    static ModelContentRO read(final ZipInputStream in) throws IOException {
        ZipEntry entry = in.getNextEntry();
        if (entry == null || !ENTRY.equals(entry.getName())) {
            throw new IOException("Expected the zip entry " + ENTRY + ", found " + entry);
        }
        return ModelContent.loadFromXML(new FilterInputStream(in) {

            @Override
            public void close() {
                // the zip file has more entries
            }
        });
    }

    static String className(final ModelContentRO model) throws IOException {
        try {
            return model.getString("class_name");
        } catch (InvalidSettingsException e) {
            throw new IOException("No class name in " + ENTRY, e);
        }
    }
}
