// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/**
 * How silicon particles take up lithium, from what residual maps show inside of them: shares in shell and core,
 * pathways by their skeletons, and a rule that calls a particle core-shell, network, inactive or cracked. Lengths are
 * µm, volumes µm³, shares 0 to 1.
 */
package org.electrode4d.segmentation.lithiation;
