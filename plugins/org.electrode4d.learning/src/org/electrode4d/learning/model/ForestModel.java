// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.features.FeatureKind;
import org.electrode4d.learning.features.FeatureSet;
import org.electrode4d.learning.features.FeatureSpace;
import org.electrode4d.learning.forest.ForestBytes;
import org.electrode4d.learning.forest.RandomForest;

/**
 * A pixel classifier: what it looks at in the surroundings of a voxel, and the forest that tells the class.
 *
 * @param description of the kind {@link ModelKind#FOREST}
 */
public record ForestModel(ModelDescription description, FeatureSet features, RandomForest forest) {

    private static final String FEATURES = "features.json";
    private static final String FOREST = "forest.bin";
    private static final String SPACE = "space";
    private static final String SIGMAS = "sigmas_voxels";
    private static final String KINDS = "kinds";

    /** @throws LearningException if features, forest and classes do not fit each other, or for another kind */
    public ForestModel {
        description.require(ModelKind.FOREST);
        final int classes = description.classes().classes().size();
        if (features.size() != forest.features() || classes != forest.classes()) {
            throw new LearningException("The forest of the model " + description.name() + " tells " + forest.classes()
                + " classes apart by " + forest.features() + " features, but the model has " + classes + " and "
                + features.size() + ". Write the model again.");
        }
    }

    /** @throws LearningException if the file holds another kind of model, or its parts are damaged */
    public static ForestModel of(final ModelFile file) {
        file.description().require(ModelKind.FOREST);
        return new ForestModel(file.description(), read(file.json(FEATURES)), ForestBytes.read(file.part(FOREST)));
    }

    public ModelFile toFile() {
        return new ModelFile(description, new TreeMap<>(Map.of(FEATURES, ModelFile.bytes(write(features)),
            FOREST, ForestBytes.write(forest))));
    }

    private static ObjectNode write(final FeatureSet features) {
        final ObjectNode json = ModelFile.JSON.createObjectNode().put(SPACE, id(features.space()));
        JsonFields.putNumbers(json, SIGMAS, features.sigmas());
        JsonFields.putTexts(json, KINDS, features.kinds().stream().sorted().map(ForestModel::id).toList());
        return json;
    }

    private static FeatureSet read(final JsonNode json) {
        final List<FeatureKind> kinds =
            JsonFields.texts(json, KINDS).stream().map(id -> find(FeatureKind.values(), id)).toList();
        return new FeatureSet(find(FeatureSpace.values(), JsonFields.text(json, SPACE)),
            JsonFields.numbers(json, SIGMAS), new HashSet<>(kinds));
    }

    private static String id(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E find(final E[] values, final String id) {
        return Arrays.stream(values).filter(value -> id(value).equals(id)).findFirst()
            .orElseThrow(() -> new LearningException("The features of the model name '" + id
                + "', which is unknown. Update Electrode4D."));
    }
}
