// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import static org.electrode4d.embedded.ui.model.TestNodes.savedModel;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.ui.SettingsXml;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
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
        if (parameters.m_factor > 5) {
            out.setWarningMessage("large factor");
        }
        out.setOutSpec(0, RESULT);
    }

    private final NodeModel node = TestNodes.table(
        m -> m.parametersClass(Parameters.class).configure(ConfigureTest::configure).execute((in, out) -> { }));

    private PortObjectSpec[] configure(final PortObjectSpec... specs) throws InvalidSettingsException {
        return NodeModels.configure(node, specs);
    }

    private void load(final String column, final double factor) throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        settings.addString("column", column);
        settings.addDouble("factor", factor);
        settings.addInt("variables", 0);
        NodeModels.loadSettings(node, settings);
    }

    @Test
    void theFirstConfigurationTakesDefaultsFromTheInput() throws InvalidSettingsException {
        NodeModels.setFlowVariables(node,
            Map.of("i", new FlowVariable("i", 3), "s", new FlowVariable("s", "text")));
        assertArrayEquals(new PortObjectSpec[]{RESULT}, configure(SERIES));
        assertEquals(Optional.empty(), NodeModels.warning(node));
        assertEquals("""
            <entry key="column" type="xstring" value="Potential [V]"/>
            <entry key="factor" type="xdouble" value="2.0"/>
            <entry key="variables" type="xint" value="1"/>""", SettingsXml.of(savedModel(node)));
    }

    @Test
    void theDefaultsAreTakenOnce() throws InvalidSettingsException {
        configure(SERIES);
        final InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> configure(RESULT));
        assertEquals("No column 'Potential [V]'.", e.getMessage());
    }

    @Test
    void aNewNodeIsSavedWithDefaultsThatDoNotDependOnTheInput() {
        assertTrue(SettingsXml.of(savedModel(node)).startsWith("<entry key=\"column\" type=\"xstring\" value=\"\"/>"));
    }

    @Test
    void loadedSettingsAreUsed() throws InvalidSettingsException {
        load("Step", 3);
        configure(SERIES);
        assertTrue(SettingsXml.of(savedModel(node)).contains("\"Step\""));
    }

    @Test
    void settingsWithoutOneKeyAreLostAltogether() throws InvalidSettingsException {
        final NodeSettings incomplete = new NodeSettings("model");
        incomplete.addString("column", "Step");
        incomplete.addDouble("factor", 4);
        assertThrows(InvalidSettingsException.class, () -> NodeModels.loadSettings(node, incomplete));
        configure(SERIES);
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
    void aWarningOfTheNodeDoesNotOutliveTheNextConfiguration() throws InvalidSettingsException {
        load("Step", 6);
        configure(SERIES);
        assertEquals(Optional.of(Message.fromSummary("large factor")), NodeModels.warning(node));
        load("Step", 3);
        configure(SERIES);
        assertEquals(Optional.empty(), NodeModels.warning(node));
    }

    @Test
    void aSpecThatIsNotSetIsUnknown() throws InvalidSettingsException {
        final NodeModel late =
            TestNodes.table(m -> m.withoutParameters().configure((in, out) -> { }).execute((in, out) -> { }));
        assertNull(NodeModels.configure(late, new PortObjectSpec[]{SERIES})[0]);
    }

    static class Unsupported implements NodeParameters {
        int m_before = 1;
        List<String> m_names = List.of("a");
        int m_after = 2;
    }

    @Test
    void aFieldThatCannotBeStoredLosesWhatFollows() {
        final NodeModel broken = TestNodes.table(m -> m.parametersClass(Unsupported.class)
            .configure((in, out) -> { }).execute((in, out) -> { }));
        final NodeSettings saved = new NodeSettings("model");
        assertThrows(IllegalArgumentException.class, () -> NodeModels.saveSettings(broken, saved));
        assertEquals("<entry key=\"before\" type=\"xint\" value=\"1\"/>", SettingsXml.of(saved));
        assertThrows(IllegalArgumentException.class, () -> NodeModels.loadSettings(broken, saved));
    }

    @Test
    void aNodeWithoutParametersHasEmptySettings() throws InvalidSettingsException {
        final NodeModel bare =
            TestNodes.table(m -> m.withoutParameters().configure((in, out) -> { }).execute((in, out) -> { }));
        assertEquals("", SettingsXml.of(savedModel(bare)));
        NodeModels.loadSettings(bare, new NodeSettings("model"));
    }
}
