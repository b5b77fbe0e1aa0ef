// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Facts that make a result traceable: the machine, the time, checksums of files. */
package org.electrode4d.report.provenance;
