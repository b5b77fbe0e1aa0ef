// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port;

/** A node model that keeps port objects for its views. */
public interface PortObjectHolder {

    /** @return what is kept, may be null */
    PortObject[] getInternalPortObjects();

    /** @param portObjects what was kept when the workflow was saved */
    void setInternalPortObjects(PortObject[] portObjects);
}
