// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.MeshSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** How a scan is divided into finite elements. */
final class MeshNodeParameters implements NodeParameters {

    @Widget(title = "Interfaces", description = "What becomes of the steps of voxels where two phases meet.")
    @ValueSwitchWidget
    MeshInterfaces m_interfaces = MeshInterfaces.SMOOTH;

    @Widget(title = "Finest elements [voxel]", description = "Edge of elements at interfaces: 1; or 2, 4, 8, ... for "
        + "fewer elements, with the phase of most voxels of each cube.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_finest = 1;

    @Widget(title = "Coarsest elements [voxel]", description = "Edge of elements far from interfaces, a power of two.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_coarsest = 16;

    @Widget(title = "Halvings", description = "How often all edges are halved in the end: the same geometry with four "
        + "times as many elements each time, in space eight times, to see whether a result depends on the mesh.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_halvings;

    @Advanced
    @Widget(title = "Layers", description = "So many elements of one size, at least, lie beside each other before the "
        + "next are twice as large. More make a slower transition.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_layers = 2;

    @Advanced
    @Widget(title = "Most elements", description = "A larger mesh is refused before it is made. A million tetrahedra "
        + "take some 50 MB while they are made.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_mostElements;

    /** Called by KNIME. */
    MeshNodeParameters() {
        this(20_000_000);
    }

    /** @param mostElements that the node allows unless the user changes it */
    MeshNodeParameters(final int mostElements) {
        m_mostElements = mostElements;
    }

    MeshSettings settings() throws InvalidSettingsException {
        try {
            return new MeshSettings(m_finest, m_coarsest, m_layers, m_interfaces.shape, m_halvings, m_mostElements);
        } catch (TransportException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
