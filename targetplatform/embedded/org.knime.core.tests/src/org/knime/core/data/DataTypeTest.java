// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.electrode4d.embedded.fixture.NoteCell;
import org.electrode4d.embedded.fixture.NoteValue;
import org.electrode4d.embedded.spi.Contributor;
import org.electrode4d.embedded.spi.registry.Contribution;
import org.electrode4d.embedded.spi.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.DataValueRenderer;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.data.renderer.DefaultDataValueRenderer;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

class DataTypeTest {

    static List<DataType> types() {
        return List.of(IntCell.TYPE, LongCell.TYPE, DoubleCell.TYPE, StringCell.TYPE, BooleanCell.TYPE, NoteCell.TYPE,
            ListCell.getCollectionType(IntCell.TYPE), DataType.getMissingCell().getType(),
            DataType.getCommonSuperType(IntCell.TYPE, LongCell.TYPE),
            DataType.getCommonSuperType(IntCell.TYPE, StringCell.TYPE));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsSavedAndLoaded(final DataType type) throws InvalidSettingsException {
        NodeSettings settings = new NodeSettings("type");
        type.save(settings);
        assertEquals(type, DataType.load(settings));
        assertEquals(type.hashCode(), DataType.load(settings).hashCode());
        assertTrue(type.isASuperTypeOf(type));
        assertTrue(type.isASuperTypeOf(DataType.getMissingCell().getType()));
    }

    @Test
    void unknownClassesAreNamed() {
        NodeSettings settings = new NodeSettings("type");
        settings.addString("cell_class", "lab.Nobody");
        assertTrue(assertThrows(InvalidSettingsException.class, () -> DataType.load(settings)).getMessage()
            .contains("lab.Nobody"));
    }

    @Test
    void theFirstValueIsPreferred() {
        assertSame(IntValue.class, IntCell.TYPE.getPreferredValueClass());
        assertSame(NoteValue.class, NoteCell.TYPE.getPreferredValueClass());
        assertEquals("[Number (Integer), Number (Long Integer), Number (Float), String, Boolean, Note]",
            types().subList(0, 6).toString());
        assertEquals("List (Collection of: Number (Integer))", types().get(6).toString());
    }

    @Test
    void integersAreNumbers() {
        assertTrue(IntCell.TYPE.isCompatible(DoubleValue.class));
        assertTrue(DoubleCell.TYPE.isASuperTypeOf(IntCell.TYPE));
        assertFalse(IntCell.TYPE.isASuperTypeOf(DoubleCell.TYPE));
        assertSame(DoubleCell.TYPE, DataType.getCommonSuperType(IntCell.TYPE, DoubleCell.TYPE));
        assertSame(IntCell.TYPE, DataType.getCommonSuperType(DataType.getMissingCell().getType(), IntCell.TYPE));
        DataType any = DataType.getCommonSuperType(IntCell.TYPE, StringCell.TYPE);
        assertNull(any.getCellClass());
        assertTrue(any.isASuperTypeOf(NoteCell.TYPE));
    }

    @Test
    void valuesHaveAnOrder() {
        DataValueComparator numbers = DoubleCell.TYPE.getComparator();
        assertTrue(numbers.compare(new DoubleCell(-1), new DoubleCell(2)) < 0);
        assertTrue(numbers.compare(DataType.getMissingCell(), new DoubleCell(-1e300)) < 0);
        assertEquals(0, numbers.compare(DataType.getMissingCell(), new MissingCell("why")));
        assertTrue(LongCell.TYPE.getComparator().compare(new LongCell(1L << 60), new LongCell((1L << 60) + 1)) < 0);
        assertTrue(StringCell.TYPE.getComparator().compare(new StringCell("T10"), new StringCell("T2")) < 0);
        assertTrue(BooleanCell.TYPE.getComparator().compare(BooleanCell.FALSE, BooleanCell.TRUE) < 0);
    }

    @Test
    void cellsAreEqualByClassAndContent() {
        assertEquals(new IntCell(3), new IntCell(3));
        assertNotEquals(new IntCell(3), new LongCell(3));
        assertEquals(new DoubleCell(Double.NaN), new DoubleCell(Double.NaN));
        assertEquals(new MissingCell("a"), new MissingCell("b"));
        assertEquals(new MissingCell("a").hashCode(), new MissingCell("b").hashCode());
        assertEquals(CollectionCellFactory.createListCell(List.of(new IntCell(1))),
            CollectionCellFactory.createListCell(List.of(new IntCell(1))));
        assertThrows(NullPointerException.class, () -> new StringCell(null));
    }

    @Test
    void stringsBecomeCells() {
        assertEquals(new IntCell(-7), IntCell.IntCellFactory.create(" -7 "));
        assertEquals(new DoubleCell(2.5), new DoubleCell.DoubleCellFactory().createCell("2.5"));
        assertTrue(LongCell.LongCellFactory.create(" ").isMissing());
        assertSame(BooleanCell.TRUE, BooleanCell.BooleanCellFactory.create("true"));
        assertThrows(NumberFormatException.class, () -> IntCell.IntCellFactory.create("2.5"));
    }

    @Test
    void renderersAreFoundAtTheExtensionPoint() {
        Contributor tests = new Contributor("tests", "Tests", "", "1.0.0");
        Contribution renderer = new Contribution("renderer", Map.of("rendererFactoryClass",
            NoteRendererFactory.class.getName()), List.of(), tests, Class::forName);
        Registry.add("org.knime.core.DataValueRenderer", new Contribution("dataValue",
            Map.of("valueClass", NoteValue.class.getName()), List.of(renderer), tests, Class::forName));
        DataValueRendererFactory factory = NoteCell.TYPE.getRendererFactories().iterator().next();
        assertEquals(NoteRendererFactory.class.getName(), factory.getId());
        DataColumnSpec column = new DataColumnSpecCreator("Note", NoteCell.TYPE).createSpec();
        assertEquals("Red", factory.createRenderer(column).getDescription());
    }

    /** Makes a renderer. */
    public static final class NoteRendererFactory extends AbstractDataValueRendererFactory {

        @Override
        public String getDescription() {
            return "Red";
        }

        @Override
        public DataValueRenderer createRenderer(final DataColumnSpec colSpec) {
            return new DefaultDataValueRenderer(colSpec, getDescription());
        }
    }

    @Test
    void cellsWithoutRendererAreDrawnAsText() {
        assertEquals(List.of(new DefaultDataValueRenderer.Factory()),
            List.copyOf(StringCell.TYPE.getRendererFactories()));
    }
}
