// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;

/** The contributions to extension points: those of OSGi where it runs, else those on the class path. */
public final class Registry {

    private static final ClassPathExtensions CLASS_PATH = new ClassPathExtensions();

    private static final Map<String, List<Contribution>> FURTHER = new ConcurrentHashMap<>();

    private Registry() {
    }

    /**
     * @param point the unique identifier of an extension point
     * @return the top elements of all extensions of it
     */
    public static List<Contribution> contributions(final String point) {
        IExtensionRegistry platform = RegistryFactory.getRegistry();
        List<Contribution> found = new ArrayList<>(platform == null ? CLASS_PATH.contributions(point)
            : PlatformExtensions.contributions(platform, point));
        found.addAll(FURTHER.getOrDefault(point, List.of()));
        return found;
    }

    /** Adds a contribution that is in no {@code plugin.xml}; for tests. */
    public static void add(final String point, final Contribution contribution) {
        FURTHER.computeIfAbsent(point, p -> new CopyOnWriteArrayList<>()).add(contribution);
    }

    /** Looks for {@code plugin.xml} files there too; without effect where OSGi runs. */
    public static void add(final ClassLoader loader) {
        CLASS_PATH.add(loader);
    }
}
