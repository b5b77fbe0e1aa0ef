// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The components of a release for programs: a software bill of materials (SBOM) in the format CycloneDX 1.5. The Maven
 * plug-in of CycloneDX sees what a pom depends on; plug-ins of Tycho and the libraries inside of them are named
 * elsewhere, so that this is made from the jars themselves.
 */
final class BillOfMaterials {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private BillOfMaterials() {
    }

    /** @param time of the release, as in ISO 8601 */
    static void write(final Path file, final String version, final String time,
        final Collection<Component> components) throws IOException {
        final ObjectNode bill = JSON.createObjectNode();
        bill.put("bomFormat", "CycloneDX").put("specVersion", "1.5")
            .put("serialNumber", "urn:uuid:" + identity(version, components)).put("version", 1);
        final ObjectNode metadata = bill.putObject("metadata").put("timestamp", time);
        final ObjectNode product = metadata.putObject("component").put("type", "application")
            .put("bom-ref", "electrode4d").put("name", "electrode4d").put("version", version);
        licence(product, ThirdParty.OURS);
        final ArrayNode list = bill.putArray("components");
        final ArrayNode needed = bill.putArray("dependencies").addObject().put("ref", "electrode4d")
            .putArray("dependsOn");
        for (final Component component : components) {
            add(component, list.addObject());
            needed.add(reference(component));
        }
        Files.writeString(file, JSON.writeValueAsString(bill) + "\n");
    }

    /** The same for the same jars. */
    private static UUID identity(final String version, final Collection<Component> components) {
        final StringBuilder text = new StringBuilder(version);
        components.forEach(component -> text.append(' ').append(component.sha256()));
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String reference(final Component component) {
        return "sha256:" + component.sha256();
    }

    private static void add(final Component component, final ObjectNode node) {
        final Library library = component.library();
        node.put("type", "library").put("bom-ref", reference(component)).put("group", library.group())
            .put("name", library.title()).put("version", component.version());
        node.putArray("hashes").addObject().put("alg", "SHA-256").put("content", component.sha256());
        licence(node, library.licence());
        if (!library.copyright().isEmpty()) {
            node.put("copyright", library.copyright());
        }
        if (!ThirdParty.isOurs(component)) {
            node.put("purl", component.packageUrl());
        }
        site(node, library);
        final ArrayNode places = node.putArray("properties");
        component.places().forEach(place -> places.addObject().put("name", "electrode4d:file").put("value", place));
        parts(component, node);
    }

    private static void parts(final Component component, final ObjectNode node) {
        if (component.parts().isEmpty()) {
            return;
        }
        final ArrayNode parts = node.putArray("components");
        for (final Library part : component.parts()) {
            final ObjectNode inner = parts.addObject().put("type", "library").put("name", part.part());
            licence(inner, part.licence());
            site(inner, part);
        }
    }

    private static void licence(final ObjectNode node, final String expression) {
        node.putArray("licenses").addObject().put("expression", expression);
    }

    private static void site(final ObjectNode node, final Library library) {
        if (!library.url().isEmpty()) {
            node.putArray("externalReferences").addObject().put("type", "website").put("url", library.url());
        }
    }
}
