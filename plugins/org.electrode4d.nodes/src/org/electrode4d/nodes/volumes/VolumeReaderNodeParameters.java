// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.StringValue;
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
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Volume Reader. */
final class VolumeReaderNodeParameters implements NodeParameters {

    @Section(title = "Scans")
    interface ScansSection {
    }

    @Section(title = "Voxels")
    @After(ScansSection.class)
    interface VoxelsSection {
    }

    static final class LocationReference implements ParameterReference<ScanLocation> {
    }

    static final class HasPath implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(ScanLocation.ONE_SCAN, ScanLocation.TWO_SCANS);
        }
    }

    static final class HasSecondPath implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(ScanLocation.TWO_SCANS);
        }
    }

    static final class HasFolder implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(ScanLocation.FOLDER);
        }
    }

    static final class HasTable implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(ScanLocation.TABLE);
        }
    }

    static final class PathColumns extends StringColumnsProvider {
    }

    @Layout(ScansSection.class)
    @Widget(title = "Read", description = "Where the scans are.")
    @ValueSwitchWidget
    @ValueReference(LocationReference.class)
    ScanLocation m_location = ScanLocation.ONE_SCAN;

    @Layout(ScansSection.class)
    @Widget(title = "Scan", description = "Path of a TIFF, MetaImage (.mhd, .mha) or NumPy (.npy) file, of an "
        + "OME-Zarr folder, of a folder of TIFF slices, or of a data set in an HDF5 file "
        + "(<tt>scan.h5/volume/raw</tt>). A URL such as "
        + "<tt>knime://knime.workflow/data/scan.tif</tt> points into the data area of the workflow. With two scans, "
        + "this is the reference, T0.")
    @Effect(predicate = HasPath.class, type = EffectType.SHOW)
    String m_path = "";

    @Layout(ScansSection.class)
    @Widget(title = "Second scan", description = "Path of the deformed scan, T1.")
    @Effect(predicate = HasSecondPath.class, type = EffectType.SHOW)
    String m_secondPath = "";

    @Layout(ScansSection.class)
    @Widget(title = "Folder", description = "Path or URL of the folder that holds the scans of the series.")
    @Effect(predicate = HasFolder.class, type = EffectType.SHOW)
    String m_folder = "";

    @Layout(ScansSection.class)
    @Widget(title = "Name pattern", description = "Which files or folders in the folder are scans: <tt>*</tt> stands "
        + "for any text, <tt>?</tt> for one character, <tt>{a,b}</tt> for a or b. Sorted by name, numbers by value, "
        + "they become the steps T0, T1, and so on.")
    @Effect(predicate = HasFolder.class, type = EffectType.SHOW)
    String m_namePattern = "*.{tif,tiff}";

    @Layout(ScansSection.class)
    @Widget(title = "Column with paths", description = "Column of the input table with one path or URL per row. "
        + "Columns <i>Step</i>, <i>Time [h]</i>, <i>Potential [V]</i> and <i>State of charge [%]</i> of the input "
        + "table are taken over.")
    @Effect(predicate = HasTable.class, type = EffectType.SHOW)
    @ChoicesProvider(PathColumns.class)
    String m_pathColumn = "";

    @Layout(VoxelsSection.class)
    @Widget(title = "Voxel size [µm]", description = "Edge length of a voxel. 0 takes the size that is stored in the "
        + "file; if the file holds none, the node stops and asks for it: every length and every strain rate that is "
        + "computed later depends on it.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_voxelSize;

    @Advanced
    @Layout(VoxelsSection.class)
    @Widget(title = "Voxel size along z [µm]", description = "Only for scans whose slices are further apart than "
        + "their pixels. 0 takes the same size along all axes.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_voxelSizeZ;

    @Advanced
    @Layout(VoxelsSection.class)
    @Widget(title = "Slice pattern", description = "Which files of a folder of slices belong to the volume. Sorted by "
        + "name, numbers by value, they are stacked along z.")
    String m_slicePattern = "*.{tif,tiff}";

    @Advanced
    @Layout(VoxelsSection.class)
    @Widget(title = "Import voxels", description = "Copies the voxels into the workflow. The workflow can then be "
        + "moved without the scans, but becomes as large as they are. Otherwise the table refers to the files, "
        + "which have to stay where they are.")
    boolean m_importVoxels;

    VolumeReaderNodeParameters() {
    }

    VolumeReaderNodeParameters(final NodeParametersInput input) {
        m_pathColumn = ColumnSelectionUtil.getFirstCompatibleColumnOfFirstPort(input, StringValue.class)
            .map(DataColumnSpec::getName).orElse("");
        if (!m_pathColumn.isEmpty()) {
            m_location = ScanLocation.TABLE;
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        requireLength(m_voxelSize, "Voxel size [µm]");
        requireLength(m_voxelSizeZ, "Voxel size along z [µm]");
        if (m_voxelSizeZ > 0 && m_voxelSize == 0) {
            throw new InvalidSettingsException("'Voxel size along z [µm]' is set, but 'Voxel size [µm]' is not.");
        }
        if (m_slicePattern.isBlank()) {
            throw new InvalidSettingsException("'Slice pattern' is empty. *.tif takes every TIFF file.");
        }
        if (m_location == ScanLocation.FOLDER && m_namePattern.isBlank()) {
            throw new InvalidSettingsException("'Name pattern' is empty. * takes everything in the folder.");
        }
    }

    private static void requireLength(final double length, final String title) throws InvalidSettingsException {
        if (!(length >= 0) || Double.isInfinite(length)) {
            throw new InvalidSettingsException("'" + title + "' is " + length + ", but must be 0 or greater.");
        }
    }
}
