// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

/** What the parts of a run share. */
record RunContext(RunTime time, RunJournal journal, Pulse pulse) {
}
