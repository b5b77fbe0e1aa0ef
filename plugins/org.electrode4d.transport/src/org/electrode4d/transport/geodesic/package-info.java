// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Geometric tortuosity: the shortest paths through the pores. */
package org.electrode4d.transport.geodesic;
