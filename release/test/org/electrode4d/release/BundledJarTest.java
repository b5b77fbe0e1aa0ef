// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BundledJarTest {

    @TempDir
    Path folder;

    private static BundledJar jar(final String file) {
        return new BundledJar("plugins/" + file, "", Map.of());
    }

    @ParameterizedTest
    @CsvSource({"org.eclipse.osgi_3.23.100.v20250514-1759.jar, org.eclipse.osgi",
        "org.electrode4d.learning.dl4j.linux.x86_64_0.1.0.202601010000.jar, org.electrode4d.learning.dl4j.linux.x86_64",
        "nd4j-native-1.0.0-M2.1-linux-x86_64-onednn-avx2.jar, nd4j-native", "commons-lang3-3.18.0.jar, commons-lang3",
        "pytorch-jni-2.7.1-0.35.1.jar, pytorch-jni", "jhdf.jar, jhdf"})
    void theNameIsWhatIsBeforeTheVersion(final String file, final String name) {
        assertEquals(name, jar(file).name());
    }

    @Test
    void pluginsHaveAVersionOfOsgi() {
        assertEquals(Optional.of("0.1.0.v1"), jar("org.electrode4d.nodes_0.1.0.v1.jar").osgiVersion());
        assertEquals(Optional.empty(), jar("commons-io-2.20.0.jar").osgiVersion());
    }

    @Test
    void whatIsWrappedIsNotOurs() {
        assertTrue(jar("org.electrode4d.nodes_0.1.0.jar").isOurs());
        assertTrue(jar("org.knime.core_5.9.0.embedded.jar").isOurs());
        assertFalse(jar("org.electrode4d.wrapped.net.imglib2.imglib2_8.0.1.jar").isOurs());
        assertFalse(jar("org.knime.core_5.9.0.v2025.jar").isOurs(), "KNIME's own must not be in a release");
    }

    @Test
    void librariesInsideOfPluginsAreFound() throws Exception {
        final byte[] library = Jars.library("org.slf4j", "slf4j-api", "2.0.17");
        Jars.write(folder.resolve("plugins/org.electrode4d.volume_0.1.0.jar"),
            Jars.jar(Map.of("lib/slf4j-api.jar", library)));
        final List<BundledJar> jars = BundledJar.in(folder.resolve("plugins"));
        assertEquals(List.of("plugins/org.electrode4d.volume_0.1.0.jar",
            "plugins/org.electrode4d.volume_0.1.0.jar!/lib/slf4j-api.jar"),
            jars.stream().map(BundledJar::path).toList());
        assertEquals(Map.of("org.slf4j:slf4j-api", "2.0.17"), jars.get(1).mavenVersions());
        assertEquals(Checksums.sha256(library), jars.get(1).sha256());
    }
}
