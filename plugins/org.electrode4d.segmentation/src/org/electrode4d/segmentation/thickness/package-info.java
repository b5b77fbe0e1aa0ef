// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/**
 * How thick an electrode is, column by column along z, and how rough its two surfaces are. Works on label volumes of
 * any size; lengths are µm.
 */
package org.electrode4d.segmentation.thickness;
