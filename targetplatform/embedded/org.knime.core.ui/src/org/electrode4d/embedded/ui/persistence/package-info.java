// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * Stores parameters in node settings exactly as KNIME does: which fields, in which order, under which keys, in which
 * form. Reflection finds the fields ({@link org.electrode4d.embedded.ui.persistence.StoredFields}); annotations say how
 * they are stored ({@code FieldRules}); {@code Saver} and {@code Loader} walk through both.
 */
package org.electrode4d.embedded.ui.persistence;
