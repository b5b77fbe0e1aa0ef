// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.registry;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeLogger;

/** The classes of cells: the basic ones, and those registered at {@code org.knime.core.DataType}. */
public final class CellTypes {

    private static final String POINT = "org.knime.core.DataType";

    private static final List<Class<? extends DataCell>> BASIC = List.of(MissingCell.class, BooleanCell.class,
        IntCell.class, LongCell.class, DoubleCell.class, StringCell.class, ListCell.class);

    private static final Map<Class<?>, DataCellSerializer<?>> BASIC_SERIALIZERS = Map.of(
        MissingCell.class, new MissingCell.MissingSerializer(), BooleanCell.class, new BooleanCell.BooleanSerializer(),
        IntCell.class, new IntCell.IntCellSerializer(), LongCell.class, new LongCell.LongSerializer(),
        DoubleCell.class, new DoubleCell.DoubleSerializer(), StringCell.class, new StringCell.StringSerializer(),
        ListCell.class, new ListCell.ListCellSerializer());

    private static final Map<Class<?>, DataCellSerializer<?>> REGISTERED = new HashMap<>();

    private CellTypes() {
    }

    /**
     * @param name the name of a class
     * @return the class
     * @throws InvalidSettingsException if no bundle has registered it
     */
    public static Class<? extends DataCell> cellClass(final String name) throws InvalidSettingsException {
        for (Class<? extends DataCell> basic : BASIC) {
            if (basic.getName().equals(name)) {
                return basic;
            }
        }
        for (Contribution type : Registry.contributions(POINT)) {
            if (name.equals(type.attribute("cellClass"))) {
                return type.load("cellClass", DataCell.class);
            }
        }
        throw new InvalidSettingsException("No bundle has cells of " + name + "; is a plug-in missing?");
    }

    /**
     * @param name the name of an interface
     * @return the interface
     * @throws InvalidSettingsException if it is none of the known cells' interfaces
     */
    public static Class<? extends DataValue> valueClass(final String name) throws InvalidSettingsException {
        Set<Class<? extends DataCell>> cells = new LinkedHashSet<>(BASIC);
        cells.remove(ListCell.class);
        Registry.contributions(POINT).forEach(type -> load(type).ifPresent(cells::add));
        for (Class<? extends DataCell> cell : cells) {
            for (Class<? extends DataValue> value : DataType.getType(cell).getValueClasses()) {
                if (value.getName().equals(name)) {
                    return value;
                }
            }
        }
        throw new InvalidSettingsException("No bundle has cells that are " + name + "; is a plug-in missing?");
    }

    private static Optional<Class<? extends DataCell>> load(final Contribution type) {
        try {
            return Optional.of(type.load("cellClass", DataCell.class));
        } catch (IllegalStateException e) {
            NodeLogger.getLogger(CellTypes.class).error("A class of cells is missing: " + e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * @param cell a class of cells
     * @return what writes and reads them; empty if nothing is registered
     */
    @SuppressWarnings("unchecked")
    public static synchronized Optional<DataCellSerializer<DataCell>> serializer(
        final Class<? extends DataCell> cell) {
        DataCellSerializer<?> serializer = BASIC_SERIALIZERS.get(cell);
        if (serializer == null) {
            serializer = REGISTERED.computeIfAbsent(cell, CellTypes::registered);
        }
        return Optional.ofNullable((DataCellSerializer<DataCell>)serializer);
    }

    private static DataCellSerializer<?> registered(final Class<?> cell) {
        for (Contribution type : Registry.contributions(POINT)) {
            for (Contribution child : type.children()) {
                if ("serializer".equals(child.name()) && cell.getName().equals(child.attribute("cellClass"))
                    && child.load("cellClass", DataCell.class) == cell) {
                    return child.create("serializerClass", DataCellSerializer.class);
                }
            }
        }
        return null;
    }

    /** @return the names of the classes of cells that can be written, sorted */
    public static Set<String> serializable() {
        Set<String> names = new TreeSet<>();
        BASIC_SERIALIZERS.keySet().forEach(basic -> names.add(basic.getName()));
        for (Contribution type : Registry.contributions(POINT)) {
            type.children().stream().filter(child -> "serializer".equals(child.name()))
                .forEach(child -> names.add(child.attribute("cellClass")));
        }
        return names;
    }
}
