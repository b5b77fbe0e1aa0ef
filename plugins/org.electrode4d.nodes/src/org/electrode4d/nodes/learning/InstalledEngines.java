// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.electrode4d.learning.worker.EngineLibraries;
import org.electrode4d.learning.worker.EngineLibrary;
import org.electrode4d.nodes.execution.NodeFailure;
import org.knime.core.node.KNIMEException;
import org.osgi.framework.Bundle;

/**
 * Engines among the plug-ins of the running platform ({@code org.electrode4d.learning.<id>} with its native fragments),
 * else in the folder that {@link EngineLibraries#FOLDER} names. Their jars are files of installed plug-ins; of a
 * plug-in that is a jar itself the platform unpacks them beside its own files, once per installation.
 */
final class InstalledEngines {

    private static final String PLUGIN = "org.electrode4d.learning";

    /** Header in the manifest of an engine whose native code comes in fragments. */
    private static final String NATIVE_CODE = "Electrode4D-NativeCode";

    private InstalledEngines() { }

    /** @throws KNIMEException if there is no such engine, with what to install */
    static EngineLibrary forTraining(final EngineChoice choice) throws KNIMEException, IOException {
        if (choice == EngineChoice.ONNX) {
            throw NodeFailure.of("ONNX Runtime cannot train.", "Choose another engine, or 'Automatic'.");
        }
        return first(choice.forTraining(), "trains");
    }

    /** @throws KNIMEException if there is no such engine, with what to install */
    static EngineLibrary forPrediction(final EngineChoice choice) throws KNIMEException, IOException {
        return first(choice.forPrediction(), "predicts");
    }

    private static EngineLibrary first(final List<EngineChoice> engines, final String task)
            throws KNIMEException, IOException {
        for (final EngineChoice engine : engines) {
            final Optional<EngineLibrary> library = find(engine.id());
            if (library.isPresent()) {
                return library.get();
            }
        }
        final EngineChoice last = engines.get(engines.size() - 1);
        throw NodeFailure.of(engines.size() == 1 ? "The engine " + last.id() + " is not installed."
            : "No engine that " + task + " is installed.",
            "Install '" + last.feature() + "' (Help, Install New Software, the site that Electrode4D came from)"
                + (engines.size() == 1 ? ", or set 'Engine' to 'Automatic'." : "."));
    }

    /** An engine by its id, for example {@code dl4j}. */
    static Optional<EngineLibrary> find(final String id) throws IOException {
        final Bundle plugin = Platform.isRunning() ? Platform.getBundle(PLUGIN + "." + id) : null;
        if (plugin == null || !isComplete(plugin)) {
            return EngineLibraries.find(id);
        }
        final List<Path> classPath = new ArrayList<>(List.of(classes(Platform.getBundle(PLUGIN)), classes(plugin)));
        for (final URL jar : jars(plugin)) {
            classPath.add(path(FileLocator.toFileURL(jar)));
        }
        return Optional.of(new EngineLibrary(id, classPath));
    }

    /** Without native code for this machine an engine is of no use, whatever else of it is there. */
    private static boolean isComplete(final Bundle plugin) {
        final String fragment = plugin.getHeaders("").get(NATIVE_CODE);
        if (fragment == null) {
            return !jars(plugin).isEmpty();
        }
        final Bundle[] fragments = Platform.getFragments(plugin);
        return fragments != null && Arrays.stream(fragments).anyMatch(each -> !jars(each).isEmpty());
    }

    /** Those of its resolved fragments are among them. */
    private static List<URL> jars(final Bundle plugin) {
        final Enumeration<URL> jars = plugin.findEntries("lib", "*.jar", false);
        return jars == null ? List.of() : Collections.list(jars);
    }

    /** The jar or folder of a plug-in; in a workspace of Eclipse the classes are in a folder below. */
    private static Path classes(final Bundle plugin) throws IOException {
        final File location = FileLocator.getBundleFileLocation(plugin).orElseThrow(() -> new IOException(
            "The plug-in " + plugin.getSymbolicName() + " has no file."));
        final Path built = location.toPath().resolve("target").resolve("classes");
        return Files.isDirectory(built) ? built : location.toPath();
    }

    /** Such URLs hold spaces and letters as they are, which a URI must not. */
    private static Path path(final URL file) {
        return new File(file.getPath()).toPath();
    }
}
