// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.nio.file.Path;
import java.util.List;

/**
 * An engine that can be started in a worker.
 *
 * @param id of the engine, such as {@code dl4j}
 * @param classPath of the worker: folders of classes and jars of this plug-in, of the engine and of its libraries
 */
public record EngineLibrary(String id, List<Path> classPath) {

    public EngineLibrary {
        classPath = List.copyOf(classPath);
    }
}
