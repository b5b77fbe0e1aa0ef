// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.FluentNodeAPI;

/** A page with its resources. */
public sealed class Page implements Resource, FluentNodeAPI permits FromFilePage {

    private final Resource content;
    private final Map<String, Resource> resources = new LinkedHashMap<>();

    Page(final Resource content) {
        this.content = content;
    }

    /** @return asks where the page comes from */
    public static RequireFromFileOrString create() {
        return new PageSource();
    }

    final void add(final Resource resource) {
        resources.put(resource.getRelativePath(), resource);
    }

    /**
     * @param supplier gives the content
     * @param relativePath the path below the page
     * @return this
     */
    public Page addResource(final Supplier<InputStream> supplier, final String relativePath) {
        add(new GeneratedResource(supplier, relativePath, null));
        return this;
    }

    /**
     * @param supplier gives the text
     * @param relativePath the path below the page
     * @return this
     */
    public Page addResourceFromString(final Supplier<String> supplier, final String relativePath) {
        add(GeneratedResource.ofText(supplier, relativePath, StandardCharsets.UTF_8));
        return this;
    }

    /**
     * @param relativePath a path below the page
     * @return the resource there
     */
    public Optional<Resource> getResource(final String relativePath) {
        return Optional.ofNullable(resources.get(relativePath));
    }

    @Override
    public String getRelativePath() {
        return content.getRelativePath();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return content.getInputStream();
    }

    @Override
    public boolean isStatic() {
        return content.isStatic();
    }

    /** @return true if neither the page nor a resource depends on the node */
    public boolean isCompletelyStatic() {
        return isStatic() && resources.values().stream().allMatch(Resource::isStatic);
    }

    @Override
    public ContentType getContentType() {
        return content.getContentType();
    }

    @Override
    public Optional<Charset> getCharset() {
        return content.getCharset();
    }

    /** Asks where the page comes from. */
    public interface RequireFromFileOrString {

        /** @return asks for the bundle of a file */
        RequireBundle fromFile();

        /**
         * @param content gives the page
         * @return asks for its path
         */
        default RequireRelativePath fromString(final InputStreamSupplier content) {
            return fromString(content, null);
        }

        /**
         * @param content gives the page
         * @return asks for its path
         */
        default RequireRelativePath fromString(final StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        /**
         * @param content gives the page
         * @param charset how its text is encoded
         * @return asks for its path
         */
        RequireRelativePath fromString(InputStreamSupplier content, Charset charset);

        /**
         * @param content gives the page
         * @param charset how its text is encoded
         * @return asks for its path
         */
        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** Asks for the bundle. */
    public interface RequireBundle {

        /**
         * @param clazz a class of the bundle
         * @return asks for the folder
         */
        RequireBasePath bundleClass(Class<?> clazz);
    }

    /** Asks for the folder of the page. */
    public interface RequireBasePath {

        /**
         * @param basePath the folder, relative to the bundle
         * @return asks for the file
         */
        RequireRelativeFilePath basePath(String basePath);
    }

    /** Asks for the file of the page. */
    public interface RequireRelativeFilePath {

        /**
         * @param relativeFilePath the file, relative to the folder
         * @return the page
         */
        FromFilePage relativeFilePath(String relativeFilePath);
    }

    /** Asks for the path of the page. */
    public interface RequireRelativePath {

        /**
         * @param relativePath the path under which it is loaded
         * @return the page
         */
        Page relativePath(String relativePath);
    }

    /** Gives a text. */
    @FunctionalInterface
    public interface StringSupplier extends Supplier<String> {
    }

    /** Gives bytes. */
    @FunctionalInterface
    public interface InputStreamSupplier extends Supplier<InputStream> {
    }

    /** Where pages come from. */
    private static final class PageSource implements RequireFromFileOrString {

        @Override
        public RequireBundle fromFile() {
            return bundleClass -> basePath -> file -> new FromFilePage(BundleFolder.of(bundleClass, basePath), file);
        }

        @Override
        public RequireRelativePath fromString(final InputStreamSupplier content, final Charset charset) {
            return path -> new Page(new GeneratedResource(content, path, charset));
        }

        @Override
        public RequireRelativePath fromString(final StringSupplier content, final Charset charset) {
            return path -> new Page(GeneratedResource.ofText(content, path, charset));
        }
    }

    /** A resource that is made when it is loaded. */
    private record GeneratedResource(Supplier<InputStream> content, String path, Charset charset)
        implements Resource {

        static GeneratedResource ofText(final Supplier<String> text, final String path, final Charset charset) {
            return new GeneratedResource(() -> new ByteArrayInputStream(text.get().getBytes(charset)), path, charset);
        }

        @Override
        public String getRelativePath() {
            return path;
        }

        @Override
        public InputStream getInputStream() {
            return content.get();
        }

        @Override
        public boolean isStatic() {
            return false;
        }

        @Override
        public ContentType getContentType() {
            return ContentType.determineType(path);
        }

        @Override
        public Optional<Charset> getCharset() {
            return Optional.ofNullable(charset);
        }
    }
}
