// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Bytes to and from an instrument: serial port, TCP, or a simulated instrument in the same process. */
package org.electrode4d.acquisition.link;
