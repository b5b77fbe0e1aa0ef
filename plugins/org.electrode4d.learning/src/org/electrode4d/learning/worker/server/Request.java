// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker.server;

/** What a worker is asked for; each but the first is about a network that was opened before. */
public enum Request {
    OPEN, PREDICT, TRAIN, LOSS, GRADIENTS, PARAMETERS, SET_PARAMETERS, STATE, RESTORE, CLOSE
}
