// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.List;
import java.util.Locale;
import org.electrode4d.phantom.BlobTexture;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.DeformationCase;
import org.electrode4d.phantom.Deformations;
import org.electrode4d.phantom.Detector;
import org.electrode4d.phantom.GreyChange;
import org.electrode4d.phantom.PhantomSettings;
import org.electrode4d.phantom.SphereTexture;
import org.electrode4d.phantom.Texture;
import org.electrode4d.phantom.TexturePhantom;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * How long phantoms take to render, per texture and motion, with and without noise: seconds per state on all cores and
 * nanoseconds per voxel.
 *
 * <p>Run with the edge of the cube as argument, 256 where none is given; the first line of each texture includes the
 * compiler's warm-up unless {@code --warm} follows:
 * <pre>{@code java -Xmx2g -cp <class path> org.electrode4d.benchmarks.RenderSpeed 256 --warm}</pre>
 */
public final class RenderSpeed {

    private static final int CHUNK = 64;

    private RenderSpeed() {
    }

    public static void main(final String[] arguments) {
        final int edge = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 256;
        final Shape shape = new Shape(edge, edge, edge);
        final List<Texture> textures = List.of(BlobTexture.of(1), SphereTexture.of(1));
        if (List.of(arguments).contains("--warm")) {
            textures.forEach(texture -> motions(shape).forEach(motion ->
                render(phantom(new Shape(96, 96, 96), texture, Detector.NOISE_FREE), motion.deformation())));
        }
        System.out.printf("%d^3 voxels, %d processors%n", edge, Runtime.getRuntime().availableProcessors());
        System.out.printf("%-8s %-22s %9s %10s%n", "texture", "motion", "s", "ns/voxel");
        for (final Texture texture : textures) {
            final long start = System.nanoTime();
            final TexturePhantom clean = phantom(shape, texture, Detector.NOISE_FREE);
            report(texture, "(grey law)", start, shape);
            for (final Motion motion : motions(shape)) {
                measure(clean, texture, motion.name(), motion.deformation());
            }
            final TexturePhantom noisy = phantom(shape, texture, Detector.NOISE_FREE.withNoise(5, 1));
            measure(noisy, texture, "identity, noise", Deformations.identity());
        }
    }

    private record Motion(String name, Deformation deformation) {
    }

    private static List<Motion> motions(final Shape shape) {
        final Point centre = Deformations.centre(shape);
        final double s = Math.sqrt(0.5);
        return List.of(
            new Motion("identity", DeformationCase.IDENTITY.in(shape)),
            new Motion("affine", DeformationCase.AFFINE.in(shape)),
            new Motion("axial gradient", DeformationCase.GRADIENT.in(shape)),
            new Motion("jump", DeformationCase.JUMP.in(shape)),
            new Motion("jump, oblique to rows",
                Deformations.jump(new Point(0, 0, 1.5), new Point(s, s, 0), centre, 2)));
    }

    private static TexturePhantom phantom(final Shape shape, final Texture texture, final Detector detector) {
        return TexturePhantom.of(PhantomSettings.of(shape).withTexture(texture).withDetector(detector));
    }

    private static void measure(final TexturePhantom phantom, final Texture texture, final String motion,
        final Deformation deformation) {
        final long start = System.nanoTime();
        render(phantom, deformation);
        report(texture, motion, start, phantom.settings().shape());
    }

    private static void render(final TexturePhantom phantom, final Deformation deformation) {
        final Volume state = phantom.state(0, deformation, GreyChange.NONE);
        final List<Block> blocks = Blocks.tile(state.shape(), CHUNK);
        Blocks.forEach(blocks, Progress.NONE, "Rendering", block -> state.read(block, new float[block.voxels()]));
    }

    private static void report(final Texture texture, final String what, final long start, final Shape shape) {
        final double nanoseconds = System.nanoTime() - start;
        System.out.printf(Locale.ROOT, "%-8s %-22s %9.2f %10.1f%n", texture.name(), what, nanoseconds / 1e9,
            nanoseconds / shape.voxels());
    }
}
