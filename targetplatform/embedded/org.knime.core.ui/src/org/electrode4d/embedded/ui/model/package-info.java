// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** What a node factory says about its node, and the node model that does what it says. */
package org.electrode4d.embedded.ui.model;
