// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code electrode4d} and the launcher behind it, in a copy of the repository with a Maven of its own. */
final class LauncherTest {

    private static final String LAUNCHER = "targetplatform/embedded/launch/Electrode4D.java";
    private static final String TARGET = "targetplatform/embedded/runtime/target";

    @TempDir
    Path root;

    @BeforeEach
    void copyLauncher() throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "the scripts are for a POSIX shell");
        Files.createDirectories(root.resolve(LAUNCHER).getParent());
        Files.copy(TestPlugins.root().resolve(LAUNCHER), root.resolve(LAUNCHER));
        Files.copy(TestPlugins.root().resolve("electrode4d"), root.resolve("electrode4d"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
    }

    private record Outcome(int exitCode, String output) {
    }

    private Outcome start(final Map<String, String> environment) throws Exception {
        final Path output = root.resolve("output");
        final ProcessBuilder builder = new ProcessBuilder("/bin/sh", root.resolve("electrode4d").toString(), "list")
            .redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        final int exitCode = builder.start().waitFor();
        return new Outcome(exitCode, Files.readString(output));
    }

    private Outcome startWithJava() throws Exception {
        return start(Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    private void writeMaven(final String script) throws IOException {
        Files.writeString(root.resolve("mvnw"), "#!/bin/sh\n" + script);
    }

    @Test
    void withoutAJdkItSaysSo() throws Exception {
        final Outcome outcome = start(Map.of("JAVA_HOME", "/absent", "PATH", "/absent"));
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.output().contains("Electrode4D needs a JDK"), outcome.output());
        assertTrue(outcome.output().contains("JAVA_HOME (/absent)"), outcome.output());
    }

    @Test
    void aReleaseIsNotBuiltAndNeedsNoCompiler() throws Exception {
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d",
            Files.createDirectories(root.resolve("classes")).toString(), root.resolve(LAUNCHER).toString()));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(
            Files.createDirectories(root.resolve("lib")).resolve("launcher.jar")))) {
            jar.putNextEntry(new JarEntry("META-INF/MANIFEST.MF"));
            jar.write("Manifest-Version: 1.0\nMain-Class: Electrode4D\n".getBytes(StandardCharsets.US_ASCII));
            jar.putNextEntry(new JarEntry("Electrode4D.class"));
            Files.copy(root.resolve("classes/Electrode4D.class"), jar);
        }
        Files.createDirectories(root.resolve("platform"));
        Files.delete(root.resolve(LAUNCHER));
        final Outcome outcome = startWithJava();
        assertTrue(outcome.output().contains("No bundle org.eclipse.osgi in " + root.resolve("platform")
            + "; unpack the release again."), outcome.output());
        final Outcome without = start(Map.of("JAVA_HOME", "/absent", "PATH", "/absent"));
        assertTrue(without.output().contains("Electrode4D needs Java 17 or later."), without.output());
    }

    @Test
    void aFailedBuildIsToldWithItsLog() throws Exception {
        writeMaven("echo no connection; exit 1\n");
        final Outcome outcome = startWithJava();
        assertEquals(3, outcome.exitCode());
        assertTrue(outcome.output().contains("Electrode4D sets itself up"), outcome.output());
        assertTrue(outcome.output().contains(TARGET + "/setup.log"), outcome.output());
        assertEquals("no connection\n", Files.readString(root.resolve(TARGET + "/setup.log")));
    }

    @Test
    void itBuildsOnceAndAgainWhenASourceHasChanged() throws Exception {
        writeMaven("echo \"$@\" >> built; mkdir -p " + TARGET + "/repository/plugins\n");
        final Path built = root.resolve("built");
        assertTrue(startWithJava().output().contains("No bundle org.eclipse"), "the build made an empty platform");
        assertTrue(Files.readString(built).matches("-q -B -ntp -Dmaven\\.test\\.skip=true "
            + "-pl targetplatform/embedded/runtime(,plugins/org\\.electrode4d\\.learning\\.[a-z0-9_.]+)+ -am package\n"),
            () -> "the platform and the engines are built");
        assertFalse(startWithJava().output().contains("sets itself up"));
        Files.setLastModifiedTime(root.resolve("pom.xml"),
            FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        assertTrue(startWithJava().output().contains("Sources have changed"));
        assertEquals(2, Files.readAllLines(built).size());
    }

    @Test
    void aFolderThatEquinoxWouldNotFindIsTold() throws Exception {
        root = Files.createDirectory(root.resolve("50 %"));
        copyLauncher();
        final Outcome outcome = startWithJava();
        assertEquals(3, outcome.exitCode());
        assertTrue(outcome.output().contains("cannot be started from the folder " + root), outcome.output());
        assertTrue(outcome.output().contains("must not hold %, # or ?"), outcome.output());
    }
}
