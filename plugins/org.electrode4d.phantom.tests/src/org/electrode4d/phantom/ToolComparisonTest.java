// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Renders the bodies of a phantom with an independent program in C, whose formulas for the cases are its own, and
 * compares every voxel. Skipped where the program's source or a C compiler is missing.
 */
class ToolComparisonTest {

    private static final int EDGE = 48;

    private static final Shape SHAPE = new Shape(EDGE, EDGE, EDGE);

    /** Calls the renderer with what it finds in a file: count and, per body, z, y, x, size, amplitude. */
    private static final String MAIN = """
        #include <stdio.h>
        int main(int n, char **a) {
          int edge = atoi(a[1]), mode = atoi(a[3]);
          FILE *f = fopen(a[4], "rb");
          double count;
          if (!f || fread(&count, 8, 1, f) != 1) return 2;
          long bodies = (long)count;
          double *b = malloc(bodies * 5 * 8);
          if (fread(b, 40, bodies, f) != bodies) return 3;
          float *out = calloc((size_t)edge * edge * edge, 4);
          render(out, edge, atoi(a[2]), b, bodies, mode, mode ? 5.5 : 4.5, 0.9);
          fwrite(out, 4, (size_t)edge * edge * edge, stdout);
          return 0;
        }
        """;

    @TempDir
    private Path folder;

    private Path program;

    @BeforeEach
    void buildTheProgram() throws IOException, InterruptedException {
        final Path source = shared().resolve("tools/_render.c");
        assumeTrue(Files.isReadable(source), "skipped: no " + source.getFileName() + " in the shared folder");
        assumeTrue(isOnPath("gcc"), "skipped: no gcc on the path");
        final Path main = folder.resolve("main.c");
        Files.writeString(main, Files.readString(source) + MAIN);
        program = folder.resolve("render");
        run("gcc", "-O2", main.toString(), "-o", program.toString(), "-lm");
    }

    @ParameterizedTest
    @EnumSource
    void blobsAgree(final DeformationCase motion) throws IOException, InterruptedException {
        // the program cuts blobs off by a box, this one by a ball: up to 4e-5 of each blob in the corners
        assertAgree(BlobTexture.of(3), motion, 0, 1e-3);
    }

    @ParameterizedTest
    @EnumSource
    void spheresAgree(final DeformationCase motion) throws IOException, InterruptedException {
        assertAgree(SphereTexture.of(3), motion, 1, 1e-5);
    }

    private void assertAgree(final Texture texture, final DeformationCase motion, final int mode,
        final double tolerance) throws IOException, InterruptedException {
        final TextureField field = texture.field();
        final Deformation deformation = motion.in(SHAPE);
        final Bodies bodies = field.touching(deformation.inverse(Bounds.of(Block.of(SHAPE))));
        final Path file = folder.resolve("bodies");
        Files.write(file, bytes(bodies));
        final FloatBuffer expected = ByteBuffer.wrap(run(program.toString(), Integer.toString(EDGE),
            Integer.toString(motion.ordinal()), Integer.toString(mode), file.toString()))
            .order(ByteOrder.nativeOrder()).asFloatBuffer();
        final float[] actual = new float[EDGE * EDGE * EDGE];
        new TextureRenderer(field, deformation).render(Block.of(SHAPE), actual);
        assertEquals(actual.length, expected.remaining());
        for (int i = 0; i < actual.length; i++) {
            assertEquals(expected.get(i), actual[i], tolerance);
        }
    }

    private static byte[] bytes(final Bodies bodies) {
        final ByteBuffer buffer = ByteBuffer.allocate(8 + 40 * bodies.count()).order(ByteOrder.nativeOrder());
        buffer.putDouble(bodies.count());
        for (int i = 0; i < bodies.count(); i++) {
            buffer.putDouble(bodies.z(i)).putDouble(bodies.y(i)).putDouble(bodies.x(i)).putDouble(bodies.size(i))
                .putDouble(bodies.amplitude(i));
        }
        return buffer.array();
    }

    private byte[] run(final String... command) throws IOException, InterruptedException {
        final Path output = folder.resolve("output");
        final Path errors = folder.resolve("errors");
        final Process process = new ProcessBuilder(command).redirectOutput(output.toFile())
            .redirectError(errors.toFile()).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), command[0] + " does not end");
        assertEquals(0, process.exitValue(), () -> Arrays.toString(command));
        return Files.readAllBytes(output);
    }

    private static boolean isOnPath(final String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, command)));
    }

    /** The folder of shared data: as configured, or a neighbour of a folder above. */
    private static Path shared() {
        final String configured = System.getProperty("electrode4d.shared", System.getenv("electrode4d.shared"));
        if (configured != null) {
            return Path.of(configured);
        }
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve("shared/design.md"))) {
                return above.resolve("shared");
            }
        }
        return Path.of("shared");
    }
}
