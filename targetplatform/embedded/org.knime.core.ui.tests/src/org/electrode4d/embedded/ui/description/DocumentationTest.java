// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.spi.node.NodeDocumentation;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Choice;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.widget.choices.Label;
import org.w3c.dom.Element;

class DocumentationTest {

    enum Mode {
        @Label(value = "Fast", description = "one pass")
        FAST, @Label("Exact")
        EXACT
    }

    static class Item implements NodeParameters {
        @Widget(title = "Name", description = "name of the item")
        String m_name = "";
    }

    static class Group implements NodeParameters {
        @Widget(title = "Inner", description = "inner")
        @Persist(configKey = "inner_um")
        int m_inner;
    }

    static class Parameters implements NodeParameters {
        @Section(title = "Zeta")
        interface ZetaFirst {
        }

        @Section(title = "Alpha")
        @After(ZetaFirst.class)
        interface AlphaLast {
        }

        @Advanced
        @Section(title = "Hidden")
        @After(AlphaLast.class)
        interface Hidden {
        }

        @Layout(AlphaLast.class)
        @Widget(title = "In alpha", description = "a")
        int m_alpha;
        @Layout(ZetaFirst.class)
        Group m_group = new Group();
        @Widget(title = "Mode", description = "m")
        Mode m_mode = Mode.FAST;
        @Layout(Hidden.class)
        @Widget(title = "Seldom", description = "s")
        Optional<Mode> m_seldom = Optional.empty();
        @Widget(title = "Items", description = "i")
        Item[] m_items = {};
        int m_unseen;
    }

    public static final class Factory extends DefaultNodeFactory {
        public Factory() {
            super(node("Does &lt;it&gt;.", "Does <b>it</b>:<ul><li>one</li><li>two</li></ul>").nodeType(NodeType.Other)
                .keywords("strain", "tomography").addExternalResource("https://example.org/paper", "The paper"));
        }
    }

    private static DefaultNode node(final String shortText, final String fullText) {
        return DefaultNode.create().name("Test Node").icon("./none.png").shortDescription(shortText)
            .fullDescription(fullText).sinceVersion(5, 9, 0)
            .ports(p -> p.addInputTable("Series", "the <i>series</i>").addOutputTable("Result", "the result"))
            .model(m -> m.parametersClass(Parameters.class).configure((in, out) -> { }).execute((in, out) -> { }));
    }

    private final NodeDocumentation documentation = NodeDocumentation.of(new Factory());

    @Test
    void containsWhatTheFactorySays() {
        assertEquals("Test Node", documentation.name());
        assertEquals("5.9.0", documentation.since());
        assertEquals(NodeType.Other, documentation.type());
        assertEquals(List.of("strain", "tomography"), documentation.keywords());
        assertEquals("https://example.org/paper", documentation.links().get(0).target());
        assertEquals("Series", documentation.inputs().get(0).name());
        assertEquals("fixed", documentation.outputs().get(0).mode());
        assertEquals(Optional.empty(), documentation.view());
    }

    @Test
    void optionsStandInTheOrderOfTheDialog() {
        assertEquals(List.of("Mode", "Items", "Inner", "In alpha", "Seldom"),
            documentation.options().stream().map(Option::title).toList());
    }

    @ParameterizedTest
    @CsvSource({"Mode, model.mode, '', false", "Items, model.items, '', false",
        "Inner, model.group.inner_um, Zeta, false", "In alpha, model.alpha, Alpha, false",
        "Seldom, model.seldom, Hidden, true"})
    void anOptionKnowsItsKeyAndPlace(final String title, final String key, final String section,
        final boolean advanced) {
        final Option option =
            documentation.options().stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow();
        assertEquals(key, option.key());
        assertEquals(section, option.section().orElse(""));
        assertEquals(advanced, option.advanced());
    }

    @Test
    void anOptionKnowsItsChoicesAndElements() {
        assertEquals(List.of(new Choice("FAST", "Fast", "one pass"), new Choice("EXACT", "Exact", "")),
            documentation.options().get(0).choices());
        assertEquals("model.items.*.name", documentation.options().get(1).elements().get(0).key());
    }

    @Test
    void plainTextHasNoElements() {
        assertEquals("Does it:\n- one\n- two", NodeDocumentation.plain(documentation.fullDescription()));
        assertEquals("Does <it>.", NodeDocumentation.plain(documentation.shortDescription()));
    }

    @Test
    void theXmlHasTheElementsOfKnime() {
        final Element xml = new Factory().getXMLDescription();
        assertEquals("knimeNode", xml.getTagName());
        assertEquals("Other", xml.getAttribute("type"));
        assertEquals("Does it:onetwo", xml.getElementsByTagName("intro").item(0).getTextContent());
        final Element option = (Element)xml.getElementsByTagName("option").item(0);
        assertEquals("Mode", option.getAttribute("name"));
        assertTrue(option.getTextContent().contains("Fast: one pass"), option.getTextContent());
        assertEquals("0", ((Element)xml.getElementsByTagName("inPort").item(0)).getAttribute("index"));
        assertEquals("tomography", xml.getElementsByTagName("keyword").item(1).getTextContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a < b", "R & D", "<b>open", "&nbsp;"})
    void aTextThatIsNotWellFormedKillsTheFactory(final String text) {
        final IllegalStateException e = assertThrows(IllegalStateException.class,
            () -> new DefaultNodeFactory(node("ok", text)) {
            });
        assertTrue(e.getMessage().contains(text), e.getMessage());
    }

    static class BadWidget implements NodeParameters {
        @Widget(title = "Size", description = "size < 3")
        int m_size;
    }

    @Test
    void theDescriptionsOfParametersCountAsWell() {
        final DefaultNode node = DefaultNode.create().name("n").icon("i").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 9, 0).ports(p -> { })
            .model(m -> m.parametersClass(BadWidget.class).configure((in, out) -> { }).execute((in, out) -> { }));
        assertThrows(IllegalStateException.class, () -> new DefaultNodeFactory(node) {
        });
    }

    @ParameterizedTest
    @CsvSource({"false, true, Source", "true, false, Sink", "true, true, Manipulator"})
    void theTypeFollowsFromThePorts(final boolean input, final boolean output, final NodeType type) {
        final DefaultNode node = DefaultNode.create().name("n").icon("i").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 9, 0).ports(p -> {
                if (input) {
                    p.addInputTable("In", "in");
                }
                if (output) {
                    p.addOutputTable("Out", "out");
                }
            }).model(m -> m.withoutParameters().configure((in, out) -> { }).execute((in, out) -> { }));
        assertEquals(type, NodeDocumentation.of(new DefaultNodeFactory(node) {
        }).type());
    }

    @Test
    void whatIsSaidOnceCannotBeSaidAgain() {
        final DefaultNode node = node("s", "f").nodeType(NodeType.Other).keywords("a");
        assertThrows(IllegalStateException.class, () -> node.nodeType(NodeType.Sink));
        assertThrows(IllegalStateException.class, () -> node.keywords("b"));
    }
}
