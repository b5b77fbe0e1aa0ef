// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Networks as data: layers, tensors and parameters, which know no library. */
package org.electrode4d.learning.network;
