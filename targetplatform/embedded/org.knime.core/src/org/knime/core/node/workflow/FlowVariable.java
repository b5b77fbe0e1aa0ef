// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** A named value that travels along the connections of a workflow. */
public final class FlowVariable extends FlowObject {

    private static final String RESERVED = "knime";

    private final String name;

    private final VariableType.VariableValue<?> value;

    private FlowVariable(final String name, final VariableType.VariableValue<?> value) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("The name of a flow variable must not be empty");
        }
        this.name = name;
        this.value = value;
    }

    /** What a variable is good for. */
    public enum Scope {
        /** The same in all workflows, such as {@code knime.workspace}. */
        Global(RESERVED),
        /** Of this workflow. */
        Flow(""),
        /** Of one node. */
        Local("knime.node"),
        /** Hides another variable. */
        Hide("knime.hide");

        private final String prefix;

        Scope(final String prefix) {
            this.prefix = prefix;
        }

        /** @return how the names of such variables start */
        public String getPrefix() {
            return prefix;
        }
    }

    public <T> FlowVariable(final String name, final VariableType<T> type, final T value) {
        this(checked(name), type.newValue(value));
    }

    public FlowVariable(final String name, final String valueS) {
        this(name, VariableType.StringType.INSTANCE, valueS);
    }

    public FlowVariable(final String name, final double valueD) {
        this(name, VariableType.DoubleType.INSTANCE, valueD);
    }

    public FlowVariable(final String name, final int valueI) {
        this(name, VariableType.IntType.INSTANCE, valueI);
    }

    private static String checked(final String name) {
        if (name != null && name.startsWith(RESERVED)) {
            throw new IllegalArgumentException("Names of flow variables must not start with knime: " + name);
        }
        return name;
    }

    public String getName() {
        return name;
    }

    public Scope getScope() {
        for (Scope scope : new Scope[]{Scope.Local, Scope.Hide, Scope.Global}) {
            if (name.startsWith(scope.prefix)) {
                return scope;
            }
        }
        return Scope.Flow;
    }

    public VariableType<?> getVariableType() {
        return value.type();
    }

    /** @throws IllegalArgumentException if the value has another type and cannot be converted to that one */
    public <T> T getValue(final VariableType<T> expectedType) {
        return value.as(expectedType);
    }

    /** @return the value, or null if it is no string */
    public String getStringValue() {
        return value.get() instanceof String ? (String)value.get() : null;
    }

    /** @return the value, or NaN if it is no double */
    public double getDoubleValue() {
        return value.get() instanceof Double ? (Double)value.get() : Double.NaN;
    }

    /** @return the value, or 0 if it is no integer */
    public int getIntValue() {
        return value.get() instanceof Integer ? (Integer)value.get() : 0;
    }

    public String getValueAsString() {
        return value.toString();
    }

    public void save(final NodeSettingsWO settings) {
        settings.addString("name", name);
        value.save(settings);
    }

    public static FlowVariable load(final NodeSettingsRO sub) throws InvalidSettingsException {
        return new FlowVariable(sub.getString("name"), VariableType.load(sub));
    }

    public FlowVariable withNewName(final String newName) {
        return new FlowVariable(newName, value);
    }

    VariableType.VariableValue<?> value() {
        return value;
    }

    @Override
    public String toString() {
        return "\"" + name + "\" (" + getVariableType() + ": " + value + ")";
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof FlowVariable && ((FlowVariable)obj).name.equals(name)
            && ((FlowVariable)obj).value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, value);
    }
}
