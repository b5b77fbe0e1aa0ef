// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Leaves out the current selection of a filter, which only the dialog needs. */
public class DoNotPersistSelected implements NodeParametersPersistor<String[]> {

    /** For the annotation. */
    public DoNotPersistSelected() {
    }

    @Override
    public String[] load(final NodeSettingsRO settings) {
        return null; // not computed yet, other than an empty selection
    }

    @Override
    public void save(final String[] param, final NodeSettingsWO settings) {
        // only the dialog needs it
    }

    @Override
    public String[][] getConfigPaths() {
        return new String[0][];
    }
}
