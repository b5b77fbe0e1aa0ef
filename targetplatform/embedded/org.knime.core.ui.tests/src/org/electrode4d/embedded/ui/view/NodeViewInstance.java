// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.view;

import java.util.Optional;

import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.ui.model.Blueprints;
import org.electrode4d.embedded.ui.model.ViewBlueprint;
import org.electrode4d.embedded.ui.persistence.ParametersStore;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/** An open view of an executed node: a page, the data it starts with, and what it can call. */
public final class NodeViewInstance implements AutoCloseable {

    private final ViewBlueprint view;
    private final NodeModel model;
    private NodeParameters parameters;
    private InitialData initialData;
    private DataService dataService;

    private NodeViewInstance(final ViewBlueprint view, final NodeModel model) {
        this.view = view;
        this.model = model;
    }

    /**
     * @param factory the factory of a node with a view
     * @param model a node that it made
     * @return a new view of that node
     */
    public static NodeViewInstance open(final NodeFactory<?> factory, final NodeModel model) {
        return new NodeViewInstance(Blueprints.of(factory).view().orElseThrow(), model);
    }

    /** @return the page and its resources */
    public Page page() {
        return view.page();
    }

    /**
     * Loads the parameters of the view. Until then they are null, as in KNIME.
     *
     * @param settings the config "view"
     * @throws InvalidSettingsException if a key is missing or a value is refused
     */
    public void loadSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (view.parameters().isPresent()) {
            final NodeParameters loaded = ParametersStore.load(view.parameters().get(), settings);
            loaded.validate();
            parameters = loaded;
        }
    }

    /** @return what the page gets at the start: a JSON object with "result", or with "internalError" */
    public Optional<String> initialData() {
        return view.initialData().map(data -> {
            initialData = data.apply(new Input());
            return initialData.toJson();
        });
    }

    /**
     * Calls the data service.
     *
     * @param request a JSON-RPC request: "id", "method" ({@code handler.method}) and "params"
     * @return the JSON-RPC response with "result" or "error"; empty if the view has no data service
     */
    public Optional<String> call(final String request) {
        return view.dataService().map(service -> {
            if (dataService == null) {
                dataService = service.apply(new Input());
            }
            return dataService.handle(request);
        });
    }

    /** Ends what the page has used. */
    @Override
    public void close() {
        if (initialData != null) {
            initialData.lifecycle().end();
        }
        if (dataService != null) {
            dataService.lifecycle().end();
        }
    }

    private final class Input implements ViewInput {

        @Override
        @SuppressWarnings("unchecked")
        public <S extends NodeParameters> S getParameters() {
            return (S)parameters;
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            final PortObject[] objects = NodeModels.internalObjects(model);
            return objects.length == 0 ? null : objects;
        }
    }
}
