// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import static org.electrode4d.embedded.spi.node.TestNodes.savedModel;
import static org.electrode4d.embedded.spi.node.TestNodes.specs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.embedded.ui.SettingsXml;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.VariableType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

class ConfigureTest {

    private static final DataTableSpec SERIES = new DataTableSpec(new String[]{"Step", "Potential [V]"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE});
    private static final DataTableSpec RESULT =
        new DataTableSpec(new String[]{"Mean"}, new DataType[]{DoubleCell.TYPE});
    private static final Map<String, FlowVariable> NO_VARIABLES = Map.of();

    static class Parameters implements NodeParameters {
        String m_column = "";
        double m_factor = 2;
        int m_variables;

        Parameters() {
        }

        Parameters(final NodeParametersInput input) {
            m_column = ColumnSelectionUtil.getFirstCompatibleColumnOfFirstPort(input, DoubleValue.class)
                .map(DataColumnSpec::getName).orElse("");
            m_variables = input.getAvailableInputFlowVariables(VariableType.IntType.INSTANCE).size();
        }

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_factor <= 0) {
                throw new InvalidSettingsException("The factor must be positive; it is " + m_factor + ".");
            }
        }
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final Parameters parameters = in.getParameters();
        if (in.getInTableSpec(0).findColumnIndex(parameters.m_column) < 0) {
            throw new InvalidSettingsException("No column '" + parameters.m_column + "'.");
        }
        if (parameters.m_factor == 13) {
            throw new IllegalStateException("thirteen");
        }
        if (parameters.m_factor > 5) {
            out.setWarningMessage("large factor");
        }
        out.setOutSpec(0, RESULT);
    }

    private final NodeInstance node = TestNodes.table(
        m -> m.parametersClass(Parameters.class).configure(ConfigureTest::configure).execute((in, out) -> { }));

    private ConfigureResult configure(final PortObjectSpec... specs) {
        return node.configure(specs, NO_VARIABLES);
    }

    private void load(final String column, final double factor) throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        settings.addString("column", column);
        settings.addDouble("factor", factor);
        settings.addInt("variables", 0);
        node.loadModelSettings(settings);
    }

    @Test
    void theFirstConfigurationTakesDefaultsFromTheInput() {
        final Map<String, FlowVariable> variables =
            Map.of("i", new FlowVariable("i", 3), "s", new FlowVariable("s", "text"));
        final ConfigureResult result = node.configure(specs(SERIES), variables);
        assertTrue(result.configured());
        assertEquals(List.of(RESULT), result.specs());
        assertEquals(Optional.empty(), result.message());
        assertEquals("""
            <entry key="column" type="xstring" value="Potential [V]"/>
            <entry key="factor" type="xdouble" value="2.0"/>
            <entry key="variables" type="xint" value="1"/>""", SettingsXml.of(savedModel(node)));
    }

    @Test
    void theDefaultsAreTakenOnce() {
        configure(SERIES);
        final ConfigureResult result = configure(RESULT);
        assertFalse(result.configured());
        assertEquals("No column 'Potential [V]'.", result.message().orElseThrow().getMessage());
    }

    @Test
    void aNewNodeIsSavedWithDefaultsThatDoNotDependOnTheInput() {
        assertTrue(SettingsXml.of(savedModel(node)).startsWith("<entry key=\"column\" type=\"xstring\" value=\"\"/>"));
    }

    @Test
    void loadedSettingsAreUsed() throws InvalidSettingsException {
        load("Step", 3);
        assertTrue(configure(SERIES).configured());
        assertTrue(SettingsXml.of(savedModel(node)).contains("\"Step\""));
    }

    @Test
    void settingsWithoutOneKeyAreLostAltogether() {
        final NodeSettings incomplete = new NodeSettings("model");
        incomplete.addString("column", "Step");
        incomplete.addDouble("factor", 4);
        assertThrows(InvalidSettingsException.class, () -> node.loadModelSettings(incomplete));
        assertTrue(configure(SERIES).configured());
        assertEquals("""
            <entry key="column" type="xstring" value="Potential [V]"/>
            <entry key="factor" type="xdouble" value="2.0"/>
            <entry key="variables" type="xint" value="0"/>""", SettingsXml.of(savedModel(node)));
    }

    @Test
    void settingsAreValidatedBeforeTheyAreLoaded() throws InvalidSettingsException {
        load("Step", 3);
        final InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> load("Step", -1));
        assertEquals("The factor must be positive; it is -1.0.", e.getMessage());
        assertTrue(SettingsXml.of(savedModel(node)).contains("value=\"3.0\""));
    }

    @Test
    void anUnknownInputMeansNotConfiguredWithoutAMessage() {
        final ConfigureResult result = configure((PortObjectSpec)null);
        assertFalse(result.configured());
        assertEquals(Optional.empty(), result.message());
        assertEquals(Arrays.asList((PortObjectSpec)null), result.specs());
    }

    @Test
    void invalidSettingsAreAWarning() throws InvalidSettingsException {
        load("Gone", 3);
        final ConfigureResult result = configure(SERIES);
        assertFalse(result.configured());
        assertEquals(NodeMessage.newWarning("No column 'Gone'."), result.message().orElseThrow());
        assertTrue(result.cause().orElseThrow() instanceof InvalidSettingsException);
    }

    @Test
    void anyOtherExceptionIsAnError() throws InvalidSettingsException {
        load("Step", 13);
        final ConfigureResult result = configure(SERIES);
        assertFalse(result.configured());
        assertEquals(NodeMessage.newError("Configure failed (IllegalStateException): thirteen"),
            result.message().orElseThrow());
    }

    @Test
    void aWarningOfTheNodeDoesNotOutliveTheNextConfiguration() throws InvalidSettingsException {
        load("Step", 6);
        assertEquals(NodeMessage.newWarning("large factor"), configure(SERIES).message().orElseThrow());
        load("Step", 3);
        assertEquals(Optional.empty(), configure(SERIES).message());
    }

    @Test
    void aSpecThatIsNotSetIsUnknown() {
        final NodeInstance late =
            TestNodes.table(m -> m.withoutParameters().configure((in, out) -> { }).execute((in, out) -> { }));
        final ConfigureResult result = late.configure(specs(SERIES), NO_VARIABLES);
        assertTrue(result.configured());
        assertNull(result.specs().get(0));
    }

    static class Unsupported implements NodeParameters {
        int m_before = 1;
        List<String> m_names = List.of("a");
        int m_after = 2;
    }

    @Test
    void aFieldThatCannotBeStoredLosesWhatFollows() {
        final NodeInstance broken = TestNodes.table(m -> m.parametersClass(Unsupported.class)
            .configure((in, out) -> { }).execute((in, out) -> { }));
        assertEquals("<entry key=\"before\" type=\"xint\" value=\"1\"/>", SettingsXml.of(savedModel(broken)));
        final InvalidSettingsException e =
            assertThrows(InvalidSettingsException.class, () -> broken.loadModelSettings(savedModel(broken)));
        assertTrue(e.getMessage().startsWith("Loading model settings failed, caught \"IllegalArgumentException\""),
            e.getMessage());
    }

    @Test
    void aNodeWithoutParametersHasEmptySettings() throws InvalidSettingsException {
        final NodeInstance bare =
            TestNodes.table(m -> m.withoutParameters().configure((in, out) -> { }).execute((in, out) -> { }));
        assertEquals("", SettingsXml.of(savedModel(bare)));
        bare.loadModelSettings(new NodeSettings("model"));
    }
}
