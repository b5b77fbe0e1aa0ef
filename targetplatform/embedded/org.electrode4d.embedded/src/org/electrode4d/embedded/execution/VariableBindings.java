// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType.InvalidConfigEntryException;
import org.knime.core.node.workflow.VariableTypeRegistry;

/** Parameters of a node that are driven by flow variables, or exposed as flow variables. */
final class VariableBindings {

    private static final String USED = "used_variable";
    private static final String EXPOSED = "exposed_variable";

    private final Map<String, FlowVariable> available;
    private final List<FlowVariable> exposed = new ArrayList<>();

    private VariableBindings(final Map<String, FlowVariable> available) {
        this.available = available;
    }

    /**
     * The settings after flow variables were put in, and the variables that parameters are exposed as.
     *
     * @param settings a copy of the stored settings with the driven parameters replaced
     * @param exposed new variables
     */
    record Result(NodeSettings settings, List<FlowVariable> exposed) {
    }

    /**
     * Puts flow variables into the parameters they drive.
     *
     * @param stored the parameters; not changed
     * @param bindings the config {@code variables} of the node, or null
     * @param available the variables that the node sees
     * @throws InvalidSettingsException if a variable is unknown or its type does not fit the parameter
     */
    static Result apply(final NodeSettings stored, final NodeSettings bindings,
        final Map<String, FlowVariable> available) throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings(stored.getKey());
        stored.copyTo(settings);
        if (bindings == null) {
            return new Result(settings, List.of());
        }
        final VariableBindings work = new VariableBindings(available);
        final boolean versioned = bindings.containsKey("version") && bindings.containsKey("tree");
        work.walk(versioned ? bindings.getNodeSettings("tree") : bindings, settings, "");
        return new Result(settings, work.exposed);
    }

    private void walk(final NodeSettings tree, final NodeSettings settings, final String path)
        throws InvalidSettingsException {
        for (String key : tree.keySet()) {
            final NodeSettings binding = tree.getNodeSettings(key);
            if (!settings.containsKey(key)) {
                throw new InvalidSettingsException("A flow variable is bound to the parameter \"" + path + key
                    + "\", which the node does not have");
            }
            if (isLeaf(binding)) {
                bind(binding, settings, key);
            } else {
                walk(binding, settings.getNodeSettings(key), path + key + "/");
            }
        }
    }

    private static boolean isLeaf(final NodeSettings binding) {
        return binding.containsKey(USED) && !(binding.getEntry(USED) instanceof ConfigBase);
    }

    private void bind(final NodeSettings binding, final NodeSettings settings, final String key)
        throws InvalidSettingsException {
        final String used = binding.getString(USED);
        final String exposedName = binding.getString(EXPOSED, null);
        try {
            if (used != null) {
                VariableTypeRegistry.overwriteWithVariable(settings, key, variable(used));
            }
            if (exposedName != null) {
                exposed.add(VariableTypeRegistry.getInstance().createFromConfig(exposedName, settings, key));
            }
        } catch (InvalidConfigEntryException e) {
            throw new InvalidSettingsException("Flow variable \"" + (used == null ? exposedName : used)
                + "\" does not fit the parameter \"" + key + "\": " + e.getMessage(), e);
        }
    }

    private FlowVariable variable(final String name) throws InvalidSettingsException {
        final FlowVariable variable = available.get(name);
        if (variable == null) {
            throw new InvalidSettingsException("Unknown variable \"" + name + "\", expected one of "
                + available.keySet());
        }
        return variable;
    }
}
