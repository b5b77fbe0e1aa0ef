// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.VoxelSize;

/** The description of a model as JSON; nothing of it is believed before it is checked. */
final class DescriptionJson {

    private static final String FORMAT = "electrode4d.model";
    private static final int VERSION = 1;
    private static final String BYTES = "bytes";
    private static final String NAME = "name";
    private static final String PARTS = "parts";

    private DescriptionJson() {
    }

    static ObjectNode write(final ModelDescription description, final SortedMap<String, byte[]> parts) {
        final ObjectNode json = ModelFile.JSON.createObjectNode().put("format", FORMAT).put("version", VERSION)
            .put("kind", description.kind().id()).put(NAME, description.name());
        ClassesJson.write(description.classes(), json);
        NormalizationJson.write(description.normalization(), json.putObject("normalization"));
        writeInput(description.input(), json.putObject("input"));
        JsonFields.putMap(json, "architecture", description.architecture());
        writeProvenance(description.provenance(), json.putObject("provenance"));
        writeTraining(description.training(), json.putObject("training"));
        final var list = json.putArray(PARTS);
        parts.forEach((name, bytes) -> list.addObject().put(NAME, name).put(BYTES, bytes.length));
        return json;
    }

    private static void writeInput(final ModelInput input, final ObjectNode json) {
        final VoxelSize size = input.voxelSize();
        json.putArray("voxel_size_um").add(size.x()).add(size.y()).add(size.z());
        json.put("voxel_size_tolerance", input.tolerance()).put("columns", input.columns()).put("rows", input.rows());
    }

    private static void writeProvenance(final Provenance provenance, final ObjectNode json) {
        json.put("program", provenance.program()).put("engine", provenance.engine()).put("date", provenance.date());
        JsonFields.putTexts(json, "trained_on", provenance.trainedOn());
        json.put("seed", provenance.seed());
    }

    private static void writeTraining(final TrainingLog log, final ObjectNode json) {
        JsonFields.putMap(json, "settings", log.settings());
        json.put("best_epoch", log.bestEpoch());
        final var epochs = json.putArray("epochs");
        for (final EpochRecord record : log.epochs()) {
            final ObjectNode epoch = epochs.addObject().put("epoch", record.epoch()).put("steps", record.steps());
            JsonFields.put(epoch, "loss", record.loss());
            JsonFields.put(epoch, "validation_loss", record.validationLoss());
            JsonFields.putNumbers(epoch, "validation_dice", record.validationDice());
            JsonFields.put(epoch, "learning_rate", record.learningRate());
            JsonFields.put(epoch, "seconds", record.seconds());
        }
    }

    static ModelDescription read(final JsonNode json) {
        requireVersion(json);
        final String kind = JsonFields.text(json, "kind");
        return new ModelDescription(
            ModelKind.of(kind).orElseThrow(() -> new LearningException("The model is of the kind '" + kind
                + "', which is unknown. Update Electrode4D.")),
            JsonFields.text(json, NAME), ClassesJson.read(json),
            NormalizationJson.read(JsonFields.object(json, "normalization")),
            input(JsonFields.object(json, "input")), JsonFields.map(json, "architecture"),
            provenance(JsonFields.object(json, "provenance")), training(JsonFields.object(json, "training")));
    }

    private static void requireVersion(final JsonNode json) {
        if (!FORMAT.equals(json.path("format").asText())) {
            throw new LearningException("This is no model of Electrode4D: its format is "
                + json.path("format") + ", not \"" + FORMAT + "\". Choose another file.");
        }
        final int version = JsonFields.small(json, "version");
        if (version < 1 || version > VERSION) {
            throw new LearningException("The model has version " + version + " of the format, but this program knows "
                + "no newer one than " + VERSION + ". Update Electrode4D.");
        }
    }

    private static ModelInput input(final JsonNode json) {
        final List<Double> size = JsonFields.numbers(json, "voxel_size_um");
        if (size.size() != 3) {
            throw new LearningException("The voxel size of the model should be three numbers of µm, but is " + size
                + ". Copy or write the model again.");
        }
        return new ModelInput(new VoxelSize(size.get(0), size.get(1), size.get(2)),
            JsonFields.number(json, "voxel_size_tolerance"), JsonFields.small(json, "columns"),
            JsonFields.small(json, "rows"));
    }

    private static Provenance provenance(final JsonNode json) {
        return new Provenance(JsonFields.text(json, "program"), JsonFields.text(json, "engine"),
            JsonFields.text(json, "date"), JsonFields.texts(json, "trained_on"), JsonFields.integer(json, "seed"));
    }

    private static TrainingLog training(final JsonNode json) {
        return new TrainingLog(JsonFields.map(json, "settings"),
            JsonFields.list(json, "epochs", DescriptionJson::epoch), JsonFields.small(json, "best_epoch"));
    }

    private static EpochRecord epoch(final JsonNode json) {
        return new EpochRecord(JsonFields.small(json, "epoch"), JsonFields.integer(json, "steps"),
            JsonFields.number(json, "loss"), JsonFields.number(json, "validation_loss"),
            JsonFields.numbers(json, "validation_dice"), JsonFields.number(json, "learning_rate"),
            JsonFields.number(json, "seconds"));
    }

    /** Names of the parts, and how many bytes each has. */
    static SortedMap<String, Long> parts(final JsonNode json) {
        final SortedMap<String, Long> parts = new TreeMap<>();
        JsonFields.list(json, PARTS, part -> parts.put(JsonFields.text(part, NAME), JsonFields.integer(part, BYTES)));
        return parts;
    }
}
