// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.engine.Engine;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.electrode4d.learning.engine.EngineException;

/**
 * Loads PyTorch, which the Deep Java Library first unpacks from its jars: to {@code pytorch} in the folder that the
 * system property {@code ENGINE_CACHE_DIR} names.
 */
final class NativeLibraries {

    private NativeLibraries() { }

    /** Names and versions for people; loads nothing. */
    static String versions() {
        final Properties properties = new Properties();
        try (InputStream in = NativeLibraries.class.getResourceAsStream("/pytorch-engine.properties")) {
            properties.load(in);
        } catch ( IOException e) {
            throw new EngineException("The jar of PyTorch's engine cannot be read: " + e.getMessage()
                + ". Install the feature again.", e);
        }
        return "PyTorch " + properties.getProperty("pytorch_version") + " (Deep Java Library "
            + properties.getProperty("djl_version") + ")";
    }

    /**
     * Loads PyTorch if it is not there. Nothing is ever fetched from a network, and nobody is told.
     *
     * @throws EngineException if the folder cannot be written, or there is no PyTorch for this operating system
     */
    static synchronized Engine load() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        final Path folder = Utils.getEngineCacheDir("pytorch");
        try {
            Files.createDirectories(folder);
            // Workers that start at once would else delete what another one has just unpacked.
            try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
                deleteAbandoned(folder);
                return Engine.getEngine("PyTorch");
            }
        } catch ( ai.djl.engine.EngineException e) {
            throw new EngineException("PyTorch could not be loaded from " + folder + " on "
                + System.getProperty("os.name") + " (" + System.getProperty("os.arch") + "): " + e.getMessage()
                + ". Install the feature for this operating system, or choose another engine.", e);
        } catch ( IOException e) {
            throw new EngineException("PyTorch could not be unpacked to " + folder + ": " + e.getMessage()
                + ". Free space there (0.5 GB), or allow writing.", e);
        }
    }

    /** What a worker that was killed had begun to unpack; with the lock held nobody else is at it. */
    private static void deleteAbandoned(final Path folder) throws IOException {
        try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(folder, "tmp*")) {
            abandoned.forEach(Utils::deleteQuietly);
        }
    }
}
