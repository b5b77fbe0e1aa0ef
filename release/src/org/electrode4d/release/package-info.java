// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Makes the files of a release from what the build has made, and tries them. No part of the product. */
package org.electrode4d.release;
