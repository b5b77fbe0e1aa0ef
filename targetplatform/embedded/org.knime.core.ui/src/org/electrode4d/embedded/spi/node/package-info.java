// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * What a node that was described with {@code org.knime.node} tells beyond its node model: texts and parameters for the
 * reader ({@link org.electrode4d.embedded.spi.node.NodeDocumentation}), and what its dialog would do
 * ({@link org.electrode4d.embedded.spi.node.DialogCheck}). Nodes must never use it, because KNIME does not have it.
 *
 * <p>Nodes are created, configured and executed through {@code org.electrode4d.embedded.spi}: {@code NodeFactories} and
 * {@code NodeModels}.
 */
package org.electrode4d.embedded.spi.node;
