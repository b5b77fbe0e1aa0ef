// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** The application that runs the command line of the embedded platform in Equinox. */
package org.electrode4d.embedded;
