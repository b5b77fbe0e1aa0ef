// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

/**
 * The bundle that an extension comes from, as saved workflows name it ("node-bundle-name" ...).
 *
 * @param symbolicName {@code Bundle-SymbolicName} without directives
 * @param name {@code Bundle-Name}
 * @param vendor {@code Bundle-Vendor}, may be empty
 * @param version {@code Bundle-Version}
 */
public record Contributor(String symbolicName, String name, String vendor, String version) {
}
