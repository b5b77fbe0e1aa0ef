// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.electrode4d.embedded.spi.CategoryExtension;
import org.electrode4d.embedded.spi.Extensions;
import org.electrode4d.embedded.spi.NodeExtension;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code electrode4d list}: the nodes by category. */
@Command(name = "list", description = "Lists the nodes by category.")
final class ListCommand implements Callable<Integer> {

    @ParentCommand
    private Electrode4D parent;

    @Override
    public Integer call() throws CommandFailure {
        final Terminal terminal = parent.terminal();
        final Map<String, List<NodeExtension>> byCategory = Extensions.nodes().stream()
            .collect(Collectors.groupingBy(NodeExtension::categoryPath, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<NodeExtension>> category : byCategory.entrySet()) {
            terminal.out().println(NodeCategories.name(category.getKey()) + "  (" + category.getKey() + ")");
            for (NodeExtension node : category.getValue()) {
                final NodePage page = NodePage.of(node);
                terminal.out().println("    " + page.name() + " – " + page.shortDescription());
            }
        }
        return ExitCode.SUCCESS;
    }

    /** Readable names of category paths. */
    static final class NodeCategories {

        private NodeCategories() {
        }

        /** The name that a plug-in gave to a category, with those of its parents; keys where there is none. */
        static String name(final String path) {
            final StringBuilder names = new StringBuilder();
            String parentPath = "";
            for (String level : path.replaceFirst("^/", "").split("/")) {
                names.append(names.isEmpty() ? "" : " / ").append(levelName(parentPath, level));
                parentPath = parentPath + "/" + level;
            }
            return names.toString();
        }

        private static String levelName(final String parentPath, final String level) {
            return Extensions.categories().stream().filter(c -> c.levelId().equals(level))
                .filter(c -> c.path().replaceFirst("/$", "").equals(parentPath)).map(CategoryExtension::name)
                .findFirst().orElse(level);
        }
    }
}
