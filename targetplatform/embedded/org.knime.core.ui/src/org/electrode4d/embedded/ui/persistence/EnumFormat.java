// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** An enumeration, written as the name of the constant. Null can be saved, but not loaded. */
record EnumFormat<E extends Enum<E>>(Class<E> type) implements LeafFormat<E> {

    @Override
    public E load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
        final String name = settings.getString(key);
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst()
            .orElseThrow(() -> new InvalidSettingsException("Invalid value '" + name + "' of '" + key
                + "'; expected one of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    @Override
    public void save(final E value, final NodeSettingsWO settings, final String key) {
        settings.addString(key, value == null ? null : value.name());
    }

    @Override
    public void saveEmpty(final NodeSettingsWO settings, final String key) {
        settings.addString(key, null);
    }
}
