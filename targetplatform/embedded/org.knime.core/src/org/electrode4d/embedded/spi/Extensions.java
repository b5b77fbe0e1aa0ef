// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.electrode4d.embedded.spi.registry.CellTypes;
import org.electrode4d.embedded.spi.registry.Contribution;
import org.electrode4d.embedded.spi.registry.Registry;
import org.knime.core.node.NodeFactory;

/**
 * The nodes and cells of all bundles: from the extension registry where OSGi runs, else from every {@code plugin.xml}
 * on the class path, which needs its {@code META-INF/MANIFEST.MF} beside it.
 */
public final class Extensions {

    private Extensions() {
    }

    /** @return all nodes, sorted by the name of their factory */
    public static List<NodeExtension> nodes() {
        return Registry.contributions("org.knime.workbench.repository.nodes").stream()
            .filter(node -> "node".equals(node.name())).map(Node::new)
            .sorted(Comparator.comparing(NodeExtension::factoryClass)).collect(Collectors.toList());
    }

    /**
     * @param factoryClass the name of a factory's class
     * @return its node, empty if no bundle has it
     */
    public static Optional<NodeExtension> node(final String factoryClass) {
        return nodes().stream().filter(node -> node.factoryClass().equals(factoryClass)).findFirst();
    }

    /** @return all categories, in the order of the bundles */
    public static List<CategoryExtension> categories() {
        return Registry.contributions("org.knime.workbench.repository.categories").stream()
            .map(category -> new CategoryExtension(text(category, "path"), text(category, "level-id"),
                text(category, "name"), text(category, "description")))
            .collect(Collectors.toList());
    }

    private static String text(final Contribution contribution, final String key) {
        return Optional.ofNullable(contribution.attribute(key)).orElse("");
    }

    /** @return the names of the classes of cells that have a serializer, sorted */
    public static Set<String> serializableCells() {
        return CellTypes.serializable();
    }

    /** Reads the {@code plugin.xml} files of a class loader too; without effect where OSGi runs. */
    public static void addClassLoader(final ClassLoader loader) {
        Registry.add(loader);
    }

    private record Node(Contribution contribution) implements NodeExtension {

        @Override
        public String factoryClass() {
            return contribution.attribute("factory-class");
        }

        @Override
        public String categoryPath() {
            return text(contribution, "category-path");
        }

        @Override
        public Contributor contributor() {
            return contribution.contributor();
        }

        @Override
        public NodeFactory<?> createFactory() {
            NodeFactory<?> factory = contribution.create("factory-class", NodeFactory.class);
            factory.init();
            return factory;
        }
    }
}
