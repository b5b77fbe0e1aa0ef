// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.electrode4d.embedded.spi.registry.Contribution;
import org.electrode4d.embedded.spi.registry.Registry;
import org.knime.core.node.NodeLogger;
import org.knime.core.data.DataValue.UtilityFactory;
import org.knime.core.data.renderer.DataValueRendererFactory;

/** Name, order and renderers of the values of one interface. */
public abstract class ExtensibleUtilityFactory extends UtilityFactory {

    /** The log of the subclass. */
    protected final NodeLogger m_logger = NodeLogger.getLogger(getClass());

    /** The interface. */
    protected final Class<? extends DataValue> m_valueClass;

    private Map<String, DataValueRendererFactory> renderers;

    private String defaultRenderer;

    /** @param valueClass the interface that holds this as its constant UTILITY */
    public ExtensibleUtilityFactory(final Class<? extends DataValue> valueClass) {
        m_valueClass = valueClass;
    }

    /** @return the name of the type that users read */
    public abstract String getName();

    /** @return the name of the group of types that this one is shown in */
    public String getGroupName() {
        return "Other";
    }

    /** @return former names, latest first */
    protected String[] getLegacyNames() {
        return new String[0];
    }

    /** @return the latest former name, or the name if there was no other */
    public final String getLegacyName() {
        String[] names = getLegacyNames();
        return names.length == 0 ? getName() : names[0];
    }

    /** @return the renderers registered at {@code org.knime.core.DataValueRenderer} for the interface */
    public Collection<DataValueRendererFactory> getAvailableRenderers() {
        return renderers().values();
    }

    /** @return the renderer that suggests itself, else any, or null if there is none */
    public DataValueRendererFactory getDefaultRenderer() {
        return renderers().get(defaultRenderer);
    }

    private synchronized Map<String, DataValueRendererFactory> renderers() {
        if (renderers == null) {
            renderers = new LinkedHashMap<>();
            for (Contribution value : Registry.contributions("org.knime.core.DataValueRenderer")) {
                if (m_valueClass.getName().equals(value.attribute("valueClass"))) {
                    value.children().forEach(this::add);
                }
            }
        }
        return renderers;
    }

    private void add(final Contribution renderer) {
        DataValueRendererFactory factory = renderer.create("rendererFactoryClass", DataValueRendererFactory.class);
        renderers.put(factory.getId(), factory);
        if (defaultRenderer == null || Boolean.parseBoolean(renderer.attribute("suggestAsDefault"))) {
            defaultRenderer = factory.getId();
        }
    }
}
