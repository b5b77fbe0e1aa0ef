// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.registry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.electrode4d.embedded.spi.Contributor;
import org.osgi.framework.Bundle;

/** Contributions of the extension registry of OSGi. */
final class PlatformExtensions {

    private PlatformExtensions() {
    }

    static List<Contribution> contributions(final IExtensionRegistry registry, final String point) {
        return all(registry.getConfigurationElementsFor(point));
    }

    private static List<Contribution> all(final IConfigurationElement[] elements) {
        return Arrays.stream(elements).map(PlatformExtensions::contribution).collect(Collectors.toList());
    }

    private static Contribution contribution(final IConfigurationElement element) {
        Map<String, String> attributes = new HashMap<>();
        for (String name : element.getAttributeNames()) {
            attributes.put(name, element.getAttribute(name));
        }
        Bundle bundle = ContributorFactoryOSGi.resolve(element.getContributor());
        return new Contribution(element.getName(), attributes, all(element.getChildren()), contributor(bundle),
            bundle::loadClass);
    }

    private static Contributor contributor(final Bundle bundle) {
        return new Contributor(bundle.getSymbolicName(), header(bundle, "Bundle-Name"),
            header(bundle, "Bundle-Vendor"), bundle.getVersion().toString());
    }

    private static String header(final Bundle bundle, final String key) {
        return Objects.requireNonNullElse(bundle.getHeaders().get(key), "");
    }
}
