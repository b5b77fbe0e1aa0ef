// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.TrainingLog;
import org.electrode4d.volume.VoxelSize;

/**
 * What a cell keeps of a segmentation model.
 *
 * @param name as shown to the user
 * @param kind such as {@code U-Net}
 * @param structure in words, such as {@code depth 4, base width 16}; empty where it is not known
 * @param classes names, in the order of the outputs
 * @param voxelSize of the images that it was trained on, in µm
 * @param validationDice mean over the classes; NaN where it is not known
 * @param contentHash see {@link ContentHash}
 */
public record SegmentationModelDescription(String name, String kind, String structure, List<String> classes,
    VoxelSize voxelSize, double validationDice, String contentHash) implements CellDescription {

    private static final byte VERSION = 1;

    private static final List<String> MEASURED = List.of("depth", "base width");
    private static final List<String> COUNTED = List.of("trees", "features");

    /** Keeps its own copy of the classes. */
    public SegmentationModelDescription {
        classes = List.copyOf(classes);
    }

    static SegmentationModelDescription of(final ModelDescription model, final String contentHash) {
        final TrainingLog training = model.training();
        final double dice = training.best().isPresent()
            ? training.epochs().get(training.best().getAsInt()).meanDice() : Double.NaN;
        return new SegmentationModelDescription(model.name(), switch (model.kind()) {
            case NETWORK -> "U-Net";
            case ONNX -> "ONNX network";
            case FOREST -> "Pixel classifier";
        }, structure(model), model.classes().names(), model.input().voxelSize(), dice, contentHash);
    }

    /** What tells models of a kind apart: "depth 4, base width 16" or "100 trees, 30 features". */
    private static String structure(final ModelDescription model) {
        final boolean counts = model.kind() == ModelKind.FOREST;
        return (counts ? COUNTED : MEASURED).stream().filter(model.architecture()::containsKey)
            .map(key -> counts ? model.architecture().get(key) + " " + key : key + " " + model.architecture().get(key))
            .collect(Collectors.joining(", "));
    }

    /** Whether both models were stored as the same bytes, whatever they are called. */
    @Override
    public boolean sameContent(final CellDescription other) {
        return other instanceof SegmentationModelDescription model && contentHash.equals(model.contentHash);
    }

    void write(final DataOutput out) throws IOException {
        out.writeByte(VERSION);
        out.writeUTF(name);
        out.writeUTF(kind);
        out.writeUTF(structure);
        out.writeInt(classes.size());
        for (final String one : classes) {
            out.writeUTF(one);
        }
        out.writeDouble(voxelSize.x());
        out.writeDouble(voxelSize.y());
        out.writeDouble(voxelSize.z());
        out.writeDouble(validationDice);
        out.writeUTF(contentHash);
    }

    static SegmentationModelDescription read(final DataInput in) throws IOException {
        final byte version = in.readByte();
        if (version != VERSION) {
            throw new IOException("This model was stored by a newer version of Electrode4D (cell version " + version
                + ", known here: " + VERSION + ").");
        }
        final String name = in.readUTF();
        final String kind = in.readUTF();
        final String structure = in.readUTF();
        final List<String> classes = new ArrayList<>();
        for (int remaining = in.readInt(); remaining > 0; remaining--) {
            classes.add(in.readUTF());
        }
        final VoxelSize size = new VoxelSize(in.readDouble(), in.readDouble(), in.readDouble());
        return new SegmentationModelDescription(name, kind, structure, classes, size, in.readDouble(), in.readUTF());
    }

    /** One line: kind, structure, classes, voxel size and score. */
    @Override
    public String toString() {
        return kind + (structure.isEmpty() ? "" : ", " + structure) + ", " + classes.size() + " classes, voxel "
            + VolumeDescription.text(voxelSize)
            + (Double.isNaN(validationDice) ? ""
                : String.format(Locale.ROOT, ", validation Dice %.2f", validationDice));
    }
}
