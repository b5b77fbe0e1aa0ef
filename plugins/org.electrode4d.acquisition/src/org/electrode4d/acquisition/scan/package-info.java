// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Asks the tomography control of a beam line for scans. */
package org.electrode4d.acquisition.scan;
