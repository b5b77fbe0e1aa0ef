// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import org.knime.core.node.NodeSettings;

/**
 * The settings of a node as they stand in {@code settings.xml}; each tree may be null when the file lacks it.
 *
 * @param misc {@code internal_node_subsettings}: memory policy
 * @param model parameters of the model
 * @param variables which parameters of the model are driven by, or exposed as, flow variables
 * @param view parameters of the view
 * @param viewVariables the same as {@code variables} for the view
 * @param factory {@code factory_settings}: what the factory itself needs
 * @param creation {@code node_creation_config}: the ports
 */
public record NodeConfiguration(NodeSettings misc, NodeSettings model, NodeSettings variables, NodeSettings view,
    NodeSettings viewVariables, NodeSettings factory, NodeSettings creation) {

    /** Settings of a new node. */
    public static NodeConfiguration fresh(final NodeSettings model, final NodeSettings view,
        final NodeSettings creation) {
        final NodeSettings misc = new NodeSettings("internal_node_subsettings");
        misc.addString("memory_policy", "CacheSmallInMemory");
        return new NodeConfiguration(misc, model, null, view, null, new NodeSettings("factory_settings"), creation);
    }

    /** The same settings with another model. */
    public NodeConfiguration withModel(final NodeSettings newModel) {
        return new NodeConfiguration(misc, newModel, variables, view, viewVariables, factory, creation);
    }

    /** The same settings with other flow-variable bindings of the model. */
    public NodeConfiguration withVariables(final NodeSettings newVariables) {
        return new NodeConfiguration(misc, model, newVariables, view, viewVariables, factory, creation);
    }

    /** The same settings with another view. */
    public NodeConfiguration withView(final NodeSettings newView) {
        return new NodeConfiguration(misc, model, variables, newView, viewVariables, factory, creation);
    }
}
