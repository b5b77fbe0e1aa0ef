// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** How hard it is for lithium to get into an electrode, from its measured structure. */
package org.electrode4d.transport;
