// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

/**
 * A finished scan.
 *
 * @param scanId the name that the tomography control gave it; not empty
 */
public record ScanAnswer(String scanId) {
}
