// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import org.electrode4d.embedded.execution.ParameterPath;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * The argument {@code nodeID,name,value,type} of {@code -option}: sets one parameter of one node. The name may lead
 * through groups ({@code noise/amplitude}); the value may hold commas.
 *
 * @param node number of the node; -1 for the path of a node inside a metanode, which no flat workflow has
 * @param name key of the parameter, with the keys of its groups before it
 * @param value the value as text
 * @param type int, long, short, byte, boolean, char, float, double, String, StringCell, DoubleCell, IntCell or LongCell
 */
record NodeOption(int node, String name, String value, String type) {

    private static final String FORM = "Expected -option=nodeID,name,value,type with type int, long, short, byte, "
        + "boolean, char, float, double, String, StringCell, DoubleCell, IntCell or LongCell.";

    static NodeOption parse(final String argument) throws CommandFailure {
        final int first = argument.indexOf(',');
        final int second = argument.indexOf(',', first + 1);
        final int last = argument.lastIndexOf(',');
        if (first < 0 || second < 0 || last <= second) {
            throw CommandFailure.arguments("-option=" + argument + " has too few parts.", FORM);
        }
        final String id = argument.substring(0, first);
        try {
            final int node = id.contains("/") ? -1 : Integer.parseInt(id);
            final NodeOption option = new NodeOption(node, argument.substring(first + 1, second),
                argument.substring(second + 1, last), argument.substring(last + 1));
            option.write(new NodeSettings("trial"), "value");
            return option;
        } catch (NumberFormatException e) {
            throw CommandFailure.arguments("-option=" + argument + ": a number is malformed (" + e.getMessage() + ").",
                FORM);
        }
    }

    /**
     * Writes the value into the parameters of a node.
     *
     * @throws InvalidSettingsException if there is no group or parameter of that name
     */
    void write(final NodeSettings model) throws InvalidSettingsException, CommandFailure {
        write(ParameterPath.parent(model, name), name.substring(name.lastIndexOf('/') + 1));
    }

    /** Writes the value under a key, as the type of this option. */
    private void write(final NodeSettings group, final String key) throws CommandFailure {
        switch (type) {
            case "int" -> group.addInt(key, Integer.parseInt(value));
            case "long" -> group.addLong(key, Long.parseLong(value));
            case "short" -> group.addShort(key, Short.parseShort(value));
            case "byte" -> group.addByte(key, Byte.parseByte(value));
            case "boolean" -> group.addBoolean(key, Boolean.parseBoolean(value));
            case "char" -> group.addChar(key, value.isEmpty() ? ' ' : value.charAt(0));
            case "float", "double" -> group.addDouble(key, Double.parseDouble(value));
            case "String" -> group.addString(key, value);
            default -> writeCell(group, key);
        }
    }

    private void writeCell(final NodeSettings group, final String key) throws CommandFailure {
        switch (type) {
            case "StringCell" -> group.addDataCell(key, new StringCell(value));
            case "DoubleCell" -> group.addDataCell(key, new DoubleCell(Double.parseDouble(value)));
            case "IntCell" -> group.addDataCell(key, new IntCell(Integer.parseInt(value)));
            case "LongCell" -> group.addDataCell(key, new LongCell(Long.parseLong(value)));
            default -> throw CommandFailure.arguments("-option for " + name + ": unknown type \"" + type + "\".", FORM);
        }
    }

    @Override
    public String toString() {
        return node + "," + name + "," + value + "," + type;
    }
}
