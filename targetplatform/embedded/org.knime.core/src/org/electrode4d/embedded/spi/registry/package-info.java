// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Where extensions are found, and what they contribute. Not visible outside this bundle. */
package org.electrode4d.embedded.spi.registry;
