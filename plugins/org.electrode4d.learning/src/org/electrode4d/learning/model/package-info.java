// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Models in one file that loads for ever, and weights of other programs. */
package org.electrode4d.learning.model;
