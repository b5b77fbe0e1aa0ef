// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * The type of a flow variable.
 *
 * @param <T> the class of its values
 */
public abstract class VariableType<T> {

    private static final String CLASS = "class";

    private static final String VALUE = "value";

    /** @return the name that workflows on disk use */
    public String getIdentifier() {
        String name = getClass().getSimpleName().replace("Type", "").toUpperCase(Locale.ROOT);
        return "INT".equals(name) ? "INTEGER" : name;
    }

    /** @return whether values can be read as that type */
    public final boolean isConvertible(final VariableType<?> type) {
        return getConvertibleTypes().contains(type);
    }

    /** @return the types that values can be read as, this among them */
    public Set<VariableType<?>> getConvertibleTypes() {
        return Set.of(this);
    }

    public abstract Class<T> getSimpleType();

    protected abstract VariableValue<T> loadValue(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void saveValue(NodeSettingsWO settings, VariableValue<T> v);

    protected abstract VariableValue<T> newValue(T v);

    protected abstract VariableValue<T> defaultValue();

    /** @return whether a parameter can be driven by a variable of this type */
    protected abstract boolean canOverwrite(Config config, String configKey);

    protected abstract void overwrite(T value, Config config, String configKey) throws InvalidConfigEntryException;

    /** @return whether a parameter can become a variable of this type */
    protected abstract boolean canCreateFrom(Config config, String configKey);

    protected abstract T createFrom(Config config, String configKey)
        throws InvalidSettingsException, InvalidConfigEntryException;

    static VariableValue<?> load(final NodeSettingsRO settings) throws InvalidSettingsException {
        String identifier = settings.getString(CLASS);
        for (VariableType<?> type : VariableTypeRegistry.getInstance().getAllTypes()) {
            if (type.getIdentifier().equals(identifier)) {
                return type.loadValue(settings);
            }
        }
        throw new InvalidSettingsException("Unknown type of flow variables: " + identifier);
    }

    @Override
    public String toString() {
        return getIdentifier();
    }

    /**
     * A value with its type.
     *
     * @param <T> the class of the value
     */
    protected abstract static class VariableValue<T> {

        private final VariableType<T> type;

        private final T value;

        protected VariableValue(final VariableType<T> type, final T value) {
            this.type = Objects.requireNonNull(type);
            this.value = value;
        }

        protected T get() {
            return value;
        }

        VariableType<T> type() {
            return type;
        }

        <U> U as(final VariableType<U> expected) {
            if (!type.isConvertible(expected)) {
                throw new IllegalArgumentException("A flow variable of type " + type + " is no " + expected);
            }
            try {
                return EntryValue.convert(value.toString(), expected);
            } catch (InvalidConfigEntryException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }

        void overwrite(final Config config, final String configKey) throws InvalidConfigEntryException {
            type.overwrite(value, config, configKey);
        }

        void save(final NodeSettingsWO settings) {
            settings.addString(CLASS, type.getIdentifier());
            type.saveValue(settings, this);
        }

        @Override
        public boolean equals(final Object obj) {
            return obj instanceof VariableValue && ((VariableValue<?>)obj).type == type
                && Objects.equals(((VariableValue<?>)obj).value, value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(type, value);
        }

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /**
     * A type that goes with some types of entries.
     *
     * @param <T> the class of its values
     */
    protected abstract static class DefaultVariableType<T> extends VariableType<T> {

        private final BiPredicate<Config, String> overwritable;

        private final BiPredicate<Config, String> creatable;

        protected DefaultVariableType(final BiPredicate<Config, String> overwritableTypesPredicate,
            final BiPredicate<Config, String> creationCompatibleTypesPredicate) {
            overwritable = overwritableTypesPredicate;
            creatable = creationCompatibleTypesPredicate;
        }

        static BiPredicate<Config, String> isOneOf(final ConfigEntries... types) {
            return (config, key) -> config.containsKey(key) && List.of(types).contains(config.getEntry(key).getType());
        }

        @Override
        protected final boolean canOverwrite(final Config config, final String configKey) {
            return overwritable.test(config, configKey);
        }

        @Override
        protected final boolean canCreateFrom(final Config config, final String configKey) {
            return creatable.test(config, configKey);
        }
    }

    /** A parameter cannot be driven by a variable, or become one. */
    public static final class InvalidConfigEntryException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient UnaryOperator<String> messageWithName;

        public InvalidConfigEntryException(final String msg) {
            this(msg, null, null);
        }

        public InvalidConfigEntryException(final String msg, final Throwable cause,
            final UnaryOperator<String> varNameToError) {
            super(msg, cause);
            messageWithName = varNameToError;
        }

        /** @return what is wrong, with the name of the variable */
        public Optional<String> getErrorMessageWithVariableName(final String variableName) {
            return Optional.ofNullable(messageWithName).map(message -> message.apply(variableName));
        }
    }

    /** The type of variables that hold a truth value. */
    public static final class BooleanType extends DefaultVariableType<Boolean> {

        /** The only one. */
        public static final BooleanType INSTANCE = new BooleanType();

        private BooleanType() {
            super(isOneOf(ConfigEntries.xboolean, ConfigEntries.xstring, ConfigEntries.xtransientstring),
                isOneOf(ConfigEntries.xboolean));
        }

        @Override
        public Class<Boolean> getSimpleType() {
            return Boolean.class;
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(BooleanType.INSTANCE, StringType.INSTANCE);
        }

        @Override
        protected VariableValue<Boolean> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getBoolean(VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<Boolean> v) {
            settings.addBoolean(VALUE, v.get());
        }

        @Override
        protected VariableValue<Boolean> newValue(final Boolean v) {
            return new VariableValue<>(this, v) { };
        }

        @Override
        protected VariableValue<Boolean> defaultValue() {
            return newValue(false);
        }

        @Override
        protected void overwrite(final Boolean value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            EntryValue.overwrite(config, configKey, value);
        }

        @Override
        protected Boolean createFrom(final Config config, final String configKey) throws InvalidConfigEntryException {
            return EntryValue.convert(config.getEntry(configKey).toStringValue(), this);
        }
    }

    /** The type of variables that hold an integer. */
    public static final class IntType extends DefaultVariableType<Integer> {

        /** The only one. */
        public static final IntType INSTANCE = new IntType();

        private IntType() {
            super(isOneOf(ConfigEntries.xbyte, ConfigEntries.xshort, ConfigEntries.xint, ConfigEntries.xlong,
                ConfigEntries.xfloat, ConfigEntries.xdouble, ConfigEntries.xchar, ConfigEntries.xstring,
                ConfigEntries.xtransientstring),
                isOneOf(ConfigEntries.xbyte, ConfigEntries.xshort, ConfigEntries.xint));
        }

        @Override
        public Class<Integer> getSimpleType() {
            return Integer.class;
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(IntType.INSTANCE, LongType.INSTANCE, DoubleType.INSTANCE, StringType.INSTANCE);
        }

        @Override
        protected VariableValue<Integer> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getInt(VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<Integer> v) {
            settings.addInt(VALUE, v.get());
        }

        @Override
        protected VariableValue<Integer> newValue(final Integer v) {
            return new VariableValue<>(this, v) { };
        }

        @Override
        protected VariableValue<Integer> defaultValue() {
            return newValue(0);
        }

        @Override
        protected void overwrite(final Integer value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            EntryValue.overwrite(config, configKey, value);
        }

        @Override
        protected Integer createFrom(final Config config, final String configKey) throws InvalidConfigEntryException {
            return EntryValue.convert(config.getEntry(configKey).toStringValue(), this);
        }
    }

    /** The type of variables that hold a long integer. */
    public static final class LongType extends DefaultVariableType<Long> {

        /** The only one. */
        public static final LongType INSTANCE = new LongType();

        private LongType() {
            super(isOneOf(ConfigEntries.xlong, ConfigEntries.xfloat, ConfigEntries.xdouble, ConfigEntries.xstring,
                ConfigEntries.xtransientstring),
                isOneOf(ConfigEntries.xlong));
        }

        @Override
        public Class<Long> getSimpleType() {
            return Long.class;
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(LongType.INSTANCE, DoubleType.INSTANCE, StringType.INSTANCE);
        }

        @Override
        protected VariableValue<Long> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getLong(VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<Long> v) {
            settings.addLong(VALUE, v.get());
        }

        @Override
        protected VariableValue<Long> newValue(final Long v) {
            return new VariableValue<>(this, v) { };
        }

        @Override
        protected VariableValue<Long> defaultValue() {
            return newValue(0L);
        }

        @Override
        protected void overwrite(final Long value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            EntryValue.overwrite(config, configKey, value);
        }

        @Override
        protected Long createFrom(final Config config, final String configKey) throws InvalidConfigEntryException {
            return EntryValue.convert(config.getEntry(configKey).toStringValue(), this);
        }
    }

    /** The type of variables that hold a number. */
    public static final class DoubleType extends DefaultVariableType<Double> {

        /** The only one. */
        public static final DoubleType INSTANCE = new DoubleType();

        private DoubleType() {
            super(isOneOf(ConfigEntries.xfloat, ConfigEntries.xdouble, ConfigEntries.xstring,
                ConfigEntries.xtransientstring),
                isOneOf(ConfigEntries.xfloat, ConfigEntries.xdouble));
        }

        @Override
        public Class<Double> getSimpleType() {
            return Double.class;
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(DoubleType.INSTANCE, StringType.INSTANCE);
        }

        @Override
        protected VariableValue<Double> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getDouble(VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<Double> v) {
            settings.addDouble(VALUE, v.get());
        }

        @Override
        protected VariableValue<Double> newValue(final Double v) {
            return new VariableValue<>(this, v) { };
        }

        @Override
        protected VariableValue<Double> defaultValue() {
            return newValue(0.0);
        }

        @Override
        protected void overwrite(final Double value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            EntryValue.overwrite(config, configKey, value);
        }

        @Override
        protected Double createFrom(final Config config, final String configKey) throws InvalidConfigEntryException {
            return EntryValue.convert(config.getEntry(configKey).toStringValue(), this);
        }
    }

    /** The type of variables that hold a string. */
    public static final class StringType extends DefaultVariableType<String> {

        /** The only one. */
        public static final StringType INSTANCE = new StringType();

        private StringType() {
            super(isOneOf(ConfigEntries.xboolean, ConfigEntries.xchar, ConfigEntries.xstring,
                ConfigEntries.xtransientstring),
                isOneOf(ConfigEntries.xchar, ConfigEntries.xstring));
        }

        @Override
        public Class<String> getSimpleType() {
            return String.class;
        }

        @Override
        public Set<VariableType<?>> getConvertibleTypes() {
            return Set.of(StringType.INSTANCE, BooleanType.INSTANCE);
        }

        @Override
        protected VariableValue<String> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
            return newValue(settings.getString(VALUE));
        }

        @Override
        protected void saveValue(final NodeSettingsWO settings, final VariableValue<String> v) {
            settings.addString(VALUE, v.get());
        }

        @Override
        protected VariableValue<String> newValue(final String v) {
            return new VariableValue<>(this, v) { };
        }

        @Override
        protected VariableValue<String> defaultValue() {
            return newValue("");
        }

        @Override
        protected void overwrite(final String value, final Config config, final String configKey)
            throws InvalidConfigEntryException {
            EntryValue.overwrite(config, configKey, value);
        }

        @Override
        protected String createFrom(final Config config, final String configKey) throws InvalidConfigEntryException {
            return EntryValue.convert(config.getEntry(configKey).toStringValue(), this);
        }
    }
}
