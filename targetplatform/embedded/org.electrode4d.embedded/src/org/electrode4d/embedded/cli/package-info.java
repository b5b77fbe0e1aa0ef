// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * The command line {@code electrode4d}: {@code run}, {@code validate}, {@code list}, {@code describe} and
 * {@code export}, with the batch options and exit codes of KNIME. {@link org.electrode4d.embedded.cli.Electrode4D} is
 * the way in.
 */
package org.electrode4d.embedded.cli;
