// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.Config;
import org.knime.core.node.workflow.VariableType.InvalidConfigEntryException;

/** The types of flow variables. */
public final class VariableTypeRegistry {

    private static final VariableTypeRegistry INSTANCE = new VariableTypeRegistry();

    private final List<VariableType<?>> types = List.of(VariableType.StringType.INSTANCE,
        VariableType.BooleanType.INSTANCE, VariableType.IntType.INSTANCE, VariableType.LongType.INSTANCE,
        VariableType.DoubleType.INSTANCE);

    private VariableTypeRegistry() {
    }

    public static VariableTypeRegistry getInstance() {
        return INSTANCE;
    }

    public VariableType<?>[] getAllTypes() {
        return types.toArray(VariableType<?>[]::new);
    }

    /** @return the types of variables that can drive a parameter */
    public VariableType<?>[] getOverwritingTypes(final Config config, final String configKey) {
        return types.stream().filter(type -> type.canOverwrite(config, configKey)).toArray(VariableType<?>[]::new);
    }

    /**
     * Puts the value of a variable in the place of a parameter, and keeps the type of the parameter.
     *
     * @throws InvalidSettingsException if the type of the variable does not go with that of the parameter
     * @throws InvalidConfigEntryException if the value does not
     */
    public static void overwriteWithVariable(final Config config, final String configKey, final FlowVariable variable)
        throws InvalidSettingsException, InvalidConfigEntryException {
        if (!variable.getVariableType().canOverwrite(config, configKey)) {
            throw new InvalidSettingsException(
                "Flow variable " + variable + " cannot be put in the place of " + config.getEntry(configKey));
        }
        variable.value().overwrite(config, configKey);
    }

    /** @return the value of a parameter as a variable */
    public FlowVariable createFromConfig(final String name, final Config config, final String configKey)
        throws InvalidSettingsException, InvalidConfigEntryException {
        VariableType<?> type = getCorrespondingVariableType(config, configKey).orElseThrow(
            () -> new InvalidSettingsException(config.getEntry(configKey) + " cannot become a flow variable"));
        return create(name, type, config, configKey);
    }

    private static <T> FlowVariable create(final String name, final VariableType<T> type, final Config config,
        final String configKey) throws InvalidSettingsException, InvalidConfigEntryException {
        return new FlowVariable(name, type, type.createFrom(config, configKey));
    }

    /** @return the type of the variable that a parameter can become */
    public Optional<VariableType<?>> getCorrespondingVariableType(final Config config, final String configKey) {
        return types.stream().filter(type -> type.canCreateFrom(config, configKey)).findFirst();
    }
}
