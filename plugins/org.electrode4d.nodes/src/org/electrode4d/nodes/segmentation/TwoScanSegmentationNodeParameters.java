// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.morphology.SolidClass;
import org.electrode4d.segmentation.morphology.TwoScanSettings;
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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Two-Scan Segmentation. */
final class TwoScanSegmentationNodeParameters implements NodeParameters {

    static final class AutomaticReference implements ParameterReference<Boolean> {
    }

    static final class HasSolidThreshold implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(AutomaticReference.class).isFalse();
        }
    }

    @Widget(title = "Sharp scan", description = "Column with the scan of high resolution, which tells solid from pore. "
        + "The result has its voxels.")
    @ChoicesProvider(VolumeColumns.class)
    String m_sharpColumn = SeriesColumns.VOLUME;

    @Widget(title = "Scan of contrast", description = "Column with the scan that tells the solids from each other, "
        + "registered to the sharp one. Its voxels may be larger: positions in µm count.")
    @ChoicesProvider(VolumeColumns.class)
    String m_contrastColumn = "Contrast";

    @Widget(title = "Classes", description = "Names of the solids from dark to bright in the scan of contrast, "
        + "separated by commas. They get the labels 1, 2, ...; pore is 0.")
    String m_classes = "Graphite, CBD, Silicon";

    @Widget(title = "Thresholds [grey value]", description = "Of the scan of contrast between the classes, ascending, "
        + "one fewer than classes: <tt>24500, 41500</tt>. Empty takes those of multi-Otsu over the solid of each scan.")
    String m_thresholds = "";

    @Widget(title = "Find the threshold of solid", description = "Takes Otsu's threshold of the sharp scan.")
    @ValueReference(AutomaticReference.class)
    boolean m_automaticSolid = true;

    @Widget(title = "Threshold of solid [grey value]", description = "What is brighter in the sharp scan is solid.")
    @Effect(predicate = HasSolidThreshold.class, type = EffectType.SHOW)
    double m_solid;

    @Widget(title = "Blur of the scan of contrast [µm]", description = "Standard deviation by which it is less sharp "
        + "than the other: about 0.42 times its resolution. The pores, known from the sharp scan, are taken out of "
        + "it with this blur before thresholds are applied. 0 leaves it as it is.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_blur;

    @Widget(title = "Rim [µm]", description = "A voxel that has something brighter and something darker (pore "
        + "included) within this distance is doubtful, because the blurred scan passes through its class there; it "
        + "gets the class of the nearest voxel without doubt. About half of the resolution of the scan of contrast; 0 "
        + "for no doubt.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_rim = 0.05;

    @Advanced
    @Widget(title = "Opening radii [µm]", description = "One per class: what a ball of this radius does not fit "
        + "into is given to the nearest other class. Empty, or 0 for a class, opens nothing.")
    String m_openings = "";

    @Advanced
    @Widget(title = "Smallest objects [µm³]", description = "One per class: smaller pieces are given to the nearest "
        + "other class. Empty, or 0 for a class, keeps all.")
    String m_smallest = "";

    @Advanced
    @Widget(title = "Closing radii [µm]", description = "One per class: gaps that a ball of this radius does not "
        + "fit into are filled where the solid has no class. Empty, or 0 for a class, closes nothing.")
    String m_closings = "";

    @Advanced
    @Widget(title = "Classes without holes", description = "Names of the classes in which holes without a class of "
        + "their own are filled, separated by commas.")
    String m_filled = "";

    TwoScanSegmentationNodeParameters() {
    }

    TwoScanSegmentationNodeParameters(final NodeParametersInput input) {
        m_sharpColumn = VolumeColumns.scan(input);
        m_contrastColumn = VolumeColumns.named(input, "Contrast");
    }

    TwoScanSettings settings() throws InvalidSettingsException {
        final List<String> names = names(m_classes);
        final List<Double> openings = perClass(m_openings, "Opening radii [µm]", names);
        final List<Double> closings = perClass(m_closings, "Closing radii [µm]", names);
        final List<Double> smallest = perClass(m_smallest, "Smallest objects [µm³]", names);
        final List<String> filled = names(m_filled);
        if (!names.containsAll(filled)) {
            throw new InvalidSettingsException("'Classes without holes' is '" + m_filled + "', but the classes are "
                + String.join(", ", names) + ".");
        }
        try {
            final List<SolidClass> classes = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                classes.add(new SolidClass(names.get(i), openings.get(i), closings.get(i), smallest.get(i),
                    filled.contains(names.get(i))));
            }
            return new TwoScanSettings(m_automaticSolid ? OptionalDouble.empty() : OptionalDouble.of(m_solid), classes,
                NumberList.decimals(m_thresholds, "Thresholds [grey value]"), m_rim, m_blur);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static List<String> names(final String text) {
        return Arrays.stream(text.split("[,;]")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static List<Double> perClass(final String text, final String title, final List<String> names)
        throws InvalidSettingsException {
        final List<Double> numbers = NumberList.decimals(text, title);
        if (numbers.isEmpty()) {
            return names.stream().map(name -> 0.0).toList();
        }
        if (numbers.size() != names.size()) {
            throw new InvalidSettingsException("'" + title + "' is '" + text + "', but needs one number for each of "
                + "the " + names.size() + " classes " + String.join(", ", names) + ".");
        }
        return numbers;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_sharpColumn.equals(m_contrastColumn)) {
            throw new InvalidSettingsException("The sharp scan and the scan with contrast are both '" + m_sharpColumn
                + "'. Choose two columns.");
        }
        settings();
    }
}
