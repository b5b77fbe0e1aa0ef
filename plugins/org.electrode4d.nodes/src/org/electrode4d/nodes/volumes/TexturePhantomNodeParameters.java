// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.electrode4d.correlation.GridPlacement;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.Deformations;
import org.electrode4d.phantom.Detector;
import org.electrode4d.phantom.PhantomSettings;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
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
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Texture Phantom. */
final class TexturePhantomNodeParameters implements NodeParameters {

    @Section(title = "Motion")
    interface MotionSection {
    }

    @Section(title = "Image")
    @After(MotionSection.class)
    interface ImageSection {
    }

    @Section(title = "True field")
    @After(ImageSection.class)
    interface TruthSection {
    }

    static final class MotionReference implements ParameterReference<PhantomMotion> {
    }

    static final class IsHomogeneous implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MotionReference.class).isOneOf(PhantomMotion.HOMOGENEOUS);
        }
    }

    static final class HasStrainZ implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MotionReference.class).isOneOf(PhantomMotion.HOMOGENEOUS, PhantomMotion.STRAIN_GRADIENT);
        }
    }

    static final class IsShearBand implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MotionReference.class).isOneOf(PhantomMotion.SHEAR_BAND);
        }
    }

    @Layout(MotionSection.class)
    @Widget(title = "Motion", description = "What happens between the two states.")
    @ValueReference(MotionReference.class)
    PhantomMotion m_motion = PhantomMotion.HOMOGENEOUS;

    @Layout(MotionSection.class)
    @Widget(title = "Strain along z [-]", description = "0.04 makes the sample 4 % thicker. In a strain gradient, the "
        + "strain at the far side.")
    @Effect(predicate = HasStrainZ.class, type = EffectType.SHOW)
    double m_strainZ = 0.04;

    @Layout(MotionSection.class)
    @Widget(title = "Strain along x [-]", description = "Positive is growth.")
    @Effect(predicate = IsHomogeneous.class, type = EffectType.SHOW)
    double m_strainX = 0.01;

    @Layout(MotionSection.class)
    @Widget(title = "Strain along y [-]", description = "Positive is growth.")
    @Effect(predicate = IsHomogeneous.class, type = EffectType.SHOW)
    double m_strainY;

    @Layout(MotionSection.class)
    @Widget(title = "Rotation about z [°]", description = "About the centre of the volume, after the stretch.")
    @Effect(predicate = IsHomogeneous.class, type = EffectType.SHOW)
    double m_rotation = 0.5;

    @Layout(MotionSection.class)
    @Widget(title = "Shift along x [voxel]", description = "Displacement of the centre of the volume.")
    @Effect(predicate = IsHomogeneous.class, type = EffectType.SHOW)
    double m_shiftX = 1.3;

    @Layout(MotionSection.class)
    @Widget(title = "Shift along y [voxel]", description = "Displacement of the centre of the volume.")
    @Effect(predicate = IsHomogeneous.class, type = EffectType.SHOW)
    double m_shiftY = -0.7;

    @Layout(MotionSection.class)
    @Widget(title = "Shift along z [voxel]", description = "Displacement of the centre of the volume.")
    @Effect(predicate = IsHomogeneous.class, type = EffectType.SHOW)
    double m_shiftZ = 2.4;

    @Layout(MotionSection.class)
    @Widget(title = "Slip [voxel]", description = "Half of the relative displacement of the two halves along z.")
    @Effect(predicate = IsShearBand.class, type = EffectType.SHOW)
    double m_slip = 1.5;

    @Layout(MotionSection.class)
    @Widget(title = "Half width of the band [voxel]", description = "Over which the displacement changes.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsShearBand.class, type = EffectType.SHOW)
    double m_halfWidth = 2;

    @Layout(ImageSection.class)
    @Widget(title = "Edge length [voxel]", description = "Of the cube that is rendered.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_size = 160;

    @Layout(ImageSection.class)
    @Widget(title = "Voxel size [µm]", description = "Edge length of a voxel.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_voxelSize = 0.05;

    @Layout(ImageSection.class)
    @Widget(title = "Texture", description = "What the sample looks like.")
    @ValueSwitchWidget
    PhantomTexture m_texture = PhantomTexture.BLOBS;

    @Advanced
    @Layout(ImageSection.class)
    @Widget(title = "Signal to noise [-]", description = "Standard deviation of the texture over that of the Gaussian "
        + "noise, which differs between the two states. 0 makes no noise.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_signalToNoise;

    @Advanced
    @Layout(ImageSection.class)
    @Widget(title = "Seed", description = "Equal seeds make equal phantoms.")
    long m_seed = 1;

    @Layout(TruthSection.class)
    @Widget(title = "Node spacing [voxel]", description = "Distance of the nodes at which the true field is given. Set "
        + "it to the finest node spacing of the Local Correlation, and both have the same nodes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_nodeSpacing = 20;

    PhantomSettings settings() throws InvalidSettingsException {
        try {
            final Detector detector = m_signalToNoise > 0
                ? Detector.NOISE_FREE.withNoise(m_signalToNoise, m_seed) : Detector.NOISE_FREE;
            return new PhantomSettings(new Shape(m_size, m_size, m_size), VoxelSize.isotropic(m_voxelSize),
                m_texture.of(m_seed), detector);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** The motion in voxels of this volume. */
    Deformation motion(final Shape shape) throws InvalidSettingsException {
        try {
            final Point centre = Deformations.centre(shape);
            return switch (m_motion) {
                case HOMOGENEOUS -> homogeneous(centre);
                case STRAIN_GRADIENT -> Deformations.axialGradient(m_strainZ, shape.z());
                case SHEAR_BAND -> Deformations.jump(new Point(0, 0, m_slip), new Point(0, 1, 0), centre, m_halfWidth);
                case NONE -> Deformations.identity();
            };
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private Deformation homogeneous(final Point centre) {
        final double[] stretch = {1 + m_strainX, 0, 0, 0, 1 + m_strainY, 0, 0, 0, 1 + m_strainZ};
        return Deformations.affine(stretch, Point.ORIGIN, centre)
            .andThen(Deformations.rigid(new Point(0, 0, m_rotation), new Point(m_shiftX, m_shiftY, m_shiftZ), centre));
    }

    NodeGrid grid(final Shape shape) {
        return GridPlacement.CENTRED.place(shape, m_nodeSpacing);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_nodeSpacing < 1) {
            throw new InvalidSettingsException("'Node spacing [voxel]' is " + m_nodeSpacing
                + ", but must be at least 1.");
        }
        motion(settings().shape());
    }
}
