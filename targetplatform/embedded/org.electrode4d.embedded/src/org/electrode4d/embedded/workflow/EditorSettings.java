// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

/**
 * How the desktop editor shows the canvas. The defaults are what KNIME writes for a new workflow.
 *
 * @param snapToGrid whether nodes snap to the grid
 * @param showGrid whether the grid is drawn
 * @param gridX horizontal grid distance, pixels; -1 for the editor's own
 * @param gridY vertical grid distance, pixels; -1 for the editor's own
 * @param zoom zoom factor
 * @param curvedConnections whether wires are curves
 * @param connectionWidth width of the wires, pixels
 */
public record EditorSettings(boolean snapToGrid, boolean showGrid, int gridX, int gridY, double zoom,
    boolean curvedConnections, int connectionWidth) {

    /** What KNIME writes for a workflow whose editor was never changed. */
    public static final EditorSettings DEFAULT = new EditorSettings(false, false, -1, -1, 1.0, false, 1);
}
