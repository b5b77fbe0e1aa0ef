// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.Optional;

import org.electrode4d.volume.VoxelSize;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Deformation Field Reader. */
final class DeformationFieldReaderNodeParameters implements NodeParameters {

    static final class LocationReference implements ParameterReference<FieldLocation> {
    }

    static final class HasPath implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(FieldLocation.ONE_FIELD);
        }
    }

    static final class HasFolder implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(FieldLocation.FOLDER);
        }
    }

    @Widget(title = "Read", description = "Where the fields are.")
    @ValueSwitchWidget
    @ValueReference(LocationReference.class)
    FieldLocation m_location = FieldLocation.ONE_FIELD;

    @Widget(title = "Field", description = "Path of a table of SPAM (.tsv) or of a Zarr folder. A URL such as "
        + "<tt>knime://knime.workflow/data/T0-T1-ldic.tsv</tt> points into the data area of the workflow.")
    @Effect(predicate = HasPath.class, type = EffectType.SHOW)
    String m_path = "";

    @Widget(title = "Folder", description = "Path or URL of the folder that holds the fields.")
    @Effect(predicate = HasFolder.class, type = EffectType.SHOW)
    String m_folder = "";

    @Widget(title = "Name pattern", description = "Which files or folders in the folder are fields: <tt>*</tt> stands "
        + "for any text, <tt>?</tt> for one character, <tt>{a,b}</tt> for a or b. They are sorted by name, numbers by "
        + "value.")
    @Effect(predicate = HasFolder.class, type = EffectType.SHOW)
    String m_namePattern = "*.{tsv,zarr}";

    @Widget(title = "Steps", description = "How the two scans of a field are called.")
    @ValueSwitchWidget
    StepNaming m_steps = StepNaming.FROM_NAMES;

    @Widget(title = "Voxel size [µm]", description = "Edge length of a voxel of the scans. SPAM's tables hold "
        + "positions in voxels and not the size of these; Zarr folders hold it, and are not changed.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_voxelSize;

    @Advanced
    @Widget(title = "Voxel size along z [µm]", description = "Only for scans whose slices are further apart than "
        + "their pixels. 0 takes the same size along all axes.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_voxelSizeZ;

    /** Empty where none is set. */
    Optional<VoxelSize> voxelSize() {
        return m_voxelSize > 0
            ? Optional.of(new VoxelSize(m_voxelSize, m_voxelSize, m_voxelSizeZ > 0 ? m_voxelSizeZ : m_voxelSize))
            : Optional.empty();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        requireLength(m_voxelSize, "Voxel size [µm]");
        requireLength(m_voxelSizeZ, "Voxel size along z [µm]");
        if (m_voxelSizeZ > 0 && m_voxelSize == 0) {
            throw new InvalidSettingsException("'Voxel size along z [µm]' is set, but 'Voxel size [µm]' is not.");
        }
        if (m_location == FieldLocation.FOLDER && m_namePattern.isBlank()) {
            throw new InvalidSettingsException("'Name pattern' is empty. * takes everything in the folder.");
        }
    }

    private static void requireLength(final double length, final String title) throws InvalidSettingsException {
        if (!(length >= 0) || Double.isInfinite(length)) {
            throw new InvalidSettingsException("'" + title + "' is " + length + ", but must be 0 or greater.");
        }
    }
}
