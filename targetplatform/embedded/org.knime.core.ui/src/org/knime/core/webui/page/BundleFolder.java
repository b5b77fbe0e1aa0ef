// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.page;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.node.util.CheckUtils;

/**
 * A folder of a bundle, which must be a directory on disk: in a bundle that is a jar there is no folder, and KNIME
 * fails as well ({@code Eclipse-BundleShape: dir} helps).
 */
record BundleFolder(Path root) {

    static BundleFolder of(final Class<?> bundleClass, final String basePath) {
        final Path bundle = location(bundleClass);
        CheckUtils.checkState(Files.isDirectory(bundle), "The page of %s is read from %s, which must be a directory: "
            + "the bundle needs Eclipse-BundleShape: dir.", bundleClass.getName(), bundle);
        return new BundleFolder(bundle.resolve(basePath).normalize());
    }

    private static Path location(final Class<?> bundleClass) {
        final URL location = bundleClass.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException e) {
            return new File(location.getPath()).toPath(); // OSGi does not escape spaces
        }
    }

    Resource file(final String relativePath) {
        final Path file = root.resolve(relativePath);
        CheckUtils.checkState(Files.isRegularFile(file), "The page needs the file %s, which does not exist.", file);
        return new FileResource(file, relativePath.replace('\\', '/'));
    }

    List<Resource> files(final String relativePath) {
        try (Stream<Path> all = Files.walk(root.resolve(relativePath))) {
            return all.filter(Files::isRegularFile).sorted()
                .map(file -> file(root.relativize(file).toString())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The page needs the folder " + root.resolve(relativePath), e);
        }
    }

    private record FileResource(Path file, String path) implements Resource {

        @Override
        public String getRelativePath() {
            return path;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public boolean isStatic() {
            return true;
        }

        @Override
        public ContentType getContentType() {
            return ContentType.determineType(path);
        }

        @Override
        public Optional<Charset> getCharset() {
            return Optional.of(StandardCharsets.UTF_8);
        }
    }
}
