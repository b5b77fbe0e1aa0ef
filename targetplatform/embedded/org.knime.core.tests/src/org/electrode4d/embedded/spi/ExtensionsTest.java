// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.RegistryFactory;
import org.electrode4d.embedded.spi.registry.CellTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;

/** Finds what bundles contribute, on a flat class path. */
class ExtensionsTest {

    private static final String PLUGIN = """
        <?xml version="1.0" encoding="UTF-8"?>
        <plugin>
           <extension point="org.knime.workbench.repository.categories">
              <category path="/community" level-id="lab" name="Lab" description="demo"/>
           </extension>
           <extension point="org.knime.workbench.repository.nodes">
              <node category-path="/community/lab" factory-class="lab.AbsentFactory"/>
           </extension>
           <extension point="org.knime.core.DataType">
              <DataType cellClass="lab.AbsentCell">
                 <serializer cellClass="lab.AbsentCell" serializerClass="lab.AbsentCell$Serializer"/>
              </DataType>
           </extension>
        </plugin>
        """;

    private static final String MANIFEST = """
        Manifest-Version: 1.0
        Bundle-SymbolicName: lab.demo;singleton:=true
        Bundle-Name: Lab demo nodes
        Bundle-Vendor: Lab
        Bundle-Version: 1.2.3
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void flatClassPath() {
        assumeTrue(RegistryFactory.getRegistry() == null, "OSGi runs, and finds extensions itself");
    }

    @Test
    void pluginsOnTheClassPathAreFound() throws Exception {
        Files.writeString(folder.resolve("plugin.xml"), PLUGIN);
        Files.createDirectory(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/MANIFEST.MF"), MANIFEST);
        Extensions.addClassLoader(new URLClassLoader(new URL[]{folder.toUri().toURL()}, null));
        NodeExtension node = Extensions.node("lab.AbsentFactory").orElseThrow();
        assertEquals("/community/lab", node.categoryPath());
        assertEquals(new Contributor("lab.demo", "Lab demo nodes", "Lab", "1.2.3"), node.contributor());
        assertTrue(Extensions.categories().contains(new CategoryExtension("/community", "lab", "Lab", "demo")));
        assertTrue(Extensions.serializableCells().contains("lab.AbsentCell"));
        String message = assertThrows(IllegalStateException.class, node::createFactory).getMessage();
        assertTrue(message.contains("lab.demo") && message.contains("lab.AbsentFactory"), message);
        assertThrows(IllegalStateException.class, () -> CellTypes.cellClass("lab.AbsentCell"));
    }

    @Test
    void whatNobodyContributesIsNotThere() {
        assertFalse(Extensions.node("lab.Nobody").isPresent());
        assertTrue(assertThrows(InvalidSettingsException.class, () -> CellTypes.cellClass("lab.Nobody")).getMessage()
            .contains("lab.Nobody"));
        assertTrue(Extensions.serializableCells().contains("org.knime.core.data.def.IntCell"));
    }
}
