// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

class DataTableSpecTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"Step", "Potential [V]"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE});

    @Test
    void columnsAreFoundByName() {
        assertEquals(1, SPEC.findColumnIndex("Potential [V]"));
        assertEquals(-1, SPEC.findColumnIndex("potential [v]"));
        assertEquals(-1, SPEC.findColumnIndex(null));
        assertNull(SPEC.getColumnSpec("absent"));
        assertArrayEquals(new int[]{1, 0}, SPEC.columnsToIndices("Potential [V]", "Step"));
        assertThrows(IllegalArgumentException.class, () -> SPEC.columnsToIndices("absent"));
        assertTrue(SPEC.containsCompatibleType(DoubleValue.class));
        assertFalse(SPEC.containsCompatibleType(IntValue.class));
    }

    @Test
    void namesAreUnique() {
        String message = assertThrows(IllegalArgumentException.class, () -> new DataTableSpec(SPEC, SPEC)).getMessage();
        assertTrue(message.contains("Step"), message);
        assertEquals("Step (#1)", DataTableSpec.getUniqueColumnName(SPEC, "Step"));
        assertEquals("New", DataTableSpec.getUniqueColumnName(SPEC, " New "));
        assertThrows(IllegalArgumentException.class, () -> new DataColumnSpecCreator(" ", IntCell.TYPE));
        assertEquals("a", new DataColumnSpecCreator(" a ", IntCell.TYPE).createSpec().getName());
    }

    @Test
    void specsAreSavedWithDomainsAndProperties() throws InvalidSettingsException {
        DataColumnSpecCreator column = new DataColumnSpecCreator("Phase", StringCell.TYPE);
        column.setDomain(new DataColumnDomainCreator(
            new LinkedHashSet<>(List.of(new StringCell("pore"), new StringCell("active")))).createDomain());
        column.setProperties(new DataColumnProperties(Map.of("unit", "µm")));
        DataTableSpec spec = new DataTableSpecCreator(SPEC).addColumns(column.createSpec()).setName("x").createSpec();
        NodeSettings settings = new NodeSettings("spec.xml");
        spec.save(settings);
        DataTableSpec loaded = DataTableSpec.load(settings);
        assertEquals(spec, loaded);
        assertEquals(spec.hashCode(), loaded.hashCode());
        assertEquals("[pore, active]", loaded.getColumnSpec("Phase").getDomain().getValues().toString());
        assertFalse(new DataTableSpecCreator(spec).dropAllDomains().createSpec().equals(spec));
        assertTrue(new DataTableSpecCreator(spec).dropAllDomains().createSpec().equalStructure(spec));
    }
}
