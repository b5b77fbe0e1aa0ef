// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.List;

import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.superpixel.RegionRule;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.text.TextAreaWidget;

/** Parameters of the Superpixel Classifier. */
final class SuperpixelClassifierNodeParameters implements NodeParameters {

    static final class SourceReference implements ParameterReference<RegionClassSource> {
    }

    static final class FromRules implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(RegionClassSource.RULES);
        }
    }

    static final class FromColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(RegionClassSource.COLUMN);
        }
    }

    /** Offers the columns of classes of the second input. */
    static final class ClassColumns extends CompatibleColumnsProvider {

        ClassColumns() {
            super(StringValue.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return ColumnSelectionUtil.getCompatibleColumns(input, 1, StringValue.class);
        }
    }

    @Widget(title = "Superpixels", description = "Column of the first input with the labels of regions.")
    @ChoicesProvider(VolumeColumns.class)
    String m_labelColumn = SuperpixelsNodeFactory.SUPERPIXELS;

    @Widget(title = "Class from", description = "What tells the class of a region.")
    @ValueSwitchWidget
    @ValueReference(SourceReference.class)
    RegionClassSource m_source = RegionClassSource.RULES;

    @Widget(title = "Rules", description = "One a line: the name of a class, a colon, and conditions that must all "
        + "hold, with semicolons between them: <tt>Silicon: mean &gt; 160; sd &lt; 12</tt>. Features are the columns "
        + "of numbers of the second input, without their units: <tt>mean</tt>, <tt>sd</tt>, <tt>minimum</tt>, "
        + "<tt>maximum</tt>, <tt>voxels</tt>, <tt>area</tt>, <tt>part above</tt>, <tt>centre z</tt>, or what you "
        + "added. Comparisons are &lt; &lt;= &gt; &gt;= =. The first rule that holds counts; one without conditions "
        + "takes all regions that are left.")
    @TextAreaWidget(rows = 6)
    @Effect(predicate = FromRules.class, type = EffectType.SHOW)
    String m_rules = "Solid: part above > 50\nPore:";

    @Widget(title = "Class column", description = "Column of the second input with the name of the class.")
    @ChoicesProvider(ClassColumns.class)
    @Effect(predicate = FromColumn.class, type = EffectType.SHOW)
    String m_classColumn = "";

    @Advanced
    @Widget(title = "Order of classes", description = "Names of classes, with commas between them, that get the labels "
        + "1, 2, ... Others follow. Empty takes the order of the rules, or that of the table.")
    String m_order = "";

    SuperpixelClassifierNodeParameters() {
    }

    SuperpixelClassifierNodeParameters(final NodeParametersInput input) {
        m_labelColumn = VolumeColumns.preferred(input, m_labelColumn);
        final List<String> classes = ColumnSelectionUtil.getCompatibleColumns(input, 1, StringValue.class).stream()
            .map(DataColumnSpec::getName).filter(name -> !name.equals(SuperpixelFeatureTable.ROW)).toList();
        m_classColumn = classes.isEmpty() ? "" : classes.get(classes.size() - 1);
    }

    List<RegionRule> rules() throws InvalidSettingsException {
        try {
            return RegionRule.parse(m_rules);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** The classes that come first. */
    List<String> order() throws InvalidSettingsException {
        if (!m_order.isBlank()) {
            return List.of(m_order.strip().split("\\s*,\\s*"));
        }
        return m_source == RegionClassSource.RULES ? rules().stream().map(RegionRule::className).distinct().toList()
            : List.of();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_source == RegionClassSource.RULES) {
            rules();
        }
    }
}
