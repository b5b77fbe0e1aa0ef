// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.report;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.embedded.spi.Extensions;
import org.electrode4d.report.Content;
import org.electrode4d.report.Facts;
import org.electrode4d.report.Facts.Fact;
import org.electrode4d.report.Section;
import org.electrode4d.report.Table;
import org.electrode4d.report.provenance.FileTable;
import org.electrode4d.report.provenance.Machine;
import org.electrode4d.report.workflow.SettingsTree;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.workflow.FlowVariable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What one needs to get the same results again: versions, command, checksums, seeds. */
final class Provenance {

    private static final String WORKFLOW_URL = "knime://knime.workflow/";

    private final OpenWorkflow workflow;
    private final RunFacts facts;

    Provenance(final OpenWorkflow workflow, final RunFacts facts) {
        this.workflow = workflow;
        this.facts = facts;
    }

    List<Section> sections(final Path report, final Runnable check) throws IOException {
        final List<Section> sections = new ArrayList<>();
        sections.add(Section.of("Run", List.of(new Facts(run()))));
        final List<Fact> versions = new ArrayList<>(versions());
        versions.addAll(Machine.facts());
        sections.add(Section.of("Versions and machine", List.of(new Facts(versions))));
        final List<Fact> seeds = seeds();
        if (!seeds.isEmpty()) {
            sections.add(Section.of("Seeds of random numbers", List.of(new Facts(seeds))));
        }
        final FileTable files = new FileTable(check);
        final List<Content> tables = new ArrayList<>();
        addUnlessEmpty(files.of("Input files and folders", inputs()), tables);
        addUnlessEmpty(files.of("Output files", outputs(report)), tables);
        sections.add(Section.of("Files", tables));
        return sections;
    }

    private static void addUnlessEmpty(final Table table, final List<Content> tables) {
        if (!table.rows().isEmpty()) {
            tables.add(table);
        }
    }

    private List<Fact> run() {
        final List<Fact> run = new ArrayList<>();
        run.add(Fact.of("Command", "electrode4d " + String.join(" ", facts.shownArguments())));
        run.add(Fact.of("Workflow", facts.workflow().toAbsolutePath().normalize().toString()));
        run.add(Fact.of("SHA-256 of the workflow", facts.checksum()));
        run.add(Fact.of("Begin", RunReport.time(facts.start())));
        run.add(Fact.of("End", RunReport.time(facts.end())));
        run.add(Fact.of("Memory", facts.memory()));
        return run;
    }

    private List<Fact> versions() {
        final List<Fact> versions = new ArrayList<>();
        versions.add(Fact.of("Platform", "Electrode4D embedded platform " + KNIMEConstants.VERSION));
        final TreeSet<String> bundles = new TreeSet<>();
        for (final NodeInstance node : workflow.nodes()) {
            Extensions.node(node.stored().origin().factoryClass()).ifPresent(extension -> bundles.add(
                extension.contributor().symbolicName() + " " + extension.contributor().version()));
        }
        bundles.addAll(installed());
        versions.add(Fact.of("Bundles", String.join(", ", bundles)));
        return versions;
    }

    /** Our bundles; none on a flat class path. */
    private static List<String> installed() {
        final Bundle here = FrameworkUtil.getBundle(Provenance.class);
        if (here == null || here.getBundleContext() == null) {
            return List.of();
        }
        return Stream.of(here.getBundleContext().getBundles())
            .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith("org.electrode4d."))
            .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion()).toList();
    }

    private List<Fact> seeds() throws IOException {
        final List<Fact> seeds = new ArrayList<>();
        for (final NodeInstance node : workflow.nodes()) {
            RunSettings.values(node).forEach((path, value) -> {
                if (path.matches("(?i)(.*\\.)?[a-z]*seed")) {
                    seeds.add(Fact.of(node.title() + ", " + path, value));
                }
            });
        }
        return seeds;
    }

    /** Files and folders that settings and variables name, without those of the results. */
    private Map<String, Path> inputs() throws IOException {
        final Map<String, Path> inputs = new TreeMap<>();
        for (final NodeInstance node : workflow.nodes()) {
            RunSettings.values(node).values().forEach(value -> addInput(value, inputs));
        }
        for (final FlowVariable variable : workflow.stored().variables()) {
            if (!SettingsTree.isSecret(variable.getName())) {
                addInput(variable.getValueAsString(), inputs);
            }
        }
        return inputs;
    }

    private void addInput(final String value, final Map<String, Path> inputs) {
        final Path path = path(value);
        if (path == null || !Files.exists(path) || isOutput(path)) {
            return;
        }
        inputs.put(value.startsWith(WORKFLOW_URL) ? value : path.toString(), path);
    }

    /** A local file or folder that a value names for sure: an absolute path or a URL. */
    private Path path(final String value) {
        try {
            if (value.startsWith(WORKFLOW_URL)) {
                return facts.folder().resolve(value.substring(WORKFLOW_URL.length()).replace("%20", " ")).normalize();
            } else if (value.startsWith("file:/")) {
                return Path.of(URI.create(value));
            }
            final Path path = Path.of(value);
            return path.isAbsolute() && path.getNameCount() > 0 ? path.normalize() : null;
        } catch (IllegalArgumentException e) {
            return null; // InvalidPathException too: a text that is no path
        }
    }

    /** The folder of the results, or one above it or in it, and whatever was made after the begin. */
    private boolean isOutput(final Path path) {
        final Path out = facts.out() == null ? null : facts.out().toAbsolutePath().normalize();
        try {
            return out != null && (path.startsWith(out) || out.startsWith(path))
                || !Files.getLastModifiedTime(path).toInstant().isBefore(facts.start());
        } catch (IOException e) {
            return true; // gone again, so no input
        }
    }

    /** Files that were made by the run, and the folders beside them. */
    private Map<String, Path> outputs(final Path report) throws IOException {
        final Map<String, Path> outputs = new TreeMap<>();
        if (facts.out() == null) {
            return outputs;
        }
        try (Stream<Path> entries = Files.list(facts.out())) {
            for (final Path entry : entries.toList()) {
                final String name = entry.getFileName().toString();
                final boolean made = Files.isDirectory(entry) || facts.isMadeByRun(entry);
                final boolean own = entry.toAbsolutePath().normalize().equals(report.toAbsolutePath().normalize());
                if (made && !own && !name.startsWith(".")) {
                    outputs.put(name, entry);
                }
            }
        }
        return outputs;
    }
}
