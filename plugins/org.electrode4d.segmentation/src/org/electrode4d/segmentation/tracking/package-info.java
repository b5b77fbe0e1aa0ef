// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/**
 * Which particle of a scan is which one of the next: links by a global assignment, with scores and flags, strung
 * together to tracks; displacement against the distance to the collector. Lengths are µm, volumes µm³.
 */
package org.electrode4d.segmentation.tracking;
