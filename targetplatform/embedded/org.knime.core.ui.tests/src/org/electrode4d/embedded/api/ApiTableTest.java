// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.knime.core.node.NodeModel;
import org.knime.node.DefaultNodeFactory;

/**
 * Each public and protected member of an {@code org.knime} type exists in KNIME with the same descriptor and modifiers,
 * and each type has the same hierarchy: what compiles against the stand-in links there.
 */
class ApiTableTest {

    /** A class of each stand-in bundle. */
    static final List<Class<?>> ANCHORS = List.of(NodeModel.class, DefaultNodeFactory.class);

    /**
     * Types that the table does not list, but whose names occur in its declarations and descriptors. Of each of them
     * there is only what the listed members need.
     */
    private static final Set<String> NAMED = Set.of(
        "org.knime.core.data.convert.map.IdentifiableType",
        "org.knime.core.data.filestore.internal.FileStoreProxy",
        "org.knime.core.data.filestore.internal.FileStoreProxy$FlushCallback",
        "org.knime.core.internal.MessageAwareException",
        "org.knime.core.internal.SerializerMethodLoader",
        "org.knime.core.internal.SerializerMethodLoader$Serializer",
        "org.knime.core.node.context.DeepCopy",
        "org.knime.core.node.context.ModifiableNodeCreationConfiguration",
        "org.knime.core.node.context.NodeCreationConfiguration",
        "org.knime.core.node.context.NodeSettingsPersistable",
        "org.knime.core.node.workflow.NodeProgressListener",
        "org.knime.core.util.exception.ResourceAccessException",
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter",
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter",
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode",
        "org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException");

    /**
     * Types that belong to those: what a progress listener is told, the exception that a container throws for two rows
     * of the same key, and parts of the filters. Nodes have no reason to name them.
     */
    private static final Set<String> BEHIND_THEM = Set.of(
        "org.knime.core.node.workflow.NodeID",
        "org.knime.core.node.workflow.NodeProgressEvent",
        "org.knime.core.util.DuplicateKeyException",
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.DoNotPersistSelected",
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter$PatternMode");

    @ParameterizedTest
    @FieldSource("ANCHORS")
    void whatCompilesHereLinksThere(final Class<?> anchor) throws Exception {
        ApiComparison comparison = new ApiComparison(ApiTable.own());
        List<Class<?>> types = new BundleClasses(anchor).visible();
        for (Class<?> type : types) {
            if (!NAMED.contains(type.getName()) && !BEHIND_THEM.contains(type.getName())) {
                comparison.add(type);
            }
        }
        assertTrue(types.contains(anchor) && types.size() > 100, () -> "only these types were found: " + types);
        assertEquals("", String.join("\n", comparison.differences()));
    }

    @Test
    void typesThatAreNotListedAreNamed() throws Exception {
        String text = new String(ApiTable.class.getResourceAsStream(ApiTable.RESOURCE).readAllBytes(),
            StandardCharsets.UTF_8);
        for (String name : NAMED) {
            assertTrue(text.contains(name.replace('.', '/')) || text.contains(name), name);
        }
    }

    @Test
    void differencesAreFound() throws Exception {
        ApiComparison comparison = new ApiComparison(ApiTable.own());
        comparison.add(ApiTableTest.class);
        assertEquals(List.of(ApiTableTest.class.getName() + " is not in the table"), comparison.differences());

        TypeApi model = ApiTable.own().type("org.knime.core.node.NodeModel").orElseThrow();
        assertEquals(Set.of("public", "abstract"), model.modifiers());
        assertEquals(Set.of("protected", "abstract"), model.member("reset", "()V"));
        assertFalse(model.member("reset", "()V").contains("final"));
        assertTrue(model.member("reset", "()I") == null);
    }
}
