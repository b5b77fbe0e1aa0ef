// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.nodes.table.Columns;
import org.electrode4d.segmentation.superpixel.RegionRule;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;

/** Finds row, label and class of the regions in a table of features. */
final class RegionClassifier {

    private final int row;
    private final int region;
    /** Index of the column of classes; -1 for rules. */
    private final int classColumn;
    private final List<RegionRule> rules;
    private final Map<String, Integer> features = new HashMap<>();

    RegionClassifier(final DataTableSpec spec, final SuperpixelClassifierNodeParameters parameters)
        throws InvalidSettingsException {
        row = Columns.find(spec, SuperpixelFeatureTable.ROW, StringValue.class, "the rows that regions belong to");
        region = Columns.find(spec, SuperpixelFeatureTable.REGION, IntValue.class, "labels of regions");
        final boolean byRules = parameters.m_source == RegionClassSource.RULES;
        classColumn = byRules ? -1 : Columns.find(spec, parameters.m_classColumn, StringValue.class, "classes");
        rules = byRules ? parameters.rules() : List.of();
        for (int i = 0; i < spec.getNumColumns(); i++) {
            if (spec.getColumnSpec(i).getType().isCompatible(DoubleValue.class)) {
                features.put(spec.getColumnSpec(i).getName().replaceFirst("\\s*\\[[^\\]]*\\]$", "")
                    .toLowerCase(Locale.ROOT), i);
            }
        }
        for (final RegionRule rule : rules) {
            for (final RegionRule.Condition condition : rule.conditions()) {
                if (!features.containsKey(condition.feature())) {
                    throw new InvalidSettingsException("The rule of " + rule.className() + " asks for '"
                        + condition.feature() + "', but the regions have the features "
                        + String.join(", ", features.keySet().stream().sorted().toList()) + ".");
                }
            }
        }
    }

    /** Whether row or label are missing. */
    boolean isMissing(final DataRow data) {
        return data.getCell(row).isMissing() || data.getCell(region).isMissing();
    }

    /** ID of the row with the volume of a region. */
    String row(final DataRow data) {
        return ((StringValue)data.getCell(row)).getStringValue();
    }

    int label(final DataRow data) {
        return ((IntValue)data.getCell(region)).getIntValue();
    }

    /** Empty where no rule holds or the class is missing. */
    Optional<String> classOf(final DataRow data) {
        if (classColumn < 0) {
            return RegionRule.classify(rules, feature -> number(data.getCell(features.get(feature))));
        }
        final DataCell cell = data.getCell(classColumn);
        return cell.isMissing() ? Optional.empty() : Optional.of(((StringValue)cell).getStringValue());
    }

    private static double number(final DataCell cell) {
        return cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
    }
}
