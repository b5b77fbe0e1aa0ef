// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import org.knime.core.node.NodeFactory;

/** A node of the extension point {@code org.knime.workbench.repository.nodes}. */
public interface NodeExtension {

    /** @return the name of the factory's class */
    String factoryClass();

    /** @return where the node stands, such as {@code /community/electrode4d/correlation} */
    String categoryPath();

    /** @return the bundle that the node comes from */
    Contributor contributor();

    /**
     * @return a new, initialised factory
     * @throws IllegalStateException if that fails; the message names bundle and class
     */
    NodeFactory<?> createFactory();
}
