// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.lang.reflect.Method;
import java.nio.file.Path;

import org.electrode4d.volume.io.Hdf5File;

/**
 * Writes HDF5 files with jHDF, which is inside of the volume plug-in and not to be seen from here: therefore all calls
 * are made by name.
 */
final class Hdf5Writer implements AutoCloseable {

    private final Object file;

    Hdf5Writer(final Path path) throws ReflectiveOperationException {
        file = type("HdfFile").getMethod("write", Path.class).invoke(null, path);
    }

    /** The root, to which groups and data are added. */
    Object root() {
        return file;
    }

    Object group(final Object parent, final String name) throws ReflectiveOperationException {
        return type("api.WritableGroup").getMethod("putGroup", String.class).invoke(parent, name);
    }

    void data(final Object group, final String name, final Object array) throws ReflectiveOperationException {
        type("api.WritableGroup").getMethod("putDataset", String.class, Object.class).invoke(group, name, array);
    }

    void attribute(final Object node, final String name, final Object value) throws ReflectiveOperationException {
        final Method method = type("api.WritableNode").getMethod("putAttribute", String.class, Object.class);
        method.invoke(node, name, value);
    }

    @Override
    public void close() throws ReflectiveOperationException {
        type("WritableHdfFile").getMethod("close").invoke(file);
    }

    private static Class<?> type(final String name) throws ClassNotFoundException {
        return Hdf5File.class.getClassLoader().loadClass("io.jhdf." + name);
    }
}
