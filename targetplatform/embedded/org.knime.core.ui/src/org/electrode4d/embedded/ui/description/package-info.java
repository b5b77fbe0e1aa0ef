// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** What a user reads about a node: collected from the factory and the parameters, as a plain model and as XML. */
package org.electrode4d.embedded.ui.description;
