// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.swing.Icon;

import org.electrode4d.embedded.spi.registry.CellTypes;
import org.knime.core.data.DataValue.UtilityFactory;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.convert.map.IdentifiableType;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.data.renderer.DefaultDataValueRenderer;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * The type of a column or cell: the list of values that its cells can be read as. The type of a cell class has the
 * interfaces of that class, the first being preferred; the common super type of two types has those that both have.
 */
public final class DataType implements IdentifiableType {

    private static final String CELL_CLASS = "cell_class";

    private static final String ELEMENT_TYPE = "collection_element_type";

    private static final String VALUE_CLASSES = "value_classes";

    private static final Map<Class<?>, DataType> TYPES = new ConcurrentHashMap<>();

    private final Class<? extends DataCell> cellClass;

    private final List<Class<? extends DataValue>> valueClasses;

    private final DataType elementType;

    private DataType(final Class<? extends DataCell> cellClass, final Collection<Class<? extends DataValue>> values,
        final DataType elementType) {
        this.cellClass = cellClass;
        this.valueClasses = List.copyOf(values);
        this.elementType = elementType;
        boolean collection = values.stream().anyMatch(CollectionDataValue.class::isAssignableFrom);
        if (collection != (elementType != null)) {
            throw new IllegalArgumentException(collection ? "A collection needs the type of its elements"
                : "The type of elements was given for what is no collection");
        }
    }

    /**
     * @param cell a class of cells that are no collections
     * @return its type
     */
    public static DataType getType(final Class<? extends DataCell> cell) {
        return TYPES.computeIfAbsent(cell, c -> getType(cell, null));
    }

    /**
     * @param cell a class of cells
     * @param elementType the type of the elements of a collection, else null
     * @return its type
     */
    public static DataType getType(final Class<? extends DataCell> cell, final DataType elementType) {
        Set<Class<? extends DataValue>> values = new LinkedHashSet<>();
        collectValues(values, cell);
        return new DataType(cell, values, elementType);
    }

    private static void collectValues(final Set<Class<? extends DataValue>> values, final Class<?> current) {
        for (Class<?> c : current.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(c)) {
                values.add(c.asSubclass(DataValue.class));
            }
            collectValues(values, c);
        }
        if (current.getSuperclass() != null) {
            collectValues(values, current.getSuperclass());
        }
    }

    /**
     * @param type1 a type
     * @param type2 another
     * @return the type of a column that can hold cells of both
     */
    public static DataType getCommonSuperType(final DataType type1, final DataType type2) {
        if (type1.isMissingValueType()) {
            return type2;
        }
        if (type2.isMissingValueType() || type1.isASuperTypeOf(type2)) {
            return type1;
        }
        if (type2.isASuperTypeOf(type1)) {
            return type2;
        }
        Set<Class<? extends DataValue>> values = new LinkedHashSet<>(type1.valueClasses);
        values.retainAll(type2.valueClasses);
        boolean collection = values.stream().anyMatch(CollectionDataValue.class::isAssignableFrom);
        return new DataType(null, values,
            collection ? getCommonSuperType(type1.elementType, type2.elementType) : null);
    }

    /** @return the missing cell without error */
    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    /**
     * @param value an interface
     * @return its constant {@code UTILITY}
     */
    public static UtilityFactory getUtilityFor(final Class<? extends DataValue> value) {
        try {
            Field field = value.getField("UTILITY");
            field.setAccessible(true);
            return (UtilityFactory)field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(value.getName() + " has no accessible constant UTILITY", e);
        }
    }

    public boolean isMissingValueType() {
        return valueClasses.contains(MissingValue.class);
    }

    /** @return the type of the elements of a collection, else null */
    public DataType getCollectionElementType() {
        return elementType;
    }

    public boolean isCollectionType() {
        return isCompatible(CollectionDataValue.class);
    }

    /** @return the order of the first value that has one, else the order of what cells show */
    public DataValueComparator getComparator() {
        for (Class<? extends DataValue> value : valueClasses) {
            DataValueComparator comparator = getUtilityFor(value).getComparator();
            if (comparator != null) {
                return comparator;
            }
        }
        return ValueOrder.TEXTS;
    }

    public Icon getIcon() {
        return preferredUtility().getIcon();
    }

    /** @return the renderers of all values, those of the preferred value first */
    public Collection<DataValueRendererFactory> getRendererFactories() {
        Map<String, DataValueRendererFactory> factories = new LinkedHashMap<>();
        for (Class<? extends DataValue> value : valueClasses) {
            UtilityFactory utility = getUtilityFor(value);
            if (utility instanceof ExtensibleUtilityFactory) {
                ((ExtensibleUtilityFactory)utility).getAvailableRenderers().forEach(f -> factories.put(f.getId(), f));
            }
        }
        return factories.isEmpty() ? List.of(new DefaultDataValueRenderer.Factory()) : factories.values();
    }

    /** @return what cells are best read as */
    public Class<? extends DataValue> getPreferredValueClass() {
        return valueClasses.isEmpty() ? DataValue.class : valueClasses.get(0);
    }

    /** @return all that cells can be read as, the preferred one first */
    public List<Class<? extends DataValue>> getValueClasses() {
        return valueClasses;
    }

    /** @return whether a column of this type can hold cells of the other */
    public boolean isASuperTypeOf(final DataType type) {
        return type == this || type.isMissingValueType()
            || valueClasses.stream().allMatch(type::isCompatible)
                && (elementType == null || elementType.isASuperTypeOf(type.elementType));
    }

    /** @return whether cells can be read as that value */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return valueClasses.stream().anyMatch(v -> v == MissingValue.class || valueClass.isAssignableFrom(v));
    }

    /** @return the class of the cells, or null if the type is a common super type */
    public Class<? extends DataCell> getCellClass() {
        return cellClass;
    }

    public void save(final ConfigWO config) {
        if (elementType != null) {
            elementType.save(config.addConfig(ELEMENT_TYPE));
        }
        config.addString(CELL_CLASS, cellClass == null ? null : cellClass.getName());
        if (cellClass == null) {
            config.addBoolean("has_pref_value_class", true);
            config.addStringArray(VALUE_CLASSES, valueClasses.stream().map(Class::getName).toArray(String[]::new));
        }
    }

    /**
     * @param config as written by {@link #save}
     * @return the type
     * @throws InvalidSettingsException if its class is in no bundle
     */
    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        DataType element = config.containsKey(ELEMENT_TYPE) ? load(config.getConfig(ELEMENT_TYPE)) : null;
        String name = config.getString(CELL_CLASS);
        if (name != null) {
            return element == null ? getType(CellTypes.cellClass(name)) : getType(CellTypes.cellClass(name), element);
        }
        List<Class<? extends DataValue>> values = new ArrayList<>();
        for (String value : config.getStringArray(VALUE_CLASSES)) {
            values.add(CellTypes.valueClass(value));
        }
        return new DataType(null, values, element);
    }

    private UtilityFactory preferredUtility() {
        return getUtilityFor(getPreferredValueClass());
    }

    @Override
    public boolean equals(final Object obj) {
        if (!(obj instanceof DataType)) {
            return false;
        }
        DataType other = (DataType)obj;
        return getPreferredValueClass() == other.getPreferredValueClass()
            && Set.copyOf(valueClasses).equals(Set.copyOf(other.valueClasses))
            && Objects.equals(elementType, other.elementType);
    }

    @Override
    public int hashCode() {
        return 31 * Set.copyOf(valueClasses).hashCode() + Objects.hashCode(elementType);
    }

    /** @return the name that users read, without the type of elements */
    public String getName() {
        UtilityFactory utility = preferredUtility();
        if (cellClass == null) {
            return "?";
        }
        return utility instanceof ExtensibleUtilityFactory ? ((ExtensibleUtilityFactory)utility).getName()
            : cellClass.getSimpleName();
    }

    @Override
    public String getIdentifier() {
        return cellClass == null ? "Non-Native " + valueClasses : cellClass.getName();
    }

    @Override
    public String toString() {
        String name = cellClass == null ? "Non-Native " + valueClasses : getName();
        return elementType == null ? name : name + " (Collection of: " + elementType + ")";
    }
}
