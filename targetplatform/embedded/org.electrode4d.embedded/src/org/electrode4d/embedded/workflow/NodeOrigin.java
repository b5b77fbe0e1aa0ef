// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

/**
 * What {@code settings.xml} says about the place a node came from: enough to name the plug-in that is missing when its
 * factory cannot be loaded.
 *
 * @param factoryClass fully qualified name of the node factory
 * @param nodeName name of the node
 * @param bundle the plug-in that holds the factory
 * @param feature the installable unit that holds the plug-in; fields may be null
 */
public record NodeOrigin(String factoryClass, String nodeName, Unit bundle, Unit feature) {

    /**
     * A plug-in or feature; each field may be null when unknown.
     *
     * @param name human-readable name
     * @param symbolicName symbolic name
     * @param vendor vendor
     * @param version version, {@code 0.0.0} when unknown
     */
    public record Unit(String name, String symbolicName, String vendor, String version) {

        /** A unit of which nothing is known. */
        public static final Unit UNKNOWN = new Unit(null, null, null, "0.0.0");
    }

    /** One phrase that names the plug-in, for messages. */
    public String describeBundle() {
        if (bundle.symbolicName() == null) {
            return "an unknown plug-in";
        }
        final String vendor = bundle.vendor() == null ? "" : " by " + bundle.vendor();
        return "plug-in " + bundle.symbolicName() + " " + bundle.version() + vendor;
    }
}
