// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** Every plug-in resolves and starts, and every class of it loads: a missing import shows here and nowhere else. */
class BundlesTest {

    private static final Set<String> OURS = Set.of("org.electrode4d.volume", "org.electrode4d.phantom",
        "org.electrode4d.correlation", "org.electrode4d.acquisition", "org.electrode4d.segmentation",
        "org.electrode4d.transport", "org.electrode4d.learning", "org.electrode4d.report", "org.electrode4d.nodes");

    private static final Set<String> ENGINES = Set.of("org.electrode4d.learning.dl4j", "org.electrode4d.learning.onnx");

    @Test
    void startAndLoadAllTheirClasses() throws BundleException {
        final List<Bundle> bundles = installed(OURS);
        assertEquals(OURS, bundles.stream().map(Bundle::getSymbolicName).collect(Collectors.toSet()));
        final Set<String> failures = new TreeSet<>();
        for (final Bundle bundle : bundles) {
            bundle.start();
            assertEquals(Bundle.ACTIVE, bundle.getState(), bundle.getSymbolicName());
            for (final String file : bundle.adapt(BundleWiring.class).listResources("/org/electrode4d", "*.class",
                BundleWiring.LISTRESOURCES_LOCAL | BundleWiring.LISTRESOURCES_RECURSE)) {
                load(bundle, file.replace('/', '.').substring(0, file.length() - ".class".length()), failures);
            }
        }
        assertEquals(Set.of(), failures);
    }

    /** Their libraries are none of the platform's business. */
    @Test
    void enginesStartWithoutTheirLibraries() throws BundleException {
        final List<Bundle> engines = installed(ENGINES);
        assertEquals(ENGINES, engines.stream().map(Bundle::getSymbolicName).collect(Collectors.toSet()));
        for (final Bundle engine : engines) {
            engine.start();
            assertEquals(Bundle.ACTIVE, engine.getState(), engine.getSymbolicName());
            assertNull(engine.getHeaders("").get("Bundle-ClassPath"), engine.getSymbolicName());
        }
    }

    private static void load(final Bundle bundle, final String name, final Set<String> failures) {
        try {
            bundle.loadClass(name).getDeclaredMethods();
        } catch (final ClassNotFoundException | LinkageError e) {
            failures.add(bundle.getSymbolicName() + ": " + name + ": " + e);
        }
    }

    private static List<Bundle> installed(final Set<String> names) {
        final Bundle here = FrameworkUtil.getBundle(BundlesTest.class);
        assumeTrue(here != null, "skipped: not inside OSGi");
        return Arrays.stream(here.getBundleContext() == null ? start(here) : here.getBundleContext().getBundles())
            .filter(bundle -> names.contains(bundle.getSymbolicName())).toList();
    }

    private static Bundle[] start(final Bundle here) {
        try {
            here.start();
            return here.getBundleContext().getBundles();
        } catch (final BundleException e) {
            throw new AssertionError("The plug-in of the nodes does not start", e);
        }
    }
}
