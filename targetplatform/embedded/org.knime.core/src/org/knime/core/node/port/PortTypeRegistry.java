// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.spi.Secrets;
import org.electrode4d.embedded.spi.registry.Contribution;
import org.electrode4d.embedded.spi.registry.Registry;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.flowvariable.FlowVariablePortObjectSpec;

/** The types of ports: tables, flow variables, and those registered at {@code org.knime.core.PortType}. */
public final class PortTypeRegistry {

    static {
        Secrets.setPorts(new PortZipFiles());
    }

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private PortTypeRegistry() {
    }

    record Look(String name, int color, boolean hidden) {
    }

    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /** @return all types, none of them optional */
    public synchronized Collection<PortType> availablePortTypes() {
        List<PortType> types = new ArrayList<>(List.of(getPortType(PortObject.class),
            getPortType(BufferedDataTable.class), getPortType(FlowVariablePortObject.class)));
        for (Contribution type : registered()) {
            types.add(getPortType(type.load("objectClass", PortObject.class)));
        }
        return types;
    }

    private static List<Contribution> registered() {
        return Registry.contributions("org.knime.core.PortType");
    }

    public synchronized PortType getPortType(final Class<? extends PortObject> portClass) {
        return getPortType(portClass, false);
    }

    public synchronized PortType getPortType(final Class<? extends PortObject> portClass, final boolean isOptional) {
        return new PortType(portClass, isOptional, look(portClass));
    }

    private static Look look(final Class<? extends PortObject> portClass) {
        switch (portClass.getName()) {
            case "org.knime.core.node.port.PortObject":
                return new Look("Generic Port", PortType.DEFAULT_COLOR, false);
            case "org.knime.core.node.BufferedDataTable":
                return new Look("Table", 0, false);
            case "org.knime.core.node.port.flowvariable.FlowVariablePortObject":
                return new Look("Flow Variable", 0xff4b4b, false);
            default:
                return find("objectClass", portClass.getName()).map(PortTypeRegistry::look)
                    .orElse(new Look(portClass.getSimpleName(), PortType.DEFAULT_COLOR, true));
        }
    }

    private static Look look(final Contribution type) {
        String color = type.attribute("color");
        return new Look(type.attribute("name"),
            color == null ? PortType.DEFAULT_COLOR : Integer.parseInt(color.substring(1), 16),
            Boolean.parseBoolean(type.attribute("hidden")));
    }

    private static Optional<Contribution> find(final String key, final String value) {
        return registered().stream().filter(type -> value.equals(type.attribute(key))).findFirst();
    }

    /** @return the class of that name, empty if no bundle has registered it */
    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        for (Class<? extends PortObject> own : List.of(PortObject.class, BufferedDataTable.class,
            FlowVariablePortObject.class)) {
            if (own.getName().equals(className)) {
                return Optional.of(own);
            }
        }
        return find("objectClass", className).map(type -> type.load("objectClass", PortObject.class));
    }

    /** @return the class of that name, empty if no bundle has registered it */
    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String className) {
        for (Class<? extends PortObjectSpec> own : List.of(PortObjectSpec.class, DataTableSpec.class,
            FlowVariablePortObjectSpec.class)) {
            if (own.getName().equals(className)) {
                return Optional.of(own);
            }
        }
        return find("specClass", className).map(type -> type.load("specClass", PortObjectSpec.class));
    }

    /** @return what writes and reads these objects; tables have no such thing */
    @SuppressWarnings("unchecked")
    public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(
        final Class<? extends PortObject> portObjectClass) {
        if (portObjectClass == FlowVariablePortObject.class) {
            PortObjectSerializer<?> own = new FlowVariablePortObject.Serializer();
            return Optional.of((PortObjectSerializer<PortObject>)own);
        }
        return find("objectClass", portObjectClass.getName())
            .map(type -> type.create("objectSerializer", PortObjectSerializer.class));
    }

    /** @return what writes and reads these specs */
    @SuppressWarnings("unchecked")
    public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
        final Class<? extends PortObjectSpec> specClass) {
        PortObjectSpecSerializer<?> own = specClass == DataTableSpec.class ? new DataTableSpec.Serializer()
            : specClass == FlowVariablePortObjectSpec.class ? new FlowVariablePortObjectSpec.Serializer() : null;
        if (own != null) {
            return Optional.of((PortObjectSpecSerializer<PortObjectSpec>)own);
        }
        return find("specClass", specClass.getName())
            .map(type -> type.create("specSerializer", PortObjectSpecSerializer.class));
    }
}
