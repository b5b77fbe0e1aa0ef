// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThirdPartyTest {

    private static final BundledJar OURS = new BundledJar("plugins/org.electrode4d.nodes_0.1.0.v1.jar", "1", Map.of());
    private static final BundledJar BLAS = new BundledJar("x.jar!/lib/openblas-0.3-1.5.jar", "2",
        Map.of("org.bytedeco:openblas", "0.3-1.5"));
    private static final BundledJar NATIVE_BLAS = new BundledJar("x.jar!/lib/openblas-0.3-1.5-linux-x86_64.jar", "3",
        Map.of("org.bytedeco:openblas", "0.3-1.5"));

    @TempDir
    Path folder;

    private final DeclaredVersions versions = new DeclaredVersions();
    private ThirdParty known;

    @BeforeEach
    void read() throws Exception {
        known = ThirdParty.read(Files.writeString(folder.resolve("third-party.tsv"), """
            Jar\tPart\tMaven\tLicence\tCopyright\tURL
            openblas\t\torg.bytedeco:openblas\tApache-2.0 OR GPL-2.0-or-later\t\thttps://x.org
            openblas-*\tOpenBLAS\t\tBSD-3-Clause\tThe OpenBLAS Project\t
            """));
        versions.add("org.bytedeco:openblas", "0.3-1.5");
    }

    private List<Component> components(final BundledJar... jars) {
        return List.copyOf(known.components(List.of(jars), versions));
    }

    @Test
    void aJarThatNobodyHasLookedAtStopsTheRelease() {
        final ReleaseException e = assertThrows(ReleaseException.class,
            () -> components(OURS, new BundledJar("plugins/new_1.0.0.jar", "9", Map.of())));
        assertTrue(e.getMessage().endsWith("looked at the licence of: plugins/new_1.0.0.jar"), e::getMessage);
    }

    @Test
    void aJarHasTheVersionThatTheBuildAsksFor() {
        final Component component = components(NATIVE_BLAS).get(0);
        assertEquals("pkg:maven/org.bytedeco/openblas@0.3-1.5?classifier=linux-x86_64", component.packageUrl());
        final BundledJar old =
            new BundledJar("x.jar!/lib/openblas-0.2.jar", "4", Map.of("org.bytedeco:openblas", "0.2"));
        assertTrue(assertThrows(ReleaseException.class, () -> components(old)).getMessage()
            .contains("asks for [0.3-1.5] of org.bytedeco:openblas, the jar says 0.2"), "left by a build before");
        versions.add("org.bytedeco:openblas", "0.4");
        final BundledJar silent = new BundledJar("x.jar!/lib/openblas.jar", "5", Map.of());
        assertTrue(assertThrows(ReleaseException.class, () -> components(silent)).getMessage()
            .contains("[0.3-1.5, 0.4]"), "two versions, and nothing says which");
    }

    @Test
    void whatIsInNativeCodeIsNotInTheJavaBesideIt() {
        assertEquals(0, components(BLAS).get(0).parts().size());
        assertEquals("OpenBLAS", components(NATIVE_BLAS).get(0).parts().get(0).part());
    }

    @Test
    void theSameJarAtTwoPlacesIsOneComponent() {
        final BundledJar again = new BundledJar("y.jar!/lib/openblas.jar", "2", BLAS.mavenVersions());
        assertEquals(List.of(BLAS.path(), again.path()), components(BLAS, again).get(0).places());
    }

    @Test
    void ofAlternativesTheFirstLicenceIsUsed() {
        assertEquals(List.of("Apache-2.0", "BSD-3-Clause"), known.licences());
    }

    @Test
    void theListNamesLibrariesAndPartsButNotUs() {
        final String list = LicenceList.of(components(OURS, NATIVE_BLAS));
        assertTrue(list.contains("| [openblas linux-x86_64](https://x.org) | 0.3-1.5 | Apache-2.0 OR GPL"), list);
        assertTrue(list.contains("| OpenBLAS, in openblas |  | BSD-3-Clause | The OpenBLAS Project |"), list);
        assertTrue(!list.contains("org.electrode4d.nodes"), list);
    }

    @Test
    void theBillHasEveryJarWithItsHash() throws Exception {
        final Path file = folder.resolve("sbom.json");
        BillOfMaterials.write(file, "0.1.0", "2026-01-01T00:00:00Z", components(OURS, NATIVE_BLAS));
        final JsonNode bill = new ObjectMapper().readTree(file.toFile());
        assertEquals("CycloneDX", bill.at("/bomFormat").asText());
        assertEquals("0.1.0.v1", bill.at("/components/0/version").asText());
        assertEquals("3", bill.at("/components/1/hashes/0/content").asText());
        assertEquals("OpenBLAS", bill.at("/components/1/components/0/name").asText());
        assertEquals("sha256:3", bill.at("/dependencies/0/dependsOn/1").asText());
        assertEquals("Apache-2.0 OR GPL-2.0-or-later", bill.at("/components/1/licenses/0/expression").asText());
    }
}
