// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

/** Marks the parts of a node's definition. */
public interface FluentNodeAPI {
}
