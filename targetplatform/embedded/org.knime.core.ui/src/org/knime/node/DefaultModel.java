// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node;

import java.util.Optional;

import org.electrode4d.embedded.ui.model.NodeBehaviour;
import org.electrode4d.embedded.ui.model.RearrangingBehaviour;
import org.electrode4d.embedded.ui.model.StandardBehaviour;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node does: how it turns specs into specs, and data into data. */
public abstract sealed class DefaultModel implements FluentNodeAPI {

    private DefaultModel() {
    }

    abstract NodeBehaviour behaviour();

    static RequireModelParameters create() {
        return parameters -> new Stages(Optional.ofNullable(parameters));
    }

    private static DefaultModel of(final NodeBehaviour behaviour) {
        return new Described(behaviour);
    }

    private static final class Described extends DefaultModel {

        private final NodeBehaviour behaviour;

        Described(final NodeBehaviour behaviour) {
            this.behaviour = behaviour;
        }

        @Override
        NodeBehaviour behaviour() {
            return behaviour;
        }
    }

    private record Stages(Optional<Class<? extends NodeParameters>> parameters)
        implements RequireConfigureOrRearrangeColumns {

        @Override
        public RequireExecute configure(
            final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
            return execute -> of(new StandardBehaviour(parameters, configure, execute));
        }

        @Override
        public DefaultModel rearrangeColumns(
            final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns) {
            return of(new RearrangingBehaviour(parameters, rearrangeColumns));
        }
    }

    /** Asks for the parameters. */
    public interface RequireModelParameters {

        /**
         * @param parametersClass the class of the parameters
         * @return the next stage
         */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next stage of a node without parameters */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Asks for what happens before data are there. */
    public interface RequireConfigureOrRearrangeColumns {

        /**
         * @param configure turns input specs into output specs
         * @return the next stage
         */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        /**
         * For a node with one input table and one output table, whose rows depend on nothing but the row of the input.
         *
         * @param rearrangeColumns makes the rearranger from the input spec
         * @return the end
         */
        DefaultModel rearrangeColumns(
            ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /**
     * Configures.
     *
     * @param <I> what it reads
     * @param <O> what it writes
     */
    @FunctionalInterface
    public interface ConfigureOrRearrangerConsumer<I, O> {

        /**
         * @param input what is known
         * @param output takes the result
         * @throws InvalidSettingsException if the parameters do not fit the input
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** Asks for what happens when data are there. */
    public interface RequireExecute {

        /**
         * @param execute turns input data into output data
         * @return the end
         */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /** Executes. */
    @FunctionalInterface
    public interface ExecuteConsumer {

        /**
         * @param input the data
         * @param output takes the result
         * @throws CanceledExecutionException if the user has canceled
         * @throws KNIMEException with a message for the user, if there is no result
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What is known when a node is configured. Ports are counted from 0. */
    public interface ConfigureInput {

        /**
         * @param <S> the class of the parameters
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return the specs at the input ports; an element is null at an optional port that is not connected */
        PortObjectSpec[] getInPortSpecs();

        /**
         * @param <S> the type of the spec
         * @param index the input port
         * @return its spec
         */
        <S extends PortObjectSpec> S getInPortSpec(int index);

        /** @return the specs at the input ports, all of which must be tables */
        DataTableSpec[] getInTableSpecs();

        /**
         * @param portIndex the input port; must be a table
         * @return its spec
         */
        DataTableSpec getInTableSpec(int portIndex);

        /** @return the types of the output ports */
        PortType[] getOutPortTypes();

        /** @return the port groups */
        PortsConfiguration getPortsConfiguration();
    }

    /** Takes the result of the configuration. Ports are counted from 0. */
    public interface ConfigureOutput {

        /**
         * @param <S> the type of the spec
         * @param index the output port
         * @param spec its spec; null if it is known only after execution
         */
        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        /**
         * @param <S> the type of the specs
         * @param specs the specs of the first output ports
         */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /** @param message shown at the node */
        void setWarningMessage(String message);
    }

    /** The data that a node executes on. Ports are counted from 0. */
    public interface ExecuteInput {

        /**
         * @param <S> the class of the parameters
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return progress, cancellation, new tables and file stores */
        ExecutionContext getExecutionContext();

        /** @return the objects at the input ports; an element is null at an optional port that is not connected */
        PortObject[] getInPortObjects();

        /**
         * @param <D> the type of the object
         * @param portIndex the input port
         * @return its object
         */
        <D extends PortObject> D getInPortObject(int portIndex);

        /** @return the tables at the input ports, all of which must be tables */
        BufferedDataTable[] getInTables();

        /**
         * @param portIndex the input port; must be a table
         * @return its table
         */
        BufferedDataTable getInTable(int portIndex);

        /** @return the types of the output ports */
        PortType[] getOutPortTypes();

        /** @return the port groups */
        PortsConfiguration getPortsConfiguration();
    }

    /** Takes the result of the execution. Ports are counted from 0. */
    public interface ExecuteOutput {

        /**
         * @param <D> the type of the object
         * @param index the output port
         * @param data its object
         */
        <D extends PortObject> void setOutData(int index, D data);

        /**
         * @param <D> the type of the objects
         * @param data the objects of the first output ports
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /**
         * @param <D> the type of the objects
         * @param data what the view needs; kept with the node and saved with the workflow
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /** @param message shown at the node */
        void setWarningMessage(String message);
    }

    /** What is known when a rearranger is made. */
    public interface RearrangeColumnsInput {

        /**
         * @param <S> the class of the parameters
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return the spec of the input table */
        DataTableSpec getDataTableSpec();
    }

    /** Takes a rearranger. */
    public interface RearrangeColumnsOutput {

        /** @param rearranger made for the spec of the input table */
        void setColumnRearranger(ColumnRearranger rearranger);
    }
}
