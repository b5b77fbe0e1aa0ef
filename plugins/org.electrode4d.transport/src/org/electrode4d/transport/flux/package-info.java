// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** The tortuosity factor: steady diffusion through the voxels of conducting phases. */
package org.electrode4d.transport.flux;
