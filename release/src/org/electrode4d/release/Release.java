// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes all files of a release in one folder: the update site, the command line, the workflows, the list of libraries
 * and their licences, the bill of materials and the checksums.
 *
 * @param build what the build has made
 * @param version such as 0.1.0
 * @param time of all files in archives, as in ISO 8601
 * @param files the folder of the release
 */
record Release(Build build, String version, String time, Path files) {

    /** @param arguments the checkout, the version of Maven, the time */
    public static void main(final String[] arguments) throws IOException, InterruptedException {
        final Build build = new Build(Path.of(arguments[0]));
        final Path target = build.module().resolve("target");
        new Release(build, arguments[1].replace("-SNAPSHOT", ""), arguments[2], target.resolve("release"))
            .make(emptied(target.resolve("work")));
    }

    private void make(final Path work) throws IOException, InterruptedException {
        emptied(files);
        final Path site = work.resolve("update-site");
        Build.copy(build.site(), site);
        final Distribution distribution = new Distribution(build, work.resolve("electrode4d-" + version));
        distribution.writePlatform();
        distribution.writeRest();

        final Collection<Component> components = components(site, distribution.folder());
        final String licences = LicenceList.of(components);
        for (final Path folder : List.of(files, site, distribution.folder())) {
            build.writeLicences(licences, folder);
        }
        BillOfMaterials.write(files.resolve(named("sbom.cdx.json")), version, time, components);
        final FileTime stamp = FileTime.from(Instant.parse(time));
        ReleaseZip.pack(site, "", Set.of(), stamp, files.resolve(named("update-site.zip")));
        final Path commandLine = files.resolve(named("cli.zip"));
        ReleaseZip.pack(distribution.folder(), "electrode4d-" + version, Distribution.PROGRAMS, stamp, commandLine);

        final Trial trial = Trial.unpacked(commandLine, work);
        trial.exportWorkflows(files.resolve("workflows"));
        trial.runExample();
        Checksums.write(files);
    }

    /** All jars of the update site and of the command line; every licence has its text. */
    private Collection<Component> components(final Path site, final Path distribution) throws IOException {
        final ThirdParty known = ThirdParty.read(build.module().resolve("third-party.tsv"));
        for (final String licence : known.licences()) {
            final Path text = build.module().resolve("licences").resolve(licence + ".txt");
            if (!Files.exists(text)) {
                throw new ReleaseException("There is no text of the licence " + licence + ": " + text);
            }
        }
        final List<BundledJar> jars = new ArrayList<>(BundledJar.in(site.resolve("plugins")));
        jars.addAll(BundledJar.in(distribution.resolve("platform")));
        return known.components(jars, DeclaredVersions.of(build.root()));
    }

    private String named(final String kind) {
        return "electrode4d-" + version + "-" + kind;
    }

    private static Path emptied(final Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (final Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
