// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.table.LabelMapping;
import org.electrode4d.nodes.table.LabelNames;
import org.electrode4d.nodes.table.LabelNumbers;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
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
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.StringColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Label Reader. */
final class LabelReaderNodeParameters implements NodeParameters {

    @Section(title = "Files")
    interface FilesSection {
    }

    @Section(title = "Slices")
    @After(FilesSection.class)
    interface SlicesSection {
    }

    @Section(title = "Meaning")
    @After(SlicesSection.class)
    interface MeaningSection {
    }

    static final class LocationReference implements ParameterReference<LabelLocation> {
    }

    static final class ContentReference implements ParameterReference<LabelContent> {
    }

    static final class IsFile implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(LabelLocation.ONE_FILE);
        }
    }

    static final class IsFolder implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(LabelLocation.FOLDER);
        }
    }

    static final class IsTable implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(LabelLocation.TABLE);
        }
    }

    static final class HasSlices implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ContentReference.class).isOneOf(LabelContent.SLICES);
        }
    }

    static final class PathColumns extends StringColumnsProvider {
    }

    @Layout(FilesSection.class)
    @Widget(title = "Read", description = "Where the labels are.")
    @ValueSwitchWidget
    @ValueReference(LocationReference.class)
    LabelLocation m_location = LabelLocation.ONE_FILE;

    @Layout(FilesSection.class)
    @Widget(title = "Labels", description = "Path of a TIFF, ilastik HDF5 (.h5), MetaImage (.mhd, .mha) or NumPy "
        + "(.npy) file, of an OME-Zarr folder, or of a folder of TIFF slices. A URL such as "
        + "<tt>knime://knime.workflow/data/labels.tif</tt> points into the data area of the workflow.")
    @Effect(predicate = IsFile.class, type = EffectType.SHOW)
    String m_path = "";

    @Layout(FilesSection.class)
    @Widget(title = "Step", description = "Name of the scan of the series that the labels belong to, such as "
        + "<tt>T3</tt>. Empty for the first one.")
    @Effect(predicate = IsFile.class, type = EffectType.SHOW)
    String m_step = "";

    @Layout(FilesSection.class)
    @Widget(title = "Folder", description = "Path or URL of the folder that holds the labels.")
    @Effect(predicate = IsFolder.class, type = EffectType.SHOW)
    String m_folder = "";

    @Layout(FilesSection.class)
    @Widget(title = "Name pattern", description = "Which files or folders in the folder are labels: <tt>*</tt> stands "
        + "for any text, <tt>?</tt> for one character, <tt>{a,b}</tt> for a or b.")
    @Effect(predicate = IsFolder.class, type = EffectType.SHOW)
    String m_namePattern = "*.{tif,tiff,h5,zarr}";

    @Layout(FilesSection.class)
    @Widget(title = "Files find their scans", description = "How it is known which scan a file belongs to.")
    @ValueSwitchWidget
    @Effect(predicate = IsFolder.class, type = EffectType.SHOW)
    LabelMatching m_matching = LabelMatching.STEP;

    @Layout(FilesSection.class)
    @Widget(title = "Column with paths", description = "Column of the input table with the path or URL of the labels "
        + "of each scan. A scan without a path has no labels.")
    @Effect(predicate = IsTable.class, type = EffectType.SHOW)
    @ChoicesProvider(PathColumns.class)
    String m_pathColumn = "";

    @Layout(FilesSection.class)
    @Widget(title = "Volumes", description = "Column of the input table with the scans that were labelled. Labels take "
        + "over voxel size and position of the scan, and must have its shape.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Layout(SlicesSection.class)
    @Widget(title = "Files hold", description = "Labels of whole scans or of single slices. Where labels are of single "
        + "slices, all other voxels of the scan count as not labelled.")
    @ValueSwitchWidget
    @ValueReference(ContentReference.class)
    LabelContent m_content = LabelContent.VOLUMES;

    @Layout(SlicesSection.class)
    @Widget(title = "Slices", description = "Where in the scan the labelled slices are: <tt>12, 40, 77</tt>, in the "
        + "order of the files or pages. Empty takes the last number in the name of each file, such as 120 in "
        + "T3-z0120.tif.")
    @Effect(predicate = HasSlices.class, type = EffectType.SHOW)
    String m_slices = "";

    @Layout(SlicesSection.class)
    @Widget(title = "Number of the first slice", description = "From where slices are counted: 0, or 1 as in ImageJ.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasSlices.class, type = EffectType.SHOW)
    int m_firstSlice;

    @Layout(SlicesSection.class)
    @Widget(title = "Plane", description = "The plane of the labelled slices.")
    @ValueSwitchWidget
    @Effect(predicate = HasSlices.class, type = EffectType.SHOW)
    SlicePlane m_plane = SlicePlane.XY;

    @Layout(MeaningSection.class)
    @Widget(title = "Names", description = "What the labels mean: <tt>1 = pore, 2 = silicon</tt>. Names that the file "
        + "holds are kept where there is no other one here.")
    String m_names = "";

    @Layout(MeaningSection.class)
    @Widget(title = "Meaning of values", description = "Where a value in the file stands for another label: "
        + "<tt>255 = 1, 128 = 2</tt>. Others stay what they are. Names are those of the new labels.")
    String m_mapping = "";

    @Layout(MeaningSection.class)
    @Widget(title = "Label of what is not labelled", description = "The label of voxels that nobody looked at: those "
        + "between labelled slices get it, and others may have it. It is 0 in ilastik.")
    int m_unlabelled;

    @Layout(MeaningSection.class)
    @Widget(title = "Voxel size [µm]", description = "Edge length of a voxel, where no scans are connected. 0 takes "
        + "the size that is stored in the file.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_voxelSize;

    @Advanced
    @Layout(MeaningSection.class)
    @Widget(title = "Pattern of slice names", description = "Which files of a folder of TIFF slices belong to the "
        + "labels. Sorted by name, numbers by value, they are stacked along z.")
    String m_slicePattern = "*.{tif,tiff}";

    LabelReaderNodeParameters() {
    }

    LabelReaderNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    /** Empty where it is that of the file. */
    Optional<VoxelSize> voxelSize() {
        return m_voxelSize > 0 ? Optional.of(VoxelSize.isotropic(m_voxelSize)) : Optional.empty();
    }

    /** Indices from 0; empty where the names of the files tell. */
    List<Long> slices() throws InvalidSettingsException {
        return LabelNumbers.parse(m_slices, "Slices").stream().map(number -> (long)number - m_firstSlice).toList();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        LabelNames.parse(m_names, "Names");
        LabelMapping.parse(m_mapping, "Meaning of values");
        slices();
        if (!(m_voxelSize >= 0) || Double.isInfinite(m_voxelSize)) {
            throw new InvalidSettingsException("'Voxel size [µm]' is " + m_voxelSize + ", but must be 0 or greater.");
        }
        if (m_location == LabelLocation.FOLDER && m_namePattern.isBlank()) {
            throw new InvalidSettingsException("'Name pattern' is empty. * takes everything in the folder.");
        }
    }
}
