// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.thickness;

/** What "thickness" of a column of voxels along z means. Papers leave it open; both readings are in use. */
public enum ThicknessReading {
    /** From the outer face of the first voxel of the electrode to that of the last: pores inside count. */
    EXTENT,
    /** Number of voxels of the electrode times their height: the thickness of the solid without its pores. */
    SOLID
}
