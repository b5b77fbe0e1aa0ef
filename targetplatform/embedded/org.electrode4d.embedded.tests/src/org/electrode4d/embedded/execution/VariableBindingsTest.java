// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.workflow.FlowVariable;

/** Parameters driven by, and exposed as, flow variables. */
final class VariableBindingsTest {

    private static final Map<String, FlowVariable> AVAILABLE = Map.of("five", new FlowVariable("five", 5), "half",
        new FlowVariable("half", 0.5), "word", new FlowVariable("word", "iron"));

    private static NodeSettings model() {
        final NodeSettings model = new NodeSettings("model");
        model.addInt("rows", 1);
        model.addDouble("factor", 1);
        model.addString("name", "copper");
        model.addNodeSettings("noise").addInt("amplitude", 0);
        return model;
    }

    private static NodeSettings bindings(final String path, final String used, final String exposed) {
        final NodeSettings variables = new NodeSettings("variables");
        variables.addString("version", "V_2019_09_13");
        NodeSettingsWO leaf = variables.addNodeSettings("tree");
        for (String step : path.split("/")) {
            leaf = leaf.addNodeSettings(step);
        }
        leaf.addString("used_variable", used);
        leaf.addString("exposed_variable", exposed);
        return variables;
    }

    private static NodeSettings apply(final String path, final String used) throws InvalidSettingsException {
        return VariableBindings.apply(model(), bindings(path, used, null), AVAILABLE).settings();
    }

    @Test
    void aVariableReplacesTheParameter() throws InvalidSettingsException {
        assertEquals(5, apply("rows", "five").getInt("rows"));
        assertEquals("iron", apply("name", "word").getString("name"));
    }

    @Test
    void aPathLeadsIntoGroups() throws InvalidSettingsException {
        assertEquals(5, apply("noise/amplitude", "five").getNodeSettings("noise").getInt("amplitude"));
    }

    @Test
    void numbersAreWidenedAndWrittenAsText() throws InvalidSettingsException {
        assertEquals(5.0, apply("factor", "five").getDouble("factor"));
        assertEquals("0.5", apply("name", "half").getString("name"));
    }

    @Test
    void theStoredParametersStayAsTheyAre() throws InvalidSettingsException {
        final NodeSettings model = model();
        VariableBindings.apply(model, bindings("rows", "five", null), AVAILABLE);
        assertEquals(1, model.getInt("rows"));
    }

    @Test
    void aParameterIsExposedAsAVariable() throws InvalidSettingsException {
        final VariableBindings.Result result =
            VariableBindings.apply(model(), bindings("name", null, "metal"), AVAILABLE);
        assertEquals(1, result.exposed().size());
        assertEquals("metal", result.exposed().get(0).getName());
        assertEquals("copper", result.exposed().get(0).getStringValue());
    }

    @Test
    void anUnknownVariableIsNamed() {
        final Exception e = assertThrows(InvalidSettingsException.class, () -> apply("rows", "six"));
        assertTrue(e.getMessage().startsWith("Unknown variable \"six\""), e.getMessage());
    }

    @Test
    void aVariableThatDoesNotFitIsRefused() {
        assertThrows(InvalidSettingsException.class, () -> apply("rows", "word"));
    }

    @Test
    void aBindingOfAParameterThatIsGoneIsRefused() {
        final Exception e = assertThrows(InvalidSettingsException.class, () -> apply("noise/colour", "five"));
        assertTrue(e.getMessage().contains("\"noise/colour\""), e.getMessage());
    }
}
