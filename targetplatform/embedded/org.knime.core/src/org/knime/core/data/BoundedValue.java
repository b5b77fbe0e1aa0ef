// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

/** A value between bounds. Columns of such cells have the smallest and the largest in their domain. */
public interface BoundedValue extends DataValue {
}
