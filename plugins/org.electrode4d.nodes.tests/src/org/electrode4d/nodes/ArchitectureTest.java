// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.learning.LearningException;
import org.electrode4d.nodes.volumes.VolumeReaderNodeFactory;
import org.electrode4d.phantom.TexturePhantom;
import org.electrode4d.report.Page;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;

/** Arrows point one way: nodes to domain plug-ins to volume. */
class ArchitectureTest {

    private static final List<String> DOMAIN = Stream.of("volume", "phantom", "correlation", "acquisition",
        "segmentation", "transport", "learning").map(ArchitectureTest::plugin).toList();

    private static JavaClasses project;

    @BeforeAll
    static void read() {
        project = new ClassFileImporter().importLocations(List.of(location(Volume.class),
            location(TexturePhantom.class), location(DeformationField.class), location(Instrument.class),
            location(SegmentationException.class), location(TransportException.class),
            location(LearningException.class), location(Page.class), location(VolumeReaderNodeFactory.class)));
    }

    private static Location location(final Class<?> type) {
        final Path path = NodeClasses.location(type);
        return Location.of(Files.isDirectory(path) ? path.toUri() : URI.create("jar:" + path.toUri() + "!/"));
    }

    @Test
    void domainPluginsDoNotKnowKnime() {
        noClasses().that().resideInAnyPackage(DOMAIN.toArray(String[]::new)).should().dependOnClassesThat()
            .resideInAnyPackage("org.knime..", "org.electrode4d.nodes..", "org.electrode4d.embedded..")
            .check(project);
    }

    private static String plugin(final String name) {
        return "org.electrode4d." + name + "..";
    }

    @ParameterizedTest
    @ValueSource(strings = {"volume", "phantom", "correlation", "acquisition", "segmentation", "transport", "learning"})
    void domainPluginsKnowVolumeOnly(final String name) {
        final String[] others = DOMAIN.stream().filter(other -> !other.equals(plugin(name)))
            .filter(other -> !other.equals(plugin("volume")) || name.equals("volume")).toArray(String[]::new);
        noClasses().that().resideInAPackage(plugin(name)).should().dependOnClassesThat().resideInAnyPackage(others)
            .check(project);
    }

    /** They run in the worker, where no other plug-in and no library but the engine's is. */
    @Test
    void whatRunsInWorkersKnowsTheJdkOnly() {
        final String[] worker = {"org.electrode4d.learning.network..", "org.electrode4d.learning.engine..",
            "org.electrode4d.learning.worker.server.."};
        classes().that().resideInAnyPackage(worker).should().onlyDependOnClassesThat(
            resideInAnyPackage(worker).or(resideInAPackage("java.."))).check(project);
    }

    /** The command line writes reports without the nodes, and nodes without the command line. */
    @Test
    void reportsKnowTheJdkOnly() {
        classes().that().resideInAPackage(plugin("report")).should().onlyDependOnClassesThat(
            resideInAnyPackage(plugin("report"), "java..", "javax.imageio..", "javax.xml.parsers..", "org.w3c.dom..",
                "org.xml.sax..")).check(project);
    }

    /** Their classes are found by name, in another process. */
    @Test
    void nobodyKnowsTheClassesOfEngines() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.electrode4d.learning.dl4j..",
            "org.electrode4d.learning.onnx..", "org.electrode4d.learning.pytorch..").check(project);
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
