// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.phantom.DeformationCase;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;

/**
 * The files of the synthetic pairs. What is missing is made by {@code tools/make_dvc_pairs.py} of the shared folder,
 * all four motions of a texture and noise at once: its noise depends on their order, and the peers saw exactly these
 * voxels. The script runs as a copy in the folder of the pairs, because it writes beside itself.
 */
final class PairFiles {

    private static final String SCRIPT = "make_dvc_pairs.py";
    private static final VoxelSize VOXEL = VoxelSize.isotropic(1);

    private final Path folder;

    PairFiles(final Path folder) {
        this.folder = folder;
    }

    /** The folder that the property {@code electrode4d.pairs} names, or {@code benchmarks/target/pairs}. */
    static PairFiles inDefaultFolder() {
        return new PairFiles(Path.of(System.getProperty("electrode4d.pairs", "benchmarks/target/pairs")));
    }

    /** Opens a pair, and makes it first if it is not there. */
    VolumePair open(final PairCase pair) {
        try {
            if (!isComplete(pair)) {
                make(pair);
            }
            return new VolumePair(open(pair.referenceFile()), open(pair.deformedFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Volume open(final String name) throws IOException {
        return VolumeFiles.open(VolumeSource.of(folder.resolve(name)).withVoxelSize(VOXEL));
    }

    /** Whether all files of the same texture and noise are there in full. */
    private boolean isComplete(final PairCase pair) throws IOException {
        final long bytes = pair.shape().voxels() * Short.BYTES;
        final List<String> names = new ArrayList<>(List.of(pair.referenceFile()));
        motions().forEach(motion -> names.add(with(pair, motion).deformedFile()));
        for (final String name : names) {
            final Path file = folder.resolve(name);
            if (!Files.exists(file) || Files.size(file) < bytes) {
                return false;
            }
        }
        return true;
    }

    private static Stream<DeformationCase> motions() {
        return Stream.of(DeformationCase.values()).filter(motion -> motion != DeformationCase.IDENTITY);
    }

    private static PairCase with(final PairCase pair, final DeformationCase motion) {
        return new PairCase(pair.edge(), motion, pair.texture(), pair.snr());
    }

    private void make(final PairCase pair) throws IOException {
        final Path original = SharedFolder.require("tools/" + SCRIPT);
        Files.createDirectories(folder);
        final Path script = folder.resolve(SCRIPT);
        Files.copy(original, script, StandardCopyOption.REPLACE_EXISTING);
        script.toFile().setWritable(true);
        final List<String> arguments = new ArrayList<>(List.of(script.toString(), "--n",
            Integer.toString(pair.edge()), "--texture", pair.texture(), "--out", folder.toString()));
        if (!pair.isClean()) {
            arguments.addAll(List.of("--snr", Integer.toString(pair.snr())));
        }
        System.err.println("Making pairs " + pair.tag() + " in " + folder + "; needs gcc");
        final PeerPython python = PeerPython.with("numpy, tifffile").orElseThrow(() -> new IllegalStateException(
            "The synthetic pairs are made by a Python program, but no Python has numpy and tifffile. Install them "
                + "(Debian: python3-numpy python3-tifffile gcc), or put the pairs into " + folder + "."));
        python.run(arguments, folder, folder.resolve("make_dvc_pairs.log").toFile());
        deleteExactFields();
    }

    /** The script samples the exact fields too; here they are formulas. */
    private void deleteExactFields() throws IOException {
        try (DirectoryStream<Path> fields = Files.newDirectoryStream(folder, "u_*.npy")) {
            for (final Path field : fields) {
                Files.delete(field);
            }
        }
    }
}
