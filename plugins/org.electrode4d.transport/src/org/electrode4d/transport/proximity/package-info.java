// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** How far it is from one phase to another, by voxels and by surfaces. */
package org.electrode4d.transport.proximity;
