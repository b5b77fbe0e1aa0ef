// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** What remains of a dialog where none is shown: labels, and a check that it could be opened. */
package org.electrode4d.embedded.ui.dialog;
