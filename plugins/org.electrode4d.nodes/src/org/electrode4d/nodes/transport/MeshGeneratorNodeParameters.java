// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.nodes.execution.FileFolderNodeParameters;
import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.table.VolumeColumns;
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

    @Section(title = "Meshes for ParaView", description = "VTK files (.vtu), one per scan.")
    @After(MeshSection.class)
    interface FilesSection {
    }

    @Section(title = "Pictures")
    @After(FilesSection.class)
    interface PicturesSection {
    }

    @Layout(PhasesSection.class)
    @Widget(title = "Phases", description = "Column with volumes of labels: the phase of each voxel.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Phases";

    @Layout(PhasesSection.class)
    @Widget(title = "Region", description = "What of each scan is meshed.")
    @ValueSwitchWidget
    @ValueReference(ScanRegion.Reference.class)
    ScanRegion m_region = ScanRegion.SLICE;

    @Layout(PhasesSection.class)
    @Widget(title = "Plane", description = "The plane of the slice.")
    @ValueSwitchWidget
    @Effect(predicate = ScanRegion.IsSlice.class, type = EffectType.SHOW)
    SlicePlane m_plane = SlicePlane.XZ;

    @Layout(PhasesSection.class)
    @Widget(title = "Position [-]", description = "Along the normal of the plane: 0 is the first slice, 0.5 the "
        + "middle, 1 the last.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = ScanRegion.IsSlice.class, type = EffectType.SHOW)
    double m_position = 0.5;

    @Layout(MeshSection.class)
    MeshNodeParameters m_mesh = new MeshNodeParameters();

    @Advanced
    @Layout(MeshSection.class)
    @Widget(title = "Histogram bins", description = "Number of rows for each measure of quality and scan in the "
        + "histogram.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = 18;

    @Layout(FilesSection.class)
    FileFolderNodeParameters m_files = new FileFolderNodeParameters("mesh");

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("mesh");

    MeshGeneratorNodeParameters() {
    }

    MeshGeneratorNodeParameters(final NodeParametersInput input) {
        m_phaseColumn = VolumeColumns.preferred(input, "Phases");
    }

    @Override
    public void validate() throws InvalidSettingsException {
        m_mesh.validate();
        SlicePlane.requirePosition(m_position);
        if (m_bins < 1 || m_bins > MOST_BINS) {
            throw new InvalidSettingsException("'Histogram bins' is " + m_bins + ", but must lie between 1 and "
                + MOST_BINS + ".");
        }
        m_files.validate();
        m_pictures.validate();
    }
}
