// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** The rows of tables, in memory and on disk, in KNIME's own container format. Not visible outside this bundle. */
package org.electrode4d.embedded.spi.table;
