// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Volume fractions, surfaces, interfaces and triple-phase boundaries of phases. */
package org.electrode4d.transport.phase;
