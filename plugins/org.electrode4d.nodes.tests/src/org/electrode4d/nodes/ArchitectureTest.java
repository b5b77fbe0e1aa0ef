// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.volumes.VolumeReaderNodeFactory;
import org.electrode4d.phantom.TexturePhantom;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Arrows point one way: nodes to domain plug-ins to volume. */
class ArchitectureTest {

    private static final String[] DOMAIN =
        {"org.electrode4d.volume..", "org.electrode4d.phantom..", "org.electrode4d.correlation..",
            "org.electrode4d.acquisition..", "org.electrode4d.segmentation..", "org.electrode4d.transport.."};

    private static JavaClasses project;

    @BeforeAll
    static void read() {
        project = new ClassFileImporter().importLocations(List.of(location(Volume.class),
            location(TexturePhantom.class), location(DeformationField.class), location(Instrument.class),
            location(SegmentationException.class), location(TransportException.class),
            location(VolumeReaderNodeFactory.class)));
    }

    private static Location location(final Class<?> type) {
        final Path path = NodeClasses.location(type);
        return Location.of(Files.isDirectory(path) ? path.toUri() : URI.create("jar:" + path.toUri() + "!/"));
    }

    @Test
    void domainPluginsDoNotKnowKnime() {
        noClasses().that().resideInAnyPackage(DOMAIN).should().dependOnClassesThat()
            .resideInAnyPackage("org.knime..", "org.electrode4d.nodes..", "org.electrode4d.embedded..")
            .check(project);
    }

    @Test
    void volumeKnowsNoOtherPlugin() {
        noClasses().that().resideInAPackage("org.electrode4d.volume..").should().dependOnClassesThat()
            .resideInAnyPackage("org.electrode4d.phantom..", "org.electrode4d.correlation..",
                "org.electrode4d.acquisition..", "org.electrode4d.segmentation..",
                "org.electrode4d.transport..").check(project);
    }

    @Test
    void phantomKnowsVolumeOnly() {
        noClasses().that().resideInAPackage("org.electrode4d.phantom..").should().dependOnClassesThat()
            .resideInAnyPackage("org.electrode4d.correlation..", "org.electrode4d.acquisition..",
                "org.electrode4d.segmentation..",
                "org.electrode4d.transport..").check(project);
    }

    @Test
    void acquisitionKnowsVolumeOnly() {
        noClasses().that().resideInAPackage("org.electrode4d.acquisition..").should().dependOnClassesThat()
            .resideInAnyPackage("org.electrode4d.phantom..", "org.electrode4d.correlation..",
                "org.electrode4d.segmentation..",
                "org.electrode4d.transport..").check(project);
    }

    @Test
    void correlationKnowsVolumeOnly() {
        noClasses().that().resideInAPackage("org.electrode4d.correlation..").should().dependOnClassesThat()
            .resideInAnyPackage("org.electrode4d.phantom..", "org.electrode4d.acquisition..",
                "org.electrode4d.segmentation..",
                "org.electrode4d.transport..").check(project);
    }

    @Test
    void segmentationKnowsVolumeOnly() {
        noClasses().that().resideInAPackage("org.electrode4d.segmentation..").should().dependOnClassesThat()
            .resideInAnyPackage("org.electrode4d.phantom..", "org.electrode4d.correlation..",
                "org.electrode4d.acquisition..", "org.electrode4d.transport..").check(project);
    }

    @Test
    void transportKnowsVolumeOnly() {
        noClasses().that().resideInAPackage("org.electrode4d.transport..").should().dependOnClassesThat()
            .resideInAnyPackage("org.electrode4d.phantom..", "org.electrode4d.correlation..",
                "org.electrode4d.acquisition..", "org.electrode4d.segmentation..").check(project);
    }

    @Test
    void nodesDoNotKnowTheEmbeddedPlatform() {
        noClasses().that().resideInAPackage("org.electrode4d.nodes..").should().dependOnClassesThat()
            .resideInAPackage("org.electrode4d.embedded..").check(project);
    }

    @Test
    void nodesDoNotUseInternalPackagesOfKnime() {
        noClasses().that().resideInAPackage("org.electrode4d.nodes..").should().dependOnClassesThat()
            .resideInAnyPackage("org.knime.core.webui..", "org.knime.node.impl..", "org.knime.node.parameters.legacy..")
            .check(project);
    }

    @Test
    void aNodeIsAFactoryAndItsParameters() {
        classes().that().areAssignableTo(DefaultNodeFactory.class).and().resideInAPackage("org.electrode4d.nodes..")
            .should().haveSimpleNameEndingWith("NodeFactory").check(project);
        classes().that().implement(NodeParameters.class).and().resideInAPackage("org.electrode4d.nodes..")
            .should().haveSimpleNameEndingWith("NodeParameters").check(project);
    }
}
