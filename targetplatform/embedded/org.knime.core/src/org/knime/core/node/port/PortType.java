// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The type of a port: the class of its objects, and whether it may stay unconnected. */
public final class PortType {

    /** Grey, for types without a colour of their own. */
    public static final int DEFAULT_COLOR = 0xff9b9b9b;

    private static final String KEY = "object_class";

    private final Class<? extends PortObject> objectClass;

    private final Class<? extends PortObjectSpec> specClass;

    private final boolean optional;

    private final PortTypeRegistry.Look look;

    PortType(final Class<? extends PortObject> objectClass, final boolean optional,
        final PortTypeRegistry.Look look) {
        this.objectClass = objectClass;
        this.specClass = getPortObjectSpecClass(objectClass);
        this.optional = optional;
        this.look = look;
    }

    /** @return the name that users read */
    public String getName() {
        return look.name();
    }

    /** @return the colour as RGB */
    public int getColor() {
        return look.color();
    }

    /** @return whether users cannot choose it */
    public boolean isHidden() {
        return look.hidden();
    }

    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return specClass;
    }

    public Class<? extends PortObject> getPortObjectClass() {
        return objectClass;
    }

    /** @return whether the port may stay unconnected */
    public boolean isOptional() {
        return optional;
    }

    /** @return whether an output of that type can be connected to an input of this */
    public boolean isSuperTypeOf(final PortType subType) {
        return objectClass.isAssignableFrom(subType.objectClass);
    }

    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return spec == null || specClass.isInstance(spec);
    }

    public boolean acceptsPortObjectClass(final Class<? extends PortObject> portObjectClass) {
        return portObjectClass == null || objectClass.isAssignableFrom(portObjectClass);
    }

    public boolean acceptsPortObject(final PortObject obj) {
        return obj == null || objectClass.isInstance(obj);
    }

    /** @return what the class declares that its {@code getSpec} returns */
    public static Class<? extends PortObjectSpec> getPortObjectSpecClass(
        final Class<? extends PortObject> objectClass) {
        try {
            return objectClass.getMethod("getSpec").getReturnType().asSubclass(PortObjectSpec.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(objectClass + " is no class of port objects", e);
        }
    }

    public void save(final ConfigWO settings) {
        settings.addString(KEY, objectClass.getName());
    }

    public static PortType load(final ConfigRO settings) throws InvalidSettingsException {
        String name = settings.getString(KEY);
        PortTypeRegistry registry = PortTypeRegistry.getInstance();
        return registry.getPortType(registry.getObjectClass(name)
            .orElseThrow(() -> new InvalidSettingsException("No bundle has port objects of " + name)));
    }

    @Override
    public String toString() {
        return "PortType(" + specClass.getSimpleName() + "," + objectClass.getSimpleName() + ")";
    }

    /** Optional or not, a type is equal to itself. */
    @Override
    public boolean equals(final Object obj) {
        return obj instanceof PortType && ((PortType)obj).objectClass == objectClass;
    }

    @Override
    public int hashCode() {
        return objectClass.hashCode();
    }
}
