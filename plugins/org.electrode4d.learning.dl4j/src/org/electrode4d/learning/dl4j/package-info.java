// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** The engine Deeplearning4j; runs in a worker, outside of OSGi. */
package org.electrode4d.learning.dl4j;
