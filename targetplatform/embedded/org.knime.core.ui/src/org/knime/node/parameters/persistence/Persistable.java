// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.persistence;

/** A class whose fields are stored in node settings. */
public interface Persistable {
}
