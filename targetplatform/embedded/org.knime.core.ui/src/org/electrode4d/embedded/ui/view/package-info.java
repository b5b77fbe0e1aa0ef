// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** The data that the page of a view gets and asks for. */
package org.electrode4d.embedded.ui.view;
