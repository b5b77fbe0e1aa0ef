// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.MeshSettings;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Mesh Generator. */
final class MeshGeneratorNodeParameters implements NodeParameters {

    private static final int MOST_BINS = 1000;

    @Section(title = "Phases")
    interface PhasesSection {
    }

    @Section(title = "Mesh")
    @After(PhasesSection.class)
    interface MeshSection {
    }

    @Section(title = "Files")
    @After(MeshSection.class)
    interface FilesSection {
    }

    @Section(title = "Pictures")
    @After(FilesSection.class)
    interface PicturesSection {
    }

    static final class RegionReference implements ParameterReference<MeshedRegion> {
    }

    static final class IsSlice implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RegionReference.class).isOneOf(MeshedRegion.SLICE);
        }
    }

    @Layout(PhasesSection.class)
    @Widget(title = "Phases", description = "Column with volumes of labels: the phase of each voxel.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Phases";

    @Layout(PhasesSection.class)
    @Widget(title = "Region", description = "What of each scan is meshed.")
    @ValueSwitchWidget
    @ValueReference(RegionReference.class)
    MeshedRegion m_region = MeshedRegion.SLICE;

    @Layout(PhasesSection.class)
    @Widget(title = "Plane", description = "The plane of the slice.")
    @ValueSwitchWidget
    @Effect(predicate = IsSlice.class, type = EffectType.SHOW)
    SlicePlane m_plane = SlicePlane.XZ;

    @Layout(PhasesSection.class)
    @Widget(title = "Position [-]", description = "Along the normal of the plane: 0 is the first slice, 0.5 the "
        + "middle, 1 the last.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsSlice.class, type = EffectType.SHOW)
    double m_position = 0.5;

    @Layout(MeshSection.class)
    @Widget(title = "Interfaces", description = "What becomes of the steps of voxels where two phases meet.")
    @ValueSwitchWidget
    MeshInterfaces m_interfaces = MeshInterfaces.SMOOTH;

    @Layout(MeshSection.class)
    @Widget(title = "Finest elements [voxel]", description = "Edge of elements at interfaces: 1; or 2, 4, 8, ... for "
        + "fewer elements, with the phase of most voxels of each cube.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_finest = 1;

    @Layout(MeshSection.class)
    @Widget(title = "Coarsest elements [voxel]", description = "Edge of elements far from interfaces, a power of two.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_coarsest = 16;

    @Advanced
    @Layout(MeshSection.class)
    @Widget(title = "Layers", description = "So many elements of one size, at least, lie beside each other before the "
        + "next are twice as large. More make a slower transition.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_layers = 2;

    @Advanced
    @Layout(MeshSection.class)
    @Widget(title = "Halvings", description = "How often all edges are halved in the end: the same geometry with "
        + "elements of half the size, to see whether a result depends on the mesh.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_halvings;

    @Advanced
    @Layout(MeshSection.class)
    @Widget(title = "Largest number of elements", description = "A larger mesh is refused before it is made. A million "
        + "tetrahedra take some 100 MB while they are made.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_mostElements = 20_000_000;

    @Advanced
    @Layout(MeshSection.class)
    @Widget(title = "Histogram bins", description = "Number of rows for each measure of quality and scan in the "
        + "histogram.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = 18;

    @Layout(FilesSection.class)
    @Widget(title = "Mesh folder", description = "Path of a folder for the meshes as VTK files (.vtu), which ParaView "
        + "opens; or a URL such as <tt>knime://knime.workflow/data/results</tt> in the data area of the workflow. Empty "
        + "for no files.")
    String m_folder = "";

    @Layout(FilesSection.class)
    @Widget(title = "Name of meshes", description = "How file names begin; the step is added.")
    String m_name = "mesh";

    @Layout(FilesSection.class)
    @Widget(title = "If a mesh exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Layout(FilesSection.class)
    @Widget(title = "Create mesh folders", description = "Makes the folder, and those above it, where they do not "
        + "exist.")
    boolean m_createFolders;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("mesh");

    MeshGeneratorNodeParameters() {
    }

    MeshGeneratorNodeParameters(final NodeParametersInput input) {
        m_phaseColumn = VolumeColumns.preferred(input, "Phases");
    }

    MeshSettings settings() {
        return new MeshSettings(m_finest, m_coarsest, m_layers, m_interfaces.shape, m_halvings, m_mostElements);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            settings();
        } catch (TransportException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        if (!(m_position >= 0 && m_position <= 1)) {
            throw new InvalidSettingsException("'Position [-]' is " + m_position + ", but must lie between 0 and 1.");
        }
        if (m_bins < 1 || m_bins > MOST_BINS) {
            throw new InvalidSettingsException("'Histogram bins' is " + m_bins + ", but must lie between 1 and "
                + MOST_BINS + ".");
        }
        if (m_name.isBlank() || m_name.matches(".*[\\\\/:*?\"<>|].*")) {
            throw new InvalidSettingsException("'Name of meshes' is '" + m_name
                + "', but must be the beginning of a file name, without a folder.");
        }
        m_pictures.validate();
    }
}
