// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

/**
 * What an instrument says it is.
 *
 * @param manufacturer or empty
 * @param model or empty
 * @param serialNumber or empty
 * @param firmware or empty
 */
public record Identity(String manufacturer, String model, String serialNumber, String firmware) {
}
