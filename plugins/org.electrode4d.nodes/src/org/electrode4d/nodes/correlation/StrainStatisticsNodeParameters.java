// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.HistogramBins;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainSettings;
import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.execution.OutputNames;
import org.electrode4d.nodes.table.FieldColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of Strain Statistics. */
final class StrainStatisticsNodeParameters implements NodeParameters {

    @Section(title = "Strain")
    interface StrainSection {
    }

    @Section(title = "Regions")
    @After(StrainSection.class)
    interface RegionsSection {
    }

    @Section(title = "Histograms")
    @After(RegionsSection.class)
    interface HistogramSection {
    }

    @Section(title = "Pictures")
    @After(HistogramSection.class)
    interface PicturesSection {
    }

    static final class MethodReference implements ParameterReference<StrainMethod> {
    }

    static final class SidesReference implements ParameterReference<Boolean> {
    }

    static final class CutReference implements ParameterReference<SideCut> {
    }

    static final class LabelsReference implements ParameterReference<LabelUse> {
    }

    static final class HasRadius implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(StrainMethod.LEAST_SQUARES, StrainMethod.GEERS_SPAM);
        }
    }

    static final class HasSides implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(SidesReference.class).isTrue();
        }
    }

    static final class HasShare implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(SidesReference.class).isTrue()
                .and(i.getEnum(CutReference.class).isOneOf(SideCut.SHARE));
        }
    }

    static final class HasPosition implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(SidesReference.class).isTrue()
                .and(i.getEnum(CutReference.class).isOneOf(SideCut.POSITION));
        }
    }

    static final class HasLabels implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LabelsReference.class).isOneOf(LabelUse.REGIONS, LabelUse.MASK);
        }
    }

    @Layout(StrainSection.class)
    @Widget(title = "Deformation field", description = "Column with the fields to take the strain from.")
    @ChoicesProvider(FieldColumns.class)
    String m_fieldColumn = "";

    @Layout(StrainSection.class)
    @Widget(title = "Strain", description = "Which numbers describe the strain. All are absolute: 0.01 is 1 %.")
    @ValueSwitchWidget
    StrainMeasure m_measure = StrainMeasure.FINITE;

    @Layout(StrainSection.class)
    @Widget(title = "Method", description = "Where the deformation gradient comes from.")
    @ValueReference(MethodReference.class)
    StrainMethod m_method = StrainMethod.LEAST_SQUARES;

    @Advanced
    @Layout(StrainSection.class)
    @Widget(title = "Radius [node spacings]", description = "Of the neighbourhood of the least squares method: 1.5 "
        + "takes the 18 nearest neighbours. Larger is smoother.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = HasRadius.class, type = EffectType.SHOW)
    double m_radius = 1.5;

    @Advanced
    @Layout(StrainSection.class)
    @Widget(title = "Use filled nodes", description = "Whether nodes that were filled from their neighbours count like "
        + "measured ones. Otherwise they count as points without strain.")
    boolean m_useFilled = true;

    @Layout(RegionsSection.class)
    @Widget(title = "Current collector", description = "At which end of the z axis the current collector is. Layers "
        + "are numbered from there.")
    @ValueSwitchWidget
    CollectorEnd m_collector = CollectorEnd.FIRST_SLICE;

    @Layout(RegionsSection.class)
    @Widget(title = "Collector side and separator side", description = "Besides the whole, describes the part of the "
        + "electrode at the current collector and the part at the separator.")
    @ValueReference(SidesReference.class)
    boolean m_sides = true;

    @Advanced
    @Layout(RegionsSection.class)
    @Widget(title = "Border between the sides", description = "How it is given.")
    @ValueSwitchWidget
    @ValueReference(CutReference.class)
    @Effect(predicate = HasSides.class, type = EffectType.SHOW)
    SideCut m_cut = SideCut.SHARE;

    @Advanced
    @Layout(RegionsSection.class)
    @Widget(title = "Share of the collector side [-]", description = "Of the thickness that points with strain take, "
        + "or of the mean thickness of the mask; 0.5 makes two halves. Points on the border belong to the collector "
        + "side, with a mask to both in part.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = HasShare.class, type = EffectType.SHOW)
    double m_cutShare = 0.5;

    @Advanced
    @Layout(RegionsSection.class)
    @Widget(title = "Border at z [µm]", description = "Position in the reference scan, counted like <i>Z [µm]</i> of "
        + "the nodes.")
    @Effect(predicate = HasPosition.class, type = EffectType.SHOW)
    double m_cutPosition;

    @Layout(RegionsSection.class)
    @Widget(title = "Layers", description = "So many layers of equal thickness are described too, from the current "
        + "collector to the separator. 0 for none.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_layers;

    @Layout(RegionsSection.class)
    @Widget(title = "Labels", description = "What labels of the reference scan are used for: phases, particles, or a "
        + "mask of the electrode. A point has the label of the voxel that it lies in.")
    @ValueReference(LabelsReference.class)
    LabelUse m_labelUse = LabelUse.NONE;

    @Layout(RegionsSection.class)
    @Widget(title = "Labels of the reference", description = "Column with volumes of labels (whole numbers, 0 is the "
        + "background) of the reference scan of each pair: of the second input, whose rows are found by <i>Step</i>, or "
        + "of the fields where the second input is not connected.")
    @ChoicesProvider(LabelColumns.class)
    @Effect(predicate = HasLabels.class, type = EffectType.SHOW)
    String m_labelColumn = "";

    @Layout(HistogramSection.class)
    @Widget(title = "From [strain]", description = "Lower edge of the first bin: -0.5 is a shrinkage by 50 %. Bins are "
        + "the same at every step. For stretches, which are 1 where nothing is deformed, 1 is added.")
    double m_histogramFrom = -0.5;

    @Layout(HistogramSection.class)
    @Widget(title = "To [strain]", description = "Upper edge of the last bin: 1.5 is a growth by 150 %. Values outside "
        + "are counted in the table of statistics.")
    double m_histogramTo = 1.5;

    @Layout(HistogramSection.class)
    @Widget(title = "Bins", description = "Number of bins of equal width.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = 80;

    @Advanced
    @Layout(HistogramSection.class)
    @Widget(title = "Rotations up to [°]", description = "Histograms of rotations go from minus to plus this angle.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_histogramAngle = 30;

    @Layout(PicturesSection.class)
    @Widget(title = "Picture folder", description = "Path of a folder for PNG pictures of every component: mean and "
        + "scatter over the steps, and histograms; or a URL such as <tt>knime://knime.workflow/data/results</tt> in "
        + "the data area of the workflow. Empty for no pictures.")
    String m_folder = "";

    @Layout(PicturesSection.class)
    @Widget(title = "Name", description = "How file names begin; the component is added.")
    String m_name = "strain";

    @Layout(PicturesSection.class)
    @Widget(title = "If a file exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Layout(PicturesSection.class)
    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    StrainStatisticsNodeParameters() {
    }

    StrainStatisticsNodeParameters(final NodeParametersInput input) {
        m_fieldColumn = FieldColumns.last(input, 0);
    }

    StrainSettings settings() throws InvalidSettingsException {
        try {
            return new StrainSettings(m_method.method, m_radius, m_useFilled);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** The bins that suit a component. */
    HistogramBins bins(final StrainComponent component) {
        return component.unit().isEmpty()
            ? new HistogramBins(m_histogramFrom, m_histogramTo, m_bins).shifted(component.undeformed())
            : new HistogramBins(-m_histogramAngle, m_histogramAngle, m_bins);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
        if (m_sides && m_cut == SideCut.SHARE && !(m_cutShare > 0 && m_cutShare < 1)) {
            throw new InvalidSettingsException("'Share of the collector side [-]' is " + m_cutShare
                + ", but must lie between 0 and 1.");
        }
        if (m_layers < 0) {
            throw new InvalidSettingsException("'Layers' is " + m_layers + ", but must be 0 or greater.");
        }
        OutputNames.requireBeginning(m_name, "Name");
        try {
            bins(StrainComponent.VOLUMETRIC);
            bins(StrainComponent.ROTATION_X);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
