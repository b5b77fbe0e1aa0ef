// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.renderer;

import org.knime.core.data.DataColumnSpec;

/** Makes renderers; registered at the extension point {@code org.knime.core.DataValueRenderer}. */
public interface DataValueRendererFactory {

    /** @return what the user reads in a list of renderers */
    String getDescription();

    /** @return a unique identifier */
    String getId();

    DataValueRenderer createRenderer(DataColumnSpec colSpec);
}
