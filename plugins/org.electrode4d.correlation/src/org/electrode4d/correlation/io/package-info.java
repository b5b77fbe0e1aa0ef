// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * Deformation and strain fields in files: SPAM's tables, tables for people, VTK images, Zarr.
 */
package org.electrode4d.correlation.io;
