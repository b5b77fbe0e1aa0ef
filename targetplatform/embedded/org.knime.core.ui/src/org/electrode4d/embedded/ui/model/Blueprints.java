// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.function.Function;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.DefaultNodeFactory;

/** The door to what a node factory says about its node, which is private in KNIME's API. */
public final class Blueprints {

    private static volatile Function<NodeFactory<?>, NodeBlueprint> access;

    private Blueprints() {
    }

    /** @param door opened by the base class of the factories when it is initialized */
    public static void setAccess(final Function<NodeFactory<?>, NodeBlueprint> door) {
        access = door;
    }

    /**
     * @param factory a factory that extends {@link DefaultNodeFactory}
     * @return what it says about its node
     * @throws IllegalArgumentException if it is a factory of another kind
     */
    public static NodeBlueprint of(final NodeFactory<?> factory) {
        CheckUtils.checkArgument(factory instanceof DefaultNodeFactory,
            factory.getClass().getName() + " does not extend " + DefaultNodeFactory.class.getName() + ".");
        return access.apply(factory);
    }
}
