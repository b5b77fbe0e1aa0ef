// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.execution.FileFolderNodeParameters;
import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.LabelNumbers;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.proximity.DistanceSettings;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
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

/** Parameters of the Phase Distances. */
final class PhaseDistancesNodeParameters implements NodeParameters {

    private static final String FROM = "Labels of the first phase";
    private static final String TO = "Labels of the second phase";

    @Section(title = "Phases")
    interface PhasesSection {
    }

    @Section(title = "Distances")
    @After(PhasesSection.class)
    interface DistancesSection {
    }

    @Section(title = "Pictures")
    @After(DistancesSection.class)
    interface PicturesSection {
    }

    @Section(title = "Surfaces for MeshLab and ParaView", description = "The surface of the first phase with its "
        + "distances, a PLY file per scan; only of surfaces of triangles. MeshLab shows the distances as quality, all "
        + "programs as colours from 0 (dark) to the largest (yellow).")
    @Advanced
    @After(PicturesSection.class)
    interface SurfacesSection {
    }

    static final class PlacesReference implements ParameterReference<DistancePlaces> {
    }

    static final class MaskReference implements ParameterReference<Boolean> {
    }

    static final class IsSurface implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(PlacesReference.class).isOneOf(DistancePlaces.SURFACE);
        }
    }

    static final class HasMask implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(MaskReference.class).isTrue();
        }
    }

    @Layout(PhasesSection.class)
    @Widget(title = "Phases", description = "Column with volumes in which every phase has a label.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Phases";

    @Layout(PhasesSection.class)
    @Widget(title = FROM, description = "From where distances are measured, such as the pore: <tt>0</tt>.")
    String m_from = "0";

    @Layout(PhasesSection.class)
    @Widget(title = TO, description = "To where distances are measured, such as silicon or all active material: "
        + "<tt>2, 3</tt>. The other direction is measured as well.")
    String m_to = "3";

    @Advanced
    @Layout(PhasesSection.class)
    @Widget(title = "Only a part of the first phase", description = "Looks at those voxels of the first phase that are "
        + "inside of a mask, such as the pores that are connected with the surface of the electrode. Where the mask "
        + "cuts the phase is surface, too.")
    @ValueReference(MaskReference.class)
    boolean m_useMask;

    @Advanced
    @Layout(PhasesSection.class)
    @Widget(title = "Mask", description = "Column with volumes of the same shape, 0 outside.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = HasMask.class, type = EffectType.SHOW)
    String m_maskColumn = "Mask";

    @Layout(DistancesSection.class)
    @Widget(title = "Measured at", description = "Which points distances are measured from and to.")
    @ValueReference(PlacesReference.class)
    DistancePlaces m_places = DistancePlaces.SURFACE;

    @Layout(DistancesSection.class)
    @Widget(title = "Smoothing [voxel]", description = "Sigma of the Gaussian that takes the stairs of voxels off both "
        + "phases before their surfaces are made, 0 to 5. Plates thinner than 1.4 sigma and balls of less than 3 sigma "
        + "across vanish; 0 keeps every voxel.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsSurface.class, type = EffectType.SHOW)
    double m_smoothing = 1;

    @Layout(DistancesSection.class)
    @Widget(title = "Bin width [µm]", description = "Of the histogram, the same for all scans so that they compare. 0 "
        + "takes the shortest edge of a voxel.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_binWidth;

    @Advanced
    @Layout(DistancesSection.class)
    @Widget(title = "Voxel distances between", description = "What a distance between voxels is between; also in the "
        + "volume of distances, where a face is half a voxel nearer. Surfaces of triangles need no correction. Where "
        + "voxels are not cubes, their mean edge counts.")
    @ValueSwitchWidget
    VoxelDistanceEnds m_ends = VoxelDistanceEnds.CENTRES;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("distances");

    @Layout(SurfacesSection.class)
    FileFolderNodeParameters m_files = new FileFolderNodeParameters("surface");

    PhaseDistancesNodeParameters() {
    }

    PhaseDistancesNodeParameters(final NodeParametersInput input) {
        m_phaseColumn = VolumeColumns.named(input, m_phaseColumn);
    }

    int[] from() throws InvalidSettingsException {
        return labels(m_from, FROM);
    }

    int[] to() throws InvalidSettingsException {
        return labels(m_to, TO);
    }

    private static int[] labels(final String text, final String title) throws InvalidSettingsException {
        final List<Integer> labels = LabelNumbers.parse(text, title);
        if (labels.isEmpty()) {
            throw new InvalidSettingsException("'" + title + "' is empty. Write for instance 0, 3.");
        }
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Bins as wide as a voxel where no width is given; in an image, as a pixel. */
    DistanceSettings settings(final Volume phase) throws InvalidSettingsException {
        final VoxelSize size = phase.voxelSize();
        final double pixel = Math.min(size.x(), size.y());
        return settings(phase.shape().z() == 1 ? pixel : Math.min(pixel, size.z()));
    }

    private DistanceSettings settings(final double voxel) throws InvalidSettingsException {
        try {
            return new DistanceSettings(m_places.points, m_ends.convention, m_smoothing,
                m_binWidth == 0 ? voxel : m_binWidth);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** Only surfaces of triangles can be written. */
    boolean hasSurfaces() {
        return m_places == DistancePlaces.SURFACE;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings(1);
        final int[] to = to();
        for (final int label : from()) {
            if (Arrays.stream(to).anyMatch(other -> other == label)) {
                throw new InvalidSettingsException("Label " + label + " is in both phases: the distance of a phase to "
                    + "itself is 0. Choose different labels.");
            }
        }
        m_files.validate();
        m_pictures.validate();
    }
}
