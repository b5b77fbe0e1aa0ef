// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.electrode4d.embedded.fixture.SharedData;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ConfigXmlTest {

    private static final String HEADER = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="http://www.knime.org/2008/09/XMLConfig" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://www.knime.org/2008/09/XMLConfig http://www.knime.org/XMLConfig_2008_09.xsd" \
        key="settings.xml">
        """;

    private static String xml(final ConfigBaseRO config) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        config.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static NodeSettingsRO settings(final String xml) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyTypeOfEntryHasItsLine() throws IOException {
        NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("name", "T0");
        settings.addString("nothing", null);
        settings.addInt("rows", 4);
        settings.addLong("start", 100);
        settings.addDouble("factor", 2.5);
        settings.addFloat("float", 0.5f);
        settings.addByte("byte", (byte)4);
        settings.addShort("short", (short)-5);
        settings.addChar("char", 'x');
        settings.addBoolean("enabled", false);
        settings.addTransientString("forgotten", "secret");
        settings.addIntArray("ints", 7, 8);
        settings.addStringArray("none", (String[])null);
        assertEquals(HEADER + """
                <entry key="name" type="xstring" value="T0"/>
                <entry key="nothing" type="xstring" isnull="true" value=""/>
                <entry key="rows" type="xint" value="4"/>
                <entry key="start" type="xlong" value="100"/>
                <entry key="factor" type="xdouble" value="2.5"/>
                <entry key="float" type="xfloat" value="0.5"/>
                <entry key="byte" type="xbyte" value="4"/>
                <entry key="short" type="xshort" value="-5"/>
                <entry key="char" type="xchar" value="x"/>
                <entry key="enabled" type="xboolean" value="false"/>
                <config key="ints">
                    <entry key="array-size" type="xint" value="2"/>
                    <entry key="0" type="xint" value="7"/>
                    <entry key="1" type="xint" value="8"/>
                </config>
                <config key="none"/>
            </config>
            """, xml(settings));
    }

    @Test
    void charactersThatXmlCannotHoldBecomeDigits() throws Exception {
        NodeSettings settings = new NodeSettings("settings.xml");
        String text = "a<b&c>\"d\"\n\t%% µm\u0001\uD83D\uDE00";
        settings.addString("text", text);
        String xml = xml(settings);
        assertTrue(xml.contains(
            "value=\"a&lt;b&amp;c&gt;&quot;d&quot;%%00010%%00009%%00037% µm%%00001%%55357%%56832\""), xml);
        assertEquals(text, settings(xml).getString("text"));
    }

    @Property
    void anyStringSurvives(@ForAll final String text) throws Exception {
        NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("text", text);
        assertEquals(text, settings(xml(settings)).getString("text"));
    }

    @Property
    void numbersSurvive(@ForAll final double d, @ForAll final long l, @ForAll final float[] floats) throws Exception {
        NodeSettings settings = new NodeSettings("settings.xml");
        settings.addDouble("double", d);
        settings.addLong("long", l);
        settings.addFloatArray("floats", floats);
        NodeSettingsRO read = settings(xml(settings));
        assertEquals(d, read.getDouble("double"));
        assertEquals(l, read.getLong("long"));
        assertArrayEquals(floats, read.getFloatArray("floats"));
        assertEquals(settings, read);
    }

    @Test
    void missingKeysAndOtherTypesAreToldByName() {
        NodeSettings settings = new NodeSettings("settings.xml");
        settings.addInt("rows", 4);
        assertEquals("Double for key \"rows\" not found.",
            assertThrows(InvalidSettingsException.class, () -> settings.getDouble("rows")).getMessage());
        assertThrows(InvalidSettingsException.class, () -> settings.getNodeSettings("rows"));
        assertEquals(1.5, settings.getDouble("rows", 1.5));
        assertNull(settings.getString("absent", null));
    }

    @Test
    void aKeyThatIsAddedAgainKeepsItsPlace() {
        NodeSettings settings = new NodeSettings("settings.xml");
        settings.addInt("first", 1);
        settings.addInt("second", 2);
        settings.addString("first", "one");
        assertEquals(List.of("first", "second"), List.copyOf(settings.keySet()));
    }

    @Test
    void unknownTypesAreRefused() {
        assertThrows(IOException.class,
            () -> settings(HEADER + "<entry key=\"a\" type=\"xcomplex\" value=\"1\"/></config>"));
        assertThrows(IOException.class,
            () -> settings(HEADER + "<entry key=\"a\" type=\"xint\" value=\"one\"/></config>"));
        assertThrows(IOException.class, () -> settings(HEADER));
    }

    @Test
    void filesOfKnimeAreWrittenByteForByte() throws IOException {
        Path workflows = SharedData.path("knime/example-workflow");
        List<Path> files;
        try (Stream<Path> all = Files.walk(workflows)) {
            files = all.filter(file -> file.toString().matches(".*/((settings|spec|data)\\.xml|workflow\\.knime)"))
                .collect(Collectors.toList());
        }
        assertTrue(files.size() >= 15, files.toString());
        for (Path file : files) {
            String xml = Files.readString(file);
            assertEquals(xml, xml(settings(xml)), file.toString());
        }
    }
}
