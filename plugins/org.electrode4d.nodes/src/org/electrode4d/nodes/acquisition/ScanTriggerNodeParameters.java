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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of a scan trigger: a part of the Acquisition Control. */
final class ScanTriggerNodeParameters implements NodeParameters {

    static final class ChoiceReference implements ParameterReference<ScanChoice> {
    }

    static final class IsSimulated implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ChoiceReference.class).isOneOf(ScanChoice.SIMULATED);
        }
    }

    static final class IsTcp implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ChoiceReference.class).isOneOf(ScanChoice.TCP);
        }
    }

    static final class IsHttp implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ChoiceReference.class).isOneOf(ScanChoice.HTTP);
        }
    }

    static final class IsCommand implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ChoiceReference.class).isOneOf(ScanChoice.COMMAND);
        }
    }

    static final class IsTtl implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ChoiceReference.class).isOneOf(ScanChoice.TTL);
        }
    }

    static final class IsFiles implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ChoiceReference.class).isOneOf(ScanChoice.FILES);
        }
    }

    @Widget(title = "Scans are asked for by", description = "How the tomography control of the beam line is told to "
        + "scan, and how it answers.")
    @ValueReference(ChoiceReference.class)
    ScanChoice m_choice = ScanChoice.SIMULATED;

    @Widget(title = "Duration of a scan [min]", description = "The scans of the paper took about 13 min.")
    @Effect(predicate = IsSimulated.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_duration = 13;

    @Widget(title = "Scan server", description = "Host of the tomography control.")
    @Effect(predicate = IsTcp.class, type = EffectType.SHOW)
    String m_host = "";

    @Widget(title = "Scan server port", description = "Its TCP port.")
    @Effect(predicate = IsTcp.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_port = 5000;

    @Widget(title = "Request", description = "Line that asks for a scan. The places <i>{step}</i>, <i>{run}</i>, "
        + "<i>{potential}</i> (V) and <i>{charge}</i> (C) are filled in.")
    @Effect(predicate = IsTcp.class, type = EffectType.SHOW)
    String m_request = "SCAN {step}";

    @Widget(title = "Answer", description = "Regular expression of the line that tells the end of the scan; its "
        + "first group is the identifier of the scan.")
    @Effect(predicate = IsTcp.class, type = EffectType.SHOW)
    String m_answer = "DONE (\\S+)";

    @Advanced
    @Widget(title = "Error", description = "Regular expression of a line that tells a failure. Empty: none.")
    @Effect(predicate = IsTcp.class, type = EffectType.SHOW)
    String m_error = "ERROR.*";

    @Widget(title = "URL", description = "Address that is asked for a scan. The places <i>{step}</i>, <i>{run}</i>, "
        + "<i>{potential}</i> (V) and <i>{charge}</i> (C) are filled in.")
    @Effect(predicate = IsHttp.class, type = EffectType.SHOW)
    String m_url = "";

    @Advanced
    @Widget(title = "Method", description = "GET, POST or PUT.")
    @Effect(predicate = IsHttp.class, type = EffectType.SHOW)
    String m_method = "POST";

    @Widget(title = "Body", description = "What is sent. The places <i>{step}</i>, <i>{run}</i>, <i>{potential}</i> "
        + "(V) and <i>{charge}</i> (C) are filled in.")
    @Effect(predicate = IsHttp.class, type = EffectType.SHOW)
    String m_body = "{\"step\": \"{step}\"}";

    @Advanced
    @Widget(title = "Content type", description = "Of the body.")
    @Effect(predicate = IsHttp.class, type = EffectType.SHOW)
    String m_contentType = "application/json";

    @Widget(title = "Scan identifier in the answer", description = "A JSON pointer, such as <tt>/scan/id</tt>, or a "
        + "regular expression.")
    @Effect(predicate = IsHttp.class, type = EffectType.SHOW)
    String m_httpScanId = "\"id\"\\s*:\\s*\"?([^\"\\s,}]+)";

    @Widget(title = "Progress URL", description = "Asked until the scan is done; <i>{scan}</i> stands for its "
        + "identifier. Empty: the request itself is answered at the end of the scan.")
    @Effect(predicate = IsHttp.class, type = EffectType.SHOW)
    String m_progressUrl = "";

    @Advanced
    @Widget(title = "Done", description = "Regular expression in the answer of the progress URL when the scan is "
        + "done.")
    @Effect(predicate = IsHttp.class, type = EffectType.SHOW)
    String m_done = "done";

    @Advanced
    @Widget(title = "Failed", description = "Regular expression in that answer when the scan failed. Empty: none.")
    @Effect(predicate = IsHttp.class, type = EffectType.SHOW)
    String m_failed = "failed";

    @Widget(title = "Command", description = "As you would type it. It finds the request in the environment "
        + "variables <tt>ELECTRODE4D_STEP</tt>, <tt>ELECTRODE4D_RUN</tt>, <tt>ELECTRODE4D_POTENTIAL</tt> (V) and "
        + "<tt>ELECTRODE4D_CHARGE</tt> (C). Exit code 0 is success; the last line that it prints is the identifier "
        + "of the scan.")
    @Effect(predicate = IsCommand.class, type = EffectType.SHOW)
    String m_command = "";

    @Widget(title = "Serial port of the control lines", description = "Another one than that of the instrument.")
    @Effect(predicate = IsTtl.class, type = EffectType.SHOW)
    String m_ttlPort = "";

    @Widget(title = "Line to the scan", description = "Asks for a scan.")
    @Effect(predicate = IsTtl.class, type = EffectType.SHOW)
    TtlOutput m_output = TtlOutput.RTS;

    @Widget(title = "Pulse [s]", description = "How long the line is asserted. 0: until the scan is over.")
    @Effect(predicate = IsTtl.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_pulse = 0.1;

    @Widget(title = "Line from the scan", description = "Tells the end of a scan.")
    @Effect(predicate = IsTtl.class, type = EffectType.SHOW)
    TtlInput m_input = TtlInput.CTS;

    @Widget(title = "Its meaning", description = "What the line says when it is asserted.")
    @Effect(predicate = IsTtl.class, type = EffectType.SHOW)
    TtlMeaning m_meaning = TtlMeaning.BUSY;

    @Advanced
    @Widget(title = "Time to become busy [s]", description = "A busy line must be asserted within this time.")
    @Effect(predicate = IsTtl.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_busyTime = 10;

    @Advanced
    @Widget(title = "Scan identifier", description = "The lines do not tell it: <i>{number}</i> counts from the "
        + "number below.")
    @Effect(predicate = IsTtl.class, type = EffectType.SHOW)
    String m_ttlScanId = "scan_{number}";

    @Advanced
    @Widget(title = "First number", description = "Of the first scan.")
    @Effect(predicate = IsTtl.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_firstNumber = 1;

    @Widget(title = "Folder of the files", description = "<tt>T3.request</tt> appears there; the other side answers "
        + "with <tt>T3.done</tt>, which holds the identifier of the scan, or <tt>T3.failed</tt>, which holds the "
        + "reason.")
    @Effect(predicate = IsFiles.class, type = EffectType.SHOW)
    String m_folder = "";

    @Advanced
    @Widget(title = "Time between two looks [s]", description = "How often the progress URL or the folder is asked.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_period = 1;
}
