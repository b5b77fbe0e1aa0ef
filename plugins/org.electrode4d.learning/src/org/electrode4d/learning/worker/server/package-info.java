// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * What runs in the worker: it answers the calls of the program that started it with the engine of its class path. Uses
 * the JDK alone, for nothing else is on that class path.
 */
package org.electrode4d.learning.worker.server;
