// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.embedded.workflow.Annotation.Look;
import org.electrode4d.embedded.workflow.Annotation.Style;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Annotations as settings trees. Keys that older versions did not write have the defaults KNIME gives them. */
final class AnnotationSettings {

    private static final int VERSION_BEFORE_3_0 = -1;

    private AnnotationSettings() {
    }

    static Annotation load(final NodeSettingsRO s) throws InvalidSettingsException {
        final Bounds place = new Bounds(s.getInt("x-coordinate"), s.getInt("y-coordinate"), s.getInt("width"),
            s.getInt("height"));
        final Look look = new Look(s.getInt("bgcolor"), s.getString("alignment", "LEFT"), s.getInt("borderSize", 0),
            s.getInt("borderColor", 0), s.getInt("defFontSize", -1),
            s.getInt("annotation-version", VERSION_BEFORE_3_0));
        return new Annotation(s.getString("text"), s.getString("contentType", Annotation.PLAIN), place, look,
            loadStyles(s.getNodeSettings("styles")));
    }

    static NodeSettings save(final String key, final Annotation a) {
        final NodeSettings s = new NodeSettings(key);
        s.addString("text", a.text());
        s.addString("contentType", a.contentType());
        s.addInt("bgcolor", a.look().background());
        s.addInt("x-coordinate", a.place().x());
        s.addInt("y-coordinate", a.place().y());
        s.addInt("width", a.place().width());
        s.addInt("height", a.place().height());
        s.addString("alignment", a.look().alignment());
        s.addInt("borderSize", a.look().borderSize());
        s.addInt("borderColor", a.look().borderColor());
        s.addInt("defFontSize", a.look().fontSize());
        s.addInt("annotation-version", a.look().version());
        saveStyles(a.styles(), s.addNodeSettings("styles"));
        return s;
    }

    private static List<Style> loadStyles(final NodeSettingsRO settings) throws InvalidSettingsException {
        final List<Style> styles = new ArrayList<>();
        for (String key : settings.keySet()) {
            final NodeSettingsRO s = settings.getNodeSettings(key);
            final Style.Font font = new Style.Font(s.getString("fontname"), s.getInt("fontstyle"),
                s.getInt("fontsize"));
            styles.add(new Style(s.getInt("start"), s.getInt("length"), font, s.getInt("fgcolor")));
        }
        return List.copyOf(styles);
    }

    private static void saveStyles(final List<Style> styles, final NodeSettingsWO settings) {
        int index = 0;
        for (Style style : styles) {
            final NodeSettingsWO s = settings.addNodeSettings("style_" + index++);
            s.addInt("start", style.start());
            s.addInt("length", style.length());
            s.addString("fontname", style.font().name());
            s.addInt("fontstyle", style.font().style());
            s.addInt("fontsize", style.font().size());
            s.addInt("fgcolor", style.color());
        }
    }
}
