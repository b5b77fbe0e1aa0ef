// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the connection to an instrument: a part of the Acquisition Control. */
final class ConnectionNodeParameters implements NodeParameters {

    static final class ConnectionReference implements ParameterReference<ConnectionChoice> {
    }

    static final class IsSerial implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(AcquisitionControlNodeParameters.IsReal.class),
                i.getEnum(ConnectionReference.class).isOneOf(ConnectionChoice.SERIAL));
        }
    }

    static final class IsTcp implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(AcquisitionControlNodeParameters.IsReal.class),
                i.getEnum(ConnectionReference.class).isOneOf(ConnectionChoice.TCP));
        }
    }

    @Widget(title = "Connection", description = "How the instrument is connected to this computer.")
    @Effect(predicate = AcquisitionControlNodeParameters.IsReal.class, type = EffectType.SHOW)
    @ValueSwitchWidget
    @ValueReference(ConnectionReference.class)
    ConnectionChoice m_choice = ConnectionChoice.SERIAL;

    @Widget(title = "Serial port", description = "Such as <tt>/dev/ttyUSB0</tt> (Linux), "
        + "<tt>/dev/tty.usbserial-10</tt> (macOS) or <tt>COM3</tt> (Windows). With an unknown name the node lists the "
        + "ports that there are.")
    @Effect(predicate = IsSerial.class, type = EffectType.SHOW)
    String m_port = "";

    @Widget(title = "Baud rate", description = "Bits per second, as set at the instrument.")
    @Effect(predicate = IsSerial.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_baudRate = 115200;

    @Advanced
    @Widget(title = "Data bits", description = "Mostly 8.")
    @Effect(predicate = IsSerial.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_dataBits = 8;

    @Advanced
    @Widget(title = "Stop bits", description = "Mostly 1.")
    @Effect(predicate = IsSerial.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_stopBits = 1;

    @Advanced
    @Widget(title = "Parity", description = "Mostly none.")
    @Effect(predicate = IsSerial.class, type = EffectType.SHOW)
    ParityChoice m_parity = ParityChoice.NONE;

    @Advanced
    @Widget(title = "Flow control", description = "Mostly none.")
    @Effect(predicate = IsSerial.class, type = EffectType.SHOW)
    FlowControlChoice m_flowControl = FlowControlChoice.NONE;

    @Widget(title = "Host", description = "Name or address of the instrument in the network.")
    @Effect(predicate = IsTcp.class, type = EffectType.SHOW)
    String m_host = "";

    @Widget(title = "TCP port", description = "5025 is usual for SCPI.")
    @Effect(predicate = IsTcp.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_tcpPort = 5025;
}
