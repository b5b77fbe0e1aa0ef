// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.ui.ParametersSettings;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.AllColumnsProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

class ChoicesTest {

    private static final DataTableSpec TABLE = new DataTableSpec(new String[]{"Step", "Cycle", "Potential [V]"},
        new DataType[]{StringCell.TYPE, IntCell.TYPE, DoubleCell.TYPE});

    private static final NodeParametersInput INPUT = ParametersSettings.input(TABLE, null);

    private static List<String> ids(final ChoicesStateProvider<TypedStringChoice> provider) throws Exception {
        return provider.computeState(INPUT).stream().map(TypedStringChoice::id).toList();
    }

    static final class Numbers extends CompatibleColumnsProvider {
        Numbers() {
            super(DoubleValue.class);
        }
    }

    static final class OfSecondPort extends AllColumnsProvider {
        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }

    @Test
    void columnsAreOfferedByValue() throws Exception {
        assertEquals(List.of("Step", "Cycle", "Potential [V]"), ids(new AllColumnsProvider()));
        assertEquals(List.of("Cycle", "Potential [V]"), ids(new Numbers()));
    }

    @Test
    void anUnknownTableHasNoColumns() throws Exception {
        assertEquals(List.of(), ids(new OfSecondPort()));
        assertEquals(Optional.empty(), ColumnSelectionUtil.getFirstColumn(INPUT, 1));
    }

    @Test
    void theFirstCompatibleColumnIsTheUsualDefault() {
        assertEquals(Optional.of("Cycle"), ColumnSelectionUtil
            .getFirstCompatibleColumnOfFirstPort(INPUT, DoubleValue.class).map(DataColumnSpec::getName));
        assertEquals(Optional.of("Cycle"),
            ColumnSelectionUtil.getFirstCompatibleColumn(TABLE, DoubleValue.class).map(DataColumnSpec::getName));
        assertEquals(List.of("Step"),
            ColumnSelectionUtil.getStringColumns(INPUT, 0).stream().map(DataColumnSpec::getName).toList());
    }

    enum Mode {
        @Label("Least squares")
        LEAST_SQUARES, ZERO_MEAN
    }

    @Test
    void constantsAreShownByLabelOrAsWords() {
        assertEquals("Least squares", EnumChoice.fromEnumConst(Mode.LEAST_SQUARES).text());
        assertEquals("Zero mean", EnumChoice.fromEnumConst(Mode.ZERO_MEAN).text());
    }

    @Test
    void aProviderWithoutAnyMethodSaysSo() {
        final StringChoicesProvider nothing = new StringChoicesProvider() {
        };
        assertThrows(IllegalStateException.class, () -> nothing.computeState(INPUT));
    }
}
