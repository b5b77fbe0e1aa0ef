// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.NameTemplate;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Parameters of the Deformation Field Writer. */
final class DeformationFieldWriterNodeParameters implements NodeParameters {

    static final class StrainReference implements BooleanReference {
    }

    @Widget(title = "Deformation field", description = "Column with the fields to write.")
    @ChoicesProvider(FieldColumns.class)
    String m_fieldColumn = "";

    @Widget(title = "Folder", description = "Path of the folder to write into, or a URL such as "
        + "<tt>knime://knime.workflow/data/results</tt> in the data area of the workflow.")
    String m_folder = "";

    @Widget(title = "Name", description = "Beginning of the file names. As in SPAM, <tt>-registration</tt>, "
        + "<tt>-ldic</tt> or, for filled fields, <tt>-ldic-filtered</tt> is added. " + NameTemplate.HELP)
    String m_nameTemplate = "{Reference step}-{Deformed step}";

    @Widget(title = "SPAM TSV", description = "A table with SPAM's column names, which its tools read: positions and "
        + "displacements in voxels, in the order z, y, x.")
    boolean m_spamTsv = true;

    @Widget(title = "CSV", description = "A table with units: positions and displacements in µm.")
    boolean m_csv = true;

    @Widget(title = "VTK", description = "For ParaView: the grid of nodes with its displacements, F and status.")
    boolean m_vtk = true;

    @Widget(title = "Time series for ParaView (.pvd)", description = "If VTK files are written: one more file that "
        + "lists them with their times, so that ParaView plays them one after another. It is called like the column of "
        + "fields. Times are those in the column <i>Time [h]</i>; without it, rows are numbered from 0.")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_timeSeries;

    @Widget(title = "Strain", description = "Also writes the strain of every field, in the same formats: all "
        + "components of the finite and the small strain. <tt>-strain-Geers</tt>, <tt>-Q8</tt> or <tt>-raw</tt> is "
        + "added to the names, as in SPAM.")
    @Migrate(loadDefaultIfAbsent = true)
    @ValueReference(StrainReference.class)
    boolean m_strain;

    @Widget(title = "Strain from", description = "How the deformation gradient is taken from the displacements.")
    @Migrate(loadDefaultIfAbsent = true)
    @Effect(predicate = StrainReference.class, type = EffectType.SHOW)
    StrainMethod m_strainMethod = StrainMethod.LEAST_SQUARES;

    @Widget(title = "If a file exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    DeformationFieldWriterNodeParameters() {
    }

    DeformationFieldWriterNodeParameters(final NodeParametersInput input) {
        m_fieldColumn = FieldColumns.last(input, 0);
        m_timeSeries = true;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        new NameTemplate(m_nameTemplate);
        if (!m_spamTsv && !m_csv && !m_vtk) {
            throw new InvalidSettingsException("Choose at least one of 'SPAM TSV', 'CSV' and 'VTK'.");
        }
    }
}
