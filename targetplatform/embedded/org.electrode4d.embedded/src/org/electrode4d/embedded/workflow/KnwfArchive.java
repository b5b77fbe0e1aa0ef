// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.electrode4d.embedded.spi.Folders;

/** A workflow in one file: a zip whose one root folder is the workflow. */
public final class KnwfArchive {

    /** Of all entries, so that the same workflow gives the same bytes; zip files know no time before. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private KnwfArchive() {
    }

    /**
     * Unpacks an archive.
     *
     * @param archive a {@code .knwf} or {@code .zip}; the workflow is its one root folder or its root itself
     * @param into an empty folder
     * @return the folder of the workflow
     * @throws WorkflowFormatException if the file is no zip or holds no workflow
     */
    public static Path extract(final Path archive, final Path into) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                extract(archive, zip, entry, into);
            }
        } catch (ZipException e) {
            throw notAWorkflow(archive, "is not a readable zip file: " + e.getMessage(), e);
        }
        if (Files.isRegularFile(into.resolve(WorkflowReader.WORKFLOW_FILE))) {
            return into;
        }
        final List<Path> roots = Folders.list(into).stream()
            .filter(p -> Files.isRegularFile(p.resolve(WorkflowReader.WORKFLOW_FILE))).toList();
        if (roots.size() != 1) {
            throw notAWorkflow(archive, "holds " + roots.size() + " workflows", null);
        }
        return roots.get(0);
    }

    private static void extract(final Path archive, final InputStream zip, final ZipEntry entry, final Path into)
        throws IOException {
        final Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw notAWorkflow(archive, "entry " + entry.getName() + " points out of the archive", null);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(zip, file);
        }
    }

    private static WorkflowFormatException notAWorkflow(final Path archive, final String problem,
        final IOException cause) {
        return new WorkflowFormatException(archive, problem,
            "Expected a .knwf file: a zip with one folder that holds workflow.knime.", cause);
    }

    /**
     * Packs a workflow folder; the archive appears under its name when it is complete.
     *
     * @param folder the folder of the workflow
     * @param rootName name of the root folder in the archive
     * @param archive the file to write; its folder must exist
     */
    public static void pack(final Path folder, final String rootName, final Path archive) throws IOException {
        final Path target = archive.toAbsolutePath();
        final Path unfinished = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted().toList()) {
                    pack(folder, rootName, file, zip);
                }
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void pack(final Path folder, final String rootName, final Path file, final ZipOutputStream zip)
        throws IOException {
        final String relative = folder.relativize(file).toString().replace('\\', '/');
        final String name = relative.isEmpty() ? rootName : rootName + "/" + relative;
        if (file.getFileName().toString().equals(WorkflowLock.FILE)) {
            return;
        }
        final ZipEntry entry = new ZipEntry(Files.isDirectory(file) ? name + "/" : name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        if (!entry.isDirectory()) {
            Files.copy(file, zip);
        }
        zip.closeEntry();
    }
}
