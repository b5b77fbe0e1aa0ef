// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.updates;

/**
 * Names a field, so that effects and providers can refer to it.
 *
 * @param <V> the type of the field
 */
public interface ParameterReference<V> {
}
