// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.electrode4d.segmentation.morphology.HoleFilling.Holes;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.io.Format;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;
import org.electrode4d.volume.io.WriteOptions;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.VolumeBorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same as scipy.ndimage, where it is installed. */
class ScipyComparisonTest {

    private static final VoxelSize SIZE = new VoxelSize(0.5, 0.75, 1.3);

    private static final String SCRIPT = """
        import sys, numpy
        from scipy import ndimage
        folder = sys.argv[1]
        a = numpy.load(folder + '/noise.npy')
        distance = ndimage.distance_transform_edt(a, sampling=(1.3, 0.75, 0.5))
        numpy.save(folder + '/distance.npy', distance.astype(numpy.float32))
        for rank, name in ((1, 'FACES'), (2, 'EDGES'), (3, 'CORNERS')):
            structure = ndimage.generate_binary_structure(3, rank)
            numpy.save(folder + '/' + name + '.npy', ndimage.label(a, structure)[0].astype(numpy.int32))
        numpy.save(folder + '/filled.npy', ndimage.binary_fill_holes(a).astype(numpy.uint8))
        """;

    /** Where scipy is installed with the system, and not only with some virtual environment. */
    private static final Path SYSTEM = Path.of("/usr/bin/python3");

    @TempDir
    Path folder;

    /** Lets scipy work on noise. */
    private Volume scipy(final double share) throws IOException {
        final Volume noise = Bodies.noise(new Shape(64, 64, 64), SIZE, share, 19);
        VolumeFiles.write(noise, folder.resolve("noise.npy"), WriteOptions.of(Format.NPY), Progress.NONE);
        final String python = Files.exists(SYSTEM) ? SYSTEM.toString() : "python3";
        final String output = run(python);
        assumeTrue(!output.contains("ModuleNotFoundError"), python + " lacks a module: " + output);
        return noise;
    }

    private String run(final String python) throws IOException {
        try {
            final Process process =
                new ProcessBuilder(python, "-c", SCRIPT, folder.toString()).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            assumeTrue(false, "no python3: " + e.getMessage());
            return "";
        }
    }

    private Volume read(final String name) throws IOException {
        return VolumeFiles.open(VolumeSource.of(folder.resolve(name + ".npy")).withVoxelSize(SIZE));
    }

    @Test
    void distancesAreThoseOfScipy() throws IOException {
        final Volume noise = scipy(0.9);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertArrayEquals(Bodies.floats(read("distance")),
                Bodies.floats(DistanceTransform.of(noise, VolumeBorder.OPEN, scratch, Progress.NONE)), 1e-6f);
        }
    }

    @Test
    void componentsAndTheirOrderAreThoseOfScipy() throws IOException {
        final Volume noise = scipy(0.3);
        for (final Connectivity connectivity : Connectivity.values()) {
            try (ScratchSpace scratch = ScratchSpace.open()) {
                assertArrayEquals(Bodies.labels(read(connectivity.name())), Bodies.labels(
                    ConnectedComponents.of(noise, connectivity, scratch, Progress.NONE).labels().volume()));
            }
        }
    }

    @Test
    void filledHolesAreThoseOfScipy() throws IOException {
        final Volume noise = scipy(0.75);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertArrayEquals(Bodies.labels(read("filled")),
                Bodies.labels(HoleFilling.of(noise, Holes.ALL, scratch, Progress.NONE).mask()));
        }
    }
}
