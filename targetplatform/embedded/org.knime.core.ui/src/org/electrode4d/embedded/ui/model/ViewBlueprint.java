// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.Optional;
import java.util.function.Function;

import org.electrode4d.embedded.ui.view.DataService;
import org.electrode4d.embedded.ui.view.InitialData;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/**
 * Everything that a node factory says about the view of its node.
 *
 * @param parameters the class of its parameters
 * @param description what it shows: well-formed XML
 * @param page the page and its resources
 * @param initialData what the page gets at the start
 * @param dataService what the page can call
 */
public record ViewBlueprint(Optional<Class<? extends NodeParameters>> parameters, String description, Page page,
    Optional<Function<ViewInput, InitialData>> initialData, Optional<Function<ViewInput, DataService>> dataService) {
}
