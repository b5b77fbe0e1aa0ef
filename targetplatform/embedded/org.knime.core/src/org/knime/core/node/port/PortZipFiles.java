// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** The zip files of saved port objects: an empty first entry, then what the serializer writes. */
final class PortZipFiles implements Secrets.Ports {

    private static final String OBJECT = "portObject.file";

    private static final String SPEC = "portSpec.file";

    @Override
    public void writeObject(final PortObject object, final OutputStream out, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        try (PortObjectZipOutputStream zip = new PortObjectZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(OBJECT));
            objectSerializer(object.getClass()).savePortObject(object, zip, monitor);
        }
    }

    @Override
    public void writeSpec(final PortObjectSpec spec, final OutputStream out) throws IOException {
        try (PortObjectSpecZipOutputStream zip = new PortObjectSpecZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(SPEC));
            specSerializer(spec.getClass()).savePortObjectSpec(spec, zip);
        }
    }

    @Override
    public PortObject readObject(final String objectClass, final PortObjectSpec spec, final InputStream in,
        final ExecutionMonitor monitor) throws IOException, InvalidSettingsException, CanceledExecutionException {
        try (PortObjectZipInputStream zip = new PortObjectZipInputStream(in)) {
            expect(OBJECT, zip);
            Class<? extends PortObject> type = PortTypeRegistry.getInstance().getObjectClass(objectClass)
                .orElseThrow(() -> new InvalidSettingsException("No bundle has port objects of " + objectClass));
            return objectSerializer(type).loadPortObject(zip, spec, monitor);
        }
    }

    @Override
    public PortObjectSpec readSpec(final String specClass, final InputStream in)
        throws IOException, InvalidSettingsException {
        try (PortObjectSpecZipInputStream zip = new PortObjectSpecZipInputStream(in)) {
            expect(SPEC, zip);
            Class<? extends PortObjectSpec> type = PortTypeRegistry.getInstance().getSpecClass(specClass)
                .orElseThrow(() -> new InvalidSettingsException("No bundle has port specs of " + specClass));
            return specSerializer(type).loadPortObjectSpec(zip);
        }
    }

    private static void expect(final String name, final ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !name.equals(entry.getName())) {
            throw new IOException("Expected the zip entry " + name + ", found " + entry);
        }
    }

    private static PortObjectSerializer<PortObject> objectSerializer(final Class<? extends PortObject> type)
        throws IOException {
        return PortTypeRegistry.getInstance().getObjectSerializer(type).orElseThrow(() -> new IOException(
            "No serializer is registered for port objects of " + type.getName()
                + "; register one at the extension point org.knime.core.PortType"));
    }

    private static PortObjectSpecSerializer<PortObjectSpec> specSerializer(
        final Class<? extends PortObjectSpec> type) throws IOException {
        return PortTypeRegistry.getInstance().getSpecSerializer(type).orElseThrow(() -> new IOException(
            "No serializer is registered for port specs of " + type.getName()
                + "; register one at the extension point org.knime.core.PortType"));
    }
}
