// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** An engine in a Java machine of its own: what crashes there is a message here. */
package org.electrode4d.learning.worker;
