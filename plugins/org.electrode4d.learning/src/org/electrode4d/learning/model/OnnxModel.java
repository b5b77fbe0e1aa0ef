// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.engine.NetworkSource;

/**
 * A network that was trained elsewhere.
 *
 * @param description of the kind {@link ModelKind#ONNX}
 * @param network bytes of an ONNX file with one image at the input and one at the output; not copied
 * @param image how that network takes and gives images
 */
public record OnnxModel(ModelDescription description, byte[] network, ForeignImage image) implements SliceModel {

    private static final String NETWORK = "network.onnx";
    private static final String IMAGE = "network.json";

    /**
     * How a foreign network takes and gives images.
     *
     * @param channelsLast whether they are {@code [batch, row, column, channel]}, as those of Keras
     * @param activation what its last layer gives
     * @param divisor rows and columns must be multiples of it
     */
    public record ForeignImage(boolean channelsLast, OutputActivation activation, int divisor) {

        /** @throws LearningException for a divisor below 1 */
        public ForeignImage {
            if (divisor < 1) {
                throw new LearningException("Rows and columns of images must be multiples of a number of at least 1, "
                    + "not of " + divisor + ".");
            }
        }
    }

    /** @throws LearningException if the description is of another kind */
    public OnnxModel {
        description.require(ModelKind.ONNX);
    }

    /** @throws LearningException if the file holds another kind of model, or its parts are damaged */
    public static OnnxModel of(final ModelFile file) {
        file.description().require(ModelKind.ONNX);
        final JsonNode image = file.json(IMAGE);
        return new OnnxModel(file.description(), file.part(NETWORK),
            new ForeignImage(JsonFields.truth(image, "channels_last"),
                activation(JsonFields.text(image, "output")), JsonFields.small(image, "divisor")));
    }

    private static OutputActivation activation(final String name) {
        return Arrays.stream(OutputActivation.values()).filter(a -> id(a).equals(name)).findFirst()
            .orElseThrow(() -> new LearningException("The output of the network is '" + name
                + "', which is unknown. Update Electrode4D."));
    }

    private static String id(final OutputActivation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ModelFile toFile() {
        final ObjectNode json = ModelFile.JSON.createObjectNode().put("channels_last", image.channelsLast())
            .put("output", id(image.activation())).put("divisor", image.divisor());
        return new ModelFile(description, new TreeMap<>(Map.of(NETWORK, network, IMAGE, ModelFile.bytes(json))));
    }

    @Override
    public NetworkSource source() {
        return new NetworkSource.Onnx(network, image.channelsLast());
    }

    @Override
    public OutputActivation activation() {
        return image.activation();
    }

    @Override
    public int divisor() {
        return image.divisor();
    }
}
