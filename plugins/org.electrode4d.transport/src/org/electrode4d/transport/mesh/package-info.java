// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Triangles and tetrahedra that conform to the phases of a label image. */
package org.electrode4d.transport.mesh;
