// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.electrode4d.embedded.spi.Extensions;
import org.electrode4d.embedded.spi.NodeExtension;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code electrode4d describe}: what a node does, its ports and parameters. */
@Command(name = "describe", description = "Describes a node: what it does, its ports and its parameters.")
final class DescribeCommand implements Callable<Integer> {

    /** Form of the description. */
    enum Format {
        TEXT, MARKDOWN, JSON
    }

    @ParentCommand
    private Electrode4D parent;

    @Parameters(arity = "0..1", paramLabel = "<node>",
        description = "Name of the node, or its factory class, or a part of either that no other node has.")
    private String node;

    @Option(names = "--all", description = "Describes all nodes, by category.")
    private boolean all;

    @Option(names = "--format", paramLabel = "text|markdown|json", defaultValue = "TEXT",
        description = "Form of the description; text is the default.")
    private Format format;

    @Override
    public Integer call() throws CommandFailure {
        if (all == (node != null)) {
            throw CommandFailure.arguments(all ? "A node and --all exclude each other." : "No node is given.",
                "Give the name of a node, or --all; \"electrode4d list\" shows the names.");
        }
        final List<NodePage> pages = new ArrayList<>();
        for (NodeExtension extension : Extensions.nodes()) {
            pages.add(NodePage.of(extension));
        }
        pages.sort(Comparator.comparing((NodePage p) -> p.extension().categoryPath())
            .thenComparing(NodePage::name));
        parent.terminal().out().print(render(all ? pages : List.of(find(pages))));
        return ExitCode.SUCCESS;
    }

    private String render(final List<NodePage> pages) {
        return switch (format) {
            case TEXT -> NodeText.of(pages);
            case MARKDOWN -> (all ? "# Node reference\n\n" : "") + NodeMarkdown.of(pages);
            case JSON -> NodeJson.of(pages);
        };
    }

    private NodePage find(final List<NodePage> pages) throws CommandFailure {
        final List<NodePage> exact = pages.stream().filter(p -> p.name().equalsIgnoreCase(node)
            || p.extension().factoryClass().equals(node)).toList();
        final String part = node.toLowerCase(Locale.ROOT);
        final List<NodePage> found = !exact.isEmpty() ? exact : pages.stream()
            .filter(p -> p.name().toLowerCase(Locale.ROOT).contains(part)
                || p.extension().factoryClass().toLowerCase(Locale.ROOT).contains(part)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        final List<String> names = (found.isEmpty() ? pages : found).stream().map(NodePage::name).sorted().toList();
        throw CommandFailure.arguments((found.isEmpty() ? "No node is called \"" : "More than one node is called \"")
            + node + "\".", "Expected one of " + names + ".");
    }
}
