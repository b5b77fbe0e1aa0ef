// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

/** What a particle counts for in a size distribution. */
public enum SizeWeighting {

    /** Every particle the same. */
    NUMBER,

    /** Every particle its volume. */
    VOLUME
}
