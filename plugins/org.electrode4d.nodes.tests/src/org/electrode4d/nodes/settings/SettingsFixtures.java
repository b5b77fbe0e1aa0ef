// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.settings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.nodes.NodeClasses;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;

/**
 * Writes what nodes of the present version store, with values that are not their defaults. Run once per release on a
 * new folder named by the version; never change the files afterwards: later versions have to load them.
 */
public final class SettingsFixtures {

    private SettingsFixtures() {
    }

    /** @param arguments the folder for the files */
    public static void main(final String[] arguments) throws IOException, InvalidSettingsException {
        final Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (final NodeFactory<?> factory : NodeClasses.factories()) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(fileName(factory)))) {
                unusual(factory).saveToXML(out);
            }
        }
    }

    static String fileName(final NodeFactory<?> factory) {
        return factory.getClass().getSimpleName() + ".xml";
    }

    /** Every number and switch differs from its default. */
    private static NodeSettings unusual(final NodeFactory<?> factory) throws InvalidSettingsException {
        final NodeModel model = NodeFactories.createModel(factory, NodeFactories.creationConfiguration(factory));
        final NodeSettings settings = new NodeSettings("model");
        NodeModels.saveSettings(model, settings);
        for (final String key : settings.keySet().toArray(new String[0])) {
            change(settings, key);
        }
        NodeModels.loadSettings(model, settings);
        return settings;
    }

    private static void change(final NodeSettings settings, final String key) throws InvalidSettingsException {
        switch (settings.getEntry(key).getType()) {
            case xint -> settings.addInt(key, settings.getInt(key) + 1);
            case xlong -> settings.addLong(key, settings.getLong(key) + 1);
            case xdouble -> settings.addDouble(key, changed(settings.getDouble(key)));
            case xboolean -> settings.addBoolean(key, key.equals("spamTsv") || !settings.getBoolean(key));
            case xstring -> changeText(settings, key);
            default -> {
                // groups stay as they are
            }
        }
    }

    private static double changed(final double value) {
        return value == 0 || value == -1 ? value + 0.25 : value * 1.25;
    }

    private static void changeText(final NodeSettings settings, final String key) throws InvalidSettingsException {
        if (settings.getString(key).isEmpty() && (key.endsWith("Column") || key.matches(".*[pP]ath"))) {
            settings.addString(key, "Some " + key);
        }
    }
}
