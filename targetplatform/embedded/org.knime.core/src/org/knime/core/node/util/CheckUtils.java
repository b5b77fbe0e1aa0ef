// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.util;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.pathresolve.ResolverUtil;

/** Checks of arguments, states and settings; the messages are formats of {@link String#format}. */
public final class CheckUtils {

    private CheckUtils() {
    }

    public static <T> T checkArgumentNotNull(final T toCheck, final String template, final Object... templateArgs)
        throws IllegalArgumentException {
        checkArgument(toCheck != null, template, templateArgs);
        return toCheck;
    }

    public static <T> T checkArgumentNotNull(final T toCheck) throws IllegalArgumentException {
        return checkArgumentNotNull(toCheck, "Argument must not be null");
    }

    public static void checkArgument(final boolean predicate, final String message) throws IllegalArgumentException {
        if (!predicate) {
            throw new IllegalArgumentException(message);
        }
    }

    public static void checkArgument(final boolean predicate, final String template, final Object... templateArgs)
        throws IllegalArgumentException {
        if (!predicate) {
            throw new IllegalArgumentException(format(template, templateArgs));
        }
    }

    public static void checkState(final boolean predicate, final String message) throws IllegalStateException {
        if (!predicate) {
            throw new IllegalStateException(message);
        }
    }

    public static void checkState(final boolean predicate, final String template, final Object... templateArgs)
        throws IllegalStateException {
        if (!predicate) {
            throw new IllegalStateException(format(template, templateArgs));
        }
    }

    public static <T> T checkNotNull(final T toCheck) throws NullPointerException {
        return checkNotNull(toCheck, "");
    }

    public static <T> T checkNotNull(final T toCheck, final String message) throws NullPointerException {
        if (toCheck == null) {
            throw new NullPointerException(message);
        }
        return toCheck;
    }

    public static <T> T checkNotNull(final T toCheck, final String template, final Object... templateArgs)
        throws NullPointerException {
        if (toCheck == null) {
            throw new NullPointerException(format(template, templateArgs));
        }
        return toCheck;
    }

    public static void checkSetting(final boolean predicate, final String template, final Object... templateArgs)
        throws InvalidSettingsException {
        if (!predicate) {
            throw new InvalidSettingsException(format(template, templateArgs));
        }
    }

    public static <T> T checkSettingNotNull(final T toCheck, final String template, final Object... templateArgs)
        throws InvalidSettingsException {
        checkSetting(toCheck != null, template, templateArgs);
        return toCheck;
    }

    /**
     * Checks that a file can be read.
     *
     * @param urlOrPath a path or a URL; of URLs, only {@code file:} and {@code knime:} are looked at
     * @return null
     * @throws InvalidSettingsException if there is no such file
     */
    public static String checkSourceFile(final String urlOrPath) throws InvalidSettingsException {
        Path path = local(urlOrPath, "source");
        if (path != null) {
            checkSetting(Files.exists(path), "Input file '%s' does not exist", path);
            checkSetting(!Files.isDirectory(path), "Input location '%s' is a directory", path);
            checkSetting(Files.isReadable(path), "Input file '%s' is not readable", path);
        }
        return null;
    }

    /**
     * Checks that a folder can be written to.
     *
     * @param urlOrPath a path or a URL; of URLs, only {@code file:} and {@code knime:} are looked at
     * @return null
     * @throws InvalidSettingsException if there is no such folder
     */
    public static String checkDestinationDirectory(final String urlOrPath) throws InvalidSettingsException {
        Path path = local(urlOrPath, "destination");
        if (path != null) {
            checkSetting(Files.exists(path), "Output directory '%s' does not exist", path);
            checkSetting(Files.isDirectory(path), "Output location '%s' is not a directory", path);
            checkSetting(Files.isWritable(path), "Output directory '%s' is not writable", path);
        }
        return null;
    }

    /**
     * Checks that a file can be written.
     *
     * @param urlOrPath a path or a URL; of URLs, only {@code file:} and {@code knime:} are looked at
     * @param allowOverwrite whether it may exist
     * @return a warning if it will be overwritten, else null
     * @throws InvalidSettingsException if it cannot be written
     */
    public static String checkDestinationFile(final String urlOrPath, final boolean allowOverwrite)
        throws InvalidSettingsException {
        Path path = local(urlOrPath, "destination");
        if (path == null) {
            return null;
        }
        if (!Files.exists(path)) {
            checkDestinationDirectory(path.toAbsolutePath().getParent().toString());
            return null;
        }
        checkSetting(!Files.isDirectory(path), "Output location '%s' is a directory", path);
        checkSetting(allowOverwrite, "Output file '%s' exists and must not be overwritten due to user settings", path);
        checkSetting(Files.isWritable(path), "Output file '%s' is not writable", path);
        return "Output file '" + path + "' exists and will be overwritten";
    }

    private static Path local(final String urlOrPath, final String words) throws InvalidSettingsException {
        checkSetting(urlOrPath != null && !urlOrPath.isEmpty(), "No %s location given. Please enter one.", words);
        try {
            if (urlOrPath.startsWith("knime:") || urlOrPath.startsWith("file:")) {
                return ResolverUtil.resolveURItoLocalFile(URI.create(urlOrPath.replace(" ", "%20"))).toPath();
            }
            return urlOrPath.contains("://") ? null : Path.of(urlOrPath);
        } catch (InvalidPathException | IOException e) {
            throw new InvalidSettingsException("Invalid location '" + urlOrPath + "': " + e.getMessage(), e);
        }
    }

    private static String format(final String template, final Object... arguments) {
        return String.format(Locale.US, template, arguments);
    }
}
