// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;
import org.knime.core.node.workflow.VariableType.InvalidConfigEntryException;

class FlowVariableTest {

    private final NodeSettings settings = new NodeSettings("model");

    @Test
    void variablesAreSavedByIdentifier() throws InvalidSettingsException {
        for (FlowVariable variable : new FlowVariable[]{new FlowVariable("s", "T0"), new FlowVariable("d", 0.5),
            new FlowVariable("i", 3), new FlowVariable("b", VariableType.BooleanType.INSTANCE, true),
            new FlowVariable("l", VariableType.LongType.INSTANCE, 1L << 40)}) {
            NodeSettings saved = new NodeSettings(variable.getName());
            variable.save(saved);
            assertEquals(variable, FlowVariable.load(saved));
        }
        NodeSettings saved = new NodeSettings("Var_0");
        new FlowVariable("i", 3).save(saved);
        assertEquals("[name, class, value]", saved.keySet().toString());
        assertEquals("INTEGER", saved.getString("class"));
        saved.addString("class", "CREDENTIALS");
        assertThrows(InvalidSettingsException.class, () -> FlowVariable.load(saved));
    }

    @Test
    void valuesConvertOneWay() {
        FlowVariable number = new FlowVariable("i", 3);
        assertEquals(3.0, number.getValue(VariableType.DoubleType.INSTANCE));
        assertEquals("3", number.getValue(VariableType.StringType.INSTANCE));
        assertThrows(IllegalArgumentException.class,
            () -> new FlowVariable("d", 0.5).getValue(VariableType.IntType.INSTANCE));
        assertThrows(IllegalArgumentException.class,
            () -> new FlowVariable("s", "3").getValue(VariableType.IntType.INSTANCE));
        assertThrows(IllegalArgumentException.class, () -> new FlowVariable("knime.workspace", "x"));
        assertThrows(IllegalArgumentException.class, () -> new FlowVariable(" ", "x"));
    }

    private void overwrite(final String key, final FlowVariable variable)
        throws InvalidSettingsException, InvalidConfigEntryException {
        VariableTypeRegistry.overwriteWithVariable(settings, key, variable);
    }

    @Test
    void aDrivenParameterKeepsItsType() throws Exception {
        settings.addDouble("factor", 1);
        settings.addLong("start", 1);
        settings.addString("name", "");
        settings.addBoolean("enabled", false);
        settings.addByte("byte", (byte)0);
        overwrite("factor", new FlowVariable("i", 3));
        overwrite("start", new FlowVariable("i", 4));
        overwrite("name", new FlowVariable("d", 0.5));
        overwrite("enabled", new FlowVariable("s", "TRUE"));
        overwrite("byte", new FlowVariable("i", -128));
        assertEquals(3.0, settings.getDouble("factor"));
        assertEquals(4L, settings.getLong("start"));
        assertEquals("0.5", settings.getString("name"));
        assertTrue(settings.getBoolean("enabled"));
        assertEquals(-128, settings.getByte("byte"));
    }

    @Test
    void whatDoesNotFitIsToldWithTheVariable() {
        settings.addInt("rows", 4);
        settings.addBoolean("enabled", false);
        settings.addByte("byte", (byte)0);
        settings.addConfig("nested");
        assertThrows(InvalidSettingsException.class, () -> overwrite("rows", new FlowVariable("d", 0.5)));
        assertThrows(InvalidSettingsException.class, () -> overwrite("nested", new FlowVariable("i", 1)));
        assertThrows(InvalidSettingsException.class, () -> overwrite("absent", new FlowVariable("i", 1)));
        String message = assertThrows(InvalidConfigEntryException.class,
            () -> overwrite("enabled", new FlowVariable("switch", "yes"))).getErrorMessageWithVariableName("switch")
                .orElseThrow();
        assertTrue(message.contains("switch") && message.contains("yes"), message);
        assertThrows(InvalidConfigEntryException.class, () -> overwrite("byte", new FlowVariable("i", 128)));
    }

    @Test
    void parametersBecomeVariables() throws Exception {
        Config config = settings;
        config.addFloat("f", 0.5f);
        config.addShort("s", (short)7);
        config.addChar("c", 'x');
        VariableTypeRegistry registry = VariableTypeRegistry.getInstance();
        assertEquals(new FlowVariable("v", 0.5), registry.createFromConfig("v", config, "f"));
        assertEquals(new FlowVariable("v", 7), registry.createFromConfig("v", config, "s"));
        assertEquals(new FlowVariable("v", "x"), registry.createFromConfig("v", config, "c"));
        assertThrows(InvalidSettingsException.class, () -> registry.createFromConfig("v", config, "absent"));
    }
}
