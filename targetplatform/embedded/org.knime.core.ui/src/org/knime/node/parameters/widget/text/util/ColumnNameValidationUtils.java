// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.text.util;

import java.util.function.Function;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Checks names of columns: not empty, and no white space at either end. */
public final class ColumnNameValidationUtils {

    private static final String NAME = "\\S(.*\\S)?";

    private ColumnNameValidationUtils() {
    }

    /**
     * @param columnName a name, or none
     * @param invalidStateToMessage tells what is wrong
     * @throws InvalidSettingsException if it is neither empty nor a name
     */
    public static void validatePossiblyEmptyColumnName(final String columnName,
        final Function<InvalidColumnNameState, String> invalidStateToMessage) throws InvalidSettingsException {
        if (columnName == null || columnName.isEmpty()) {
            return;
        }
        if (columnName.isBlank()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.BLANK));
        }
        if (!columnName.equals(columnName.trim())) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.NOT_TRIMMED));
        }
    }

    /**
     * @param columnName a name
     * @param invalidStateToMessage tells what is wrong
     * @throws InvalidSettingsException if it is not a name
     */
    public static void validateColumnName(final String columnName,
        final Function<InvalidColumnNameState, String> invalidStateToMessage) throws InvalidSettingsException {
        if (columnName == null || columnName.isEmpty()) {
            throw new InvalidSettingsException(invalidStateToMessage.apply(InvalidColumnNameState.EMPTY));
        }
        validatePossiblyEmptyColumnName(columnName, invalidStateToMessage);
    }

    /** What is wrong with a name. */
    public enum InvalidColumnNameState {
        /** No characters. */
        EMPTY,
        /** Only white space. */
        BLANK,
        /** White space at an end. */
        NOT_TRIMMED
    }

    /** A name. */
    public static final class ColumnNameValidation extends PatternValidation {

        /** For the text input widget. */
        public ColumnNameValidation() {
        }

        @Override
        public String getPattern() {
            return NAME;
        }

        @Override
        public String getErrorMessage() {
            return "Must neither be empty nor have white space at an end.";
        }
    }

    /** A name, or nothing. */
    public static final class EmptyOrColumnNameValidation extends PatternValidation {

        /** For the text input widget. */
        public EmptyOrColumnNameValidation() {
        }

        @Override
        public String getPattern() {
            return "(" + NAME + ")?";
        }

        @Override
        public String getErrorMessage() {
            return "Must not have white space at an end.";
        }
    }
}
