// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.electrode4d.embedded.ui.model.ViewBlueprint;
import org.electrode4d.embedded.ui.view.DataService;
import org.electrode4d.embedded.ui.view.InitialData;
import org.electrode4d.embedded.ui.view.Lifecycle;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.util.CheckUtils;
import org.knime.core.webui.data.DataService.DataServiceBuilder;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** What a node shows: a page, and the data it gets. */
public final class DefaultView implements FluentNodeAPI {

    private final Optional<Class<? extends NodeParameters>> parameters;
    private final String description;
    private final Page page;
    private Function<ViewInput, InitialData> initialData;
    private Function<ViewInput, DataService> dataService;

    private DefaultView(final Class<? extends NodeParameters> parameters, final String description, final Page page) {
        this.parameters = Optional.ofNullable(parameters);
        this.description = description;
        this.page = page;
    }

    static RequireViewParameters create() {
        return parameters -> description -> pageFunction -> new DefaultView(parameters, description,
            pageFunction.apply(Page.create()));
    }

    ViewBlueprint blueprint() {
        return new ViewBlueprint(parameters, description, page, Optional.ofNullable(initialData),
            Optional.ofNullable(dataService));
    }

    /**
     * Sets what the page gets at the start.
     *
     * @param <D> the type of the data
     * @param initialDataFunction describes it
     * @return this
     */
    public <D> DefaultView initialData(
        final Function<RequireInitialData, DefaultInitialData<D>> initialDataFunction) {
        initialData = input -> initialDataFunction.apply(DefaultInitialData.create()).toInitialData(input);
        return this;
    }

    /**
     * Sets what the page can call.
     *
     * @param dataServiceFunction describes it
     * @return this
     */
    public DefaultView dataService(final Function<RequireDataService, DefaultDataService> dataServiceFunction) {
        dataService = input -> dataServiceFunction.apply(DefaultDataService.create()).toDataService(input);
        return this;
    }

    /** Asks for the parameters. */
    public interface RequireViewParameters {

        /**
         * @param parametersClass the class of the parameters
         * @return the next stage
         */
        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next stage of a view without parameters */
        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Asks for the description. */
    public interface RequireDescription {

        /**
         * @param description what the view shows: well-formed XML
         * @return the next stage
         */
        RequirePage description(String description);
    }

    /** Asks for the page. */
    public interface RequirePage {

        /**
         * @param page describes the page
         * @return the view
         */
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** Asks for the data at the start. */
    public interface RequireInitialData {

        /**
         * @param <D> the type of the data
         * @param data makes the data, which are turned into JSON
         * @return the end
         */
        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /** Takes handlers with a name, whose methods are called as {@code name.method}. */
    public interface AllowAddingNamedHandler {

        /**
         * @param name the name
         * @param handler makes an object of a public class
         * @return this
         */
        MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler);
    }

    /** Asks for the handlers. */
    public interface RequireDataService extends AllowAddingNamedHandler {

        /**
         * @param handler makes an object of a public class, whose methods are called without a name in front
         * @return the end
         */
        SingleHandlerDataService handler(Function<ViewInput, Object> handler);
    }

    /** What a view is made of. */
    public interface ViewInput {

        /**
         * @param <S> the class of the parameters
         * @return the parameters; null if they were never stored
         */
        <S extends NodeParameters> S getParameters();

        /** @return what the node kept, all of which must be tables */
        default BufferedDataTable[] getInternalTables() {
            return Stream.of(getInternalPortObjects()).map(BufferedDataTable.class::cast)
                .toArray(BufferedDataTable[]::new);
        }

        /** @return what the node kept; null if it kept nothing */
        PortObject[] getInternalPortObjects();
    }

    abstract static class AbstractDataService<T extends DataServiceBuilder> implements DataServiceBuilder {

        private Runnable dispose;
        private Runnable deactivate;

        @SuppressWarnings("unchecked")
        private T self() {
            return (T)this;
        }

        @Override
        public T onDispose(final Runnable action) {
            CheckUtils.checkState(dispose == null, "onDispose was set already.");
            dispose = action;
            return self();
        }

        @Override
        public T onDeactivate(final Runnable action) {
            CheckUtils.checkState(deactivate == null, "onDeactivate was set already.");
            deactivate = action;
            return self();
        }

        Lifecycle lifecycle() {
            return new Lifecycle(Optional.ofNullable(deactivate), Optional.ofNullable(dispose));
        }
    }

    /**
     * The data that a page gets at the start.
     *
     * @param <D> the type of the data
     */
    public static final class DefaultInitialData<D> extends AbstractDataService<DefaultInitialData<D>>
        implements FluentNodeAPI {

        private final Function<ViewInput, D> data;

        DefaultInitialData(final Function<ViewInput, D> data) {
            this.data = data;
        }

        static RequireInitialData create() {
            return DefaultInitialData::new;
        }

        InitialData toInitialData(final ViewInput input) {
            return new InitialData(() -> data.apply(input), lifecycle());
        }
    }

    /** What a page can call. */
    public abstract static class DefaultDataService extends AbstractDataService<DefaultDataService>
        implements FluentNodeAPI {

        abstract Map<String, Object> handlers(ViewInput input);

        DataService toDataService(final ViewInput input) {
            return new DataService(handlers(input), lifecycle());
        }

        static RequireDataService create() {
            return new RequireDataService() {

                @Override
                public SingleHandlerDataService handler(final Function<ViewInput, Object> handler) {
                    return new SingleHandlerDataService(handler);
                }

                @Override
                public MultipleNamedHandlersDataService addHandler(final String name,
                    final Function<ViewInput, Object> handler) {
                    return new MultipleNamedHandlersDataService().addHandler(name, handler);
                }
            };
        }
    }

    /** Calls go to the methods of one object. */
    public static final class SingleHandlerDataService extends DefaultDataService {

        private final Function<ViewInput, Object> handler;

        SingleHandlerDataService(final Function<ViewInput, Object> handler) {
            this.handler = handler;
        }

        @Override
        Map<String, Object> handlers(final ViewInput input) {
            return Map.of(DataService.UNNAMED, handler.apply(input));
        }
    }

    /** Calls go to the methods of several objects. */
    public static final class MultipleNamedHandlersDataService extends DefaultDataService
        implements AllowAddingNamedHandler {

        private final Map<String, Function<ViewInput, Object>> handlers = new LinkedHashMap<>();

        MultipleNamedHandlersDataService() {
        }

        @Override
        public MultipleNamedHandlersDataService addHandler(final String name,
            final Function<ViewInput, Object> handler) {
            handlers.put(name, handler);
            return this;
        }

        @Override
        Map<String, Object> handlers(final ViewInput input) {
            final Map<String, Object> made = new LinkedHashMap<>();
            handlers.forEach((name, handler) -> made.put(name, handler.apply(input)));
            return made;
        }
    }
}
