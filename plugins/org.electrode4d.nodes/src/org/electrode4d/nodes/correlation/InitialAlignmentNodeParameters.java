// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.Optional;

import org.electrode4d.correlation.InitialTransformation;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.NameTemplate;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.Point;
import org.knime.core.data.DataColumnSpec;
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
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Initial Alignment. */
final class InitialAlignmentNodeParameters implements NodeParameters {

    private static final int SMALLEST = 16;
    private static final int LARGEST = 4096;

    @Section(title = "Scans")
    interface ScansSection {
    }

    @Section(title = "Transformation")
    @After(ScansSection.class)
    interface TransformationSection {
    }

    @Section(title = "Preview")
    @After(TransformationSection.class)
    interface PreviewSection {
    }

    interface SourceReference extends ParameterReference<TransformationSource> {
    }

    interface CentreReference extends ParameterReference<RotationCentre> {
    }

    static final class IsEntered implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(TransformationSource.ENTERED);
        }
    }

    static final class HasOwnCentre implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(TransformationSource.ENTERED)
                .and(i.getEnum(CentreReference.class).isOneOf(RotationCentre.ENTERED));
        }
    }

    @Layout(ScansSection.class)
    @Widget(title = "Volumes", description = "Column with the scans of the series, in the order of time.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = "";

    @Layout(ScansSection.class)
    @Widget(title = "Pairs", description = "Which scans are compared. As in the <i>Global Registration</i>.")
    @ValueSwitchWidget
    Pairing m_pairing = Pairing.CONSECUTIVE;

    @Layout(ScansSection.class)
    @Widget(title = "Only for steps", description = "Names of the deformed scans whose pairs get the transformation, "
        + "such as <tt>T3</tt> or <tt>T1*, T20</tt>: <tt>*</tt> stands for any text, <tt>?</tt> for one character. "
        + "Empty takes all. The other pairs keep what they had, so that several of these nodes in a row give every "
        + "pair its own transformation.")
    String m_steps = "";

    @Advanced
    @Layout(ScansSection.class)
    @Widget(title = "Keep from", description = "Only where the input is a table of pairs: column with the deformation "
        + "that pairs keep which get no transformation here. Volumes and pairs are then those of the table, whatever "
        + "is set above.")
    @ChoicesProvider(FieldColumns.class)
    String m_startColumn = "";

    @Layout(TransformationSection.class)
    @Widget(title = "Numbers", description = "Where the transformation comes from.")
    @ValueSwitchWidget
    @ValueReference(SourceReference.class)
    TransformationSource m_source = TransformationSource.ENTERED;

    @Layout(TransformationSection.class)
    @Widget(title = "Translation x [µm]", description = "How far the centre of the sample moved from the reference to "
        + "the deformed scan, along x. If a feature is at x = 10 µm in the reference and at 14 µm in the deformed "
        + "scan, enter 4.")
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_translationX;

    @Layout(TransformationSection.class)
    @Widget(title = "Translation y [µm]", description = "Along y.")
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_translationY;

    @Layout(TransformationSection.class)
    @Widget(title = "Translation z [µm]", description = "Along z, across the electrode.")
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_translationZ;

    @Layout(TransformationSection.class)
    @Widget(title = "Rotation x [°]", description = "About the x axis, from y to z. The three numbers are the rotation "
        + "vector: it points along the axis and is as long as the angle. If only one of them is not 0, it is the "
        + "angle about that axis.")
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_rotationX;

    @Layout(TransformationSection.class)
    @Widget(title = "Rotation y [°]", description = "About the y axis, from z to x.")
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_rotationY;

    @Layout(TransformationSection.class)
    @Widget(title = "Rotation z [°]", description = "About the z axis, from x to y: clockwise in pictures of x-y "
        + "slices, where y runs downwards.")
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_rotationZ;

    @Layout(TransformationSection.class)
    @Widget(title = "Stretch x [-]", description = "Length after over length before, along x: 1 is unchanged, 1.05 "
        + "has grown by 5 %. The stretch comes before the rotation.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_stretchX = 1;

    @Layout(TransformationSection.class)
    @Widget(title = "Stretch y [-]", description = "Along y.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_stretchY = 1;

    @Layout(TransformationSection.class)
    @Widget(title = "Stretch z [-]", description = "Along z, across the electrode.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_stretchZ = 1;

    @Advanced
    @Layout(TransformationSection.class)
    @Widget(title = "Stretch xy [-]", description = "Entry of the symmetric stretch <b>U</b>: half the shear between x "
        + "and y. 0 is none.")
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_stretchXY;

    @Advanced
    @Layout(TransformationSection.class)
    @Widget(title = "Stretch xz [-]", description = "Between x and z.")
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_stretchXZ;

    @Advanced
    @Layout(TransformationSection.class)
    @Widget(title = "Stretch yz [-]", description = "Between y and z.")
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    double m_stretchYZ;

    @Advanced
    @Layout(TransformationSection.class)
    @Widget(title = "Centre", description = "About which point the sample is turned and stretched. The translation is "
        + "that of this point.")
    @ValueSwitchWidget
    @ValueReference(CentreReference.class)
    @Effect(predicate = IsEntered.class, type = EffectType.SHOW)
    RotationCentre m_centre = RotationCentre.MIDDLE;

    @Advanced
    @Layout(TransformationSection.class)
    @Widget(title = "Centre x [µm]", description = "Position in the reference.")
    @Effect(predicate = HasOwnCentre.class, type = EffectType.SHOW)
    double m_centreX;

    @Advanced
    @Layout(TransformationSection.class)
    @Widget(title = "Centre y [µm]", description = "Position in the reference.")
    @Effect(predicate = HasOwnCentre.class, type = EffectType.SHOW)
    double m_centreY;

    @Advanced
    @Layout(TransformationSection.class)
    @Widget(title = "Centre z [µm]", description = "Position in the reference.")
    @Effect(predicate = HasOwnCentre.class, type = EffectType.SHOW)
    double m_centreZ;

    @Layout(PreviewSection.class)
    @Widget(title = "Folder", description = "Where to write a picture of every pair that gets a transformation: path "
        + "of a folder, or a URL such as <tt>knime://knime.workflow/data/results</tt>. Empty writes none.")
    String m_folder = "";

    @Layout(PreviewSection.class)
    @Widget(title = "Name", description = "File name without its ending. " + NameTemplate.HELP)
    String m_nameTemplate = "{Reference step}-{Deformed step}-alignment";

    @Layout(PreviewSection.class)
    @Widget(title = "If a file exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.OVERWRITE;

    @Layout(PreviewSection.class)
    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    @Advanced
    @Layout(PreviewSection.class)
    @Widget(title = "Size [pixel]", description = "Of the longest side of the volume in the picture.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_size = 320;

    InitialAlignmentNodeParameters() {
    }

    InitialAlignmentNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = ColumnSelectionUtil.getFirstCompatibleColumnOfFirstPort(input, VolumeValue.class)
            .map(DataColumnSpec::getName).orElse("");
        m_startColumn = FieldColumns.last(input, 0);
    }

    boolean hasPreview() {
        return !m_folder.isBlank();
    }

    /** What was entered. */
    InitialTransformation transformation() throws InvalidSettingsException {
        final Optional<Point> centre = m_centre == RotationCentre.MIDDLE ? Optional.empty()
            : Optional.of(new Point(m_centreX, m_centreY, m_centreZ));
        try {
            final InitialTransformation transformation = InitialTransformation.none()
                .withTranslation(new Point(m_translationX, m_translationY, m_translationZ))
                .withRotation(new Point(m_rotationX, m_rotationY, m_rotationZ))
                .withStretch(m_stretchX, m_stretchY, m_stretchZ, m_stretchXY, m_stretchXZ, m_stretchYZ);
            return centre.map(transformation::withCentre).orElse(transformation);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        transformation();
        new NameTemplate(m_nameTemplate);
        if (m_size < SMALLEST || m_size > LARGEST) {
            throw new InvalidSettingsException("'Size [pixel]' is " + m_size + ", but must lie between " + SMALLEST
                + " and " + LARGEST + ".");
        }
    }
}
