// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** What computes and trains networks: one interface, several libraries behind it. */
package org.electrode4d.learning.engine;
