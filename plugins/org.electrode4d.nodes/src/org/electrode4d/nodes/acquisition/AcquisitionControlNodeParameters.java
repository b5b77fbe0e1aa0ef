// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
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

/** Parameters of the Acquisition Control. */
final class AcquisitionControlNodeParameters implements NodeParameters {

    @Section(title = "Instrument")
    interface InstrumentSection {
    }

    @Section(title = "Scans")
    @After(InstrumentSection.class)
    interface ScanSection {
    }

    @Section(title = "Log")
    @After(ScanSection.class)
    interface LogSection {
    }

    @Section(title = "Safety")
    @After(LogSection.class)
    interface SafetySection {
    }

    static final class InstrumentReference implements ParameterReference<InstrumentChoice> {
    }

    static final class IsSimulated implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(InstrumentReference.class).isOneOf(InstrumentChoice.SIMULATED);
        }
    }

    static final class IsReal implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getEnum(InstrumentReference.class).isOneOf(InstrumentChoice.SIMULATED));
        }
    }

    static final class IsText implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(InstrumentReference.class).isOneOf(InstrumentChoice.TEXT);
        }
    }

    @Layout(InstrumentSection.class)
    @Widget(title = "Instrument", description = "What the cell is connected to. Begin with the simulated one: it shows "
        + "what your protocol does before a cell is at stake.")
    @ValueReference(InstrumentReference.class)
    InstrumentChoice m_instrument = InstrumentChoice.SIMULATED;

    @Layout(InstrumentSection.class)
    @Widget(title = "Speed [times real time]", description = "How much faster than real time the simulation runs: with "
        + "1000, an hour takes 3.6 s.")
    @Effect(predicate = IsSimulated.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_speed = 1;

    @Layout(InstrumentSection.class)
    @Widget(title = "Language", description = "Whose commands the simulated instrument understands. The driver of that "
        + "instrument is used, as with a real one.")
    @Effect(predicate = IsSimulated.class, type = EffectType.SHOW)
    DialectChoice m_dialect = DialectChoice.KEITHLEY_2450;

    @Layout(InstrumentSection.class)
    @Widget(title = "Template", description = "Path or URL of the YAML file that holds commands and answers of the "
        + "instrument. The OrigaFlex OGF500 of the paper is served that way; its command set is not public, so the "
        + "shipped template has empty fields, to be filled from the documentation of its maker.")
    @Effect(predicate = IsText.class, type = EffectType.SHOW)
    String m_template = "";

    @Layout(InstrumentSection.class)
    ConnectionNodeParameters m_connection = new ConnectionNodeParameters();

    @Advanced
    @Layout(InstrumentSection.class)
    @Widget(title = "Answer time [s]", description = "An instrument that has not answered after this time counts as "
        + "silent.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_answerTime = 2;

    @Layout(ScanSection.class)
    ScanTriggerNodeParameters m_trigger = new ScanTriggerNodeParameters();

    @Layout(ScanSection.class)
    @Widget(title = "Time-out of a scan [min]", description = "A scan that has not been answered after this time has "
        + "failed: the output is switched off and the run ends. The scans of the paper took about 13 min.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_scanTimeout = 30;

    @Layout(LogSection.class)
    @Widget(title = "Folder", description = "An existing folder on a local disk, or a URL such as "
        + "<tt>knime://knime.workflow/data/results</tt>. Each run writes a log of its own into it, and tables and "
        + "curves beside it; nothing is ever overwritten.")
    String m_folder = "";

    @Advanced
    @Layout(LogSection.class)
    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    @Layout(LogSection.class)
    @Widget(title = "If the last run is unfinished", description = "What becomes of the last run in the folder if it "
        + "did not come to its end.")
    UnfinishedRun m_unfinished = UnfinishedRun.STOP;

    @Layout(SafetySection.class)
    @Widget(title = "Guard", description = "A second program watches this one and switches the output off when it dies "
        + "or hangs. Leave it on with a real cell; a simulated instrument ends with this program and needs none.")
    @Effect(predicate = IsReal.class, type = EffectType.SHOW)
    boolean m_guard = true;

    @Layout(SafetySection.class)
    @Widget(title = "Alarm command", description = "Runs when it cannot be verified that the output is off: a mail, a "
        + "call, a bell. The message is in the environment variable <tt>ELECTRODE4D_ALARM</tt>. Empty: no command.")
    String m_alarm = "";

    @Advanced
    @Layout(SafetySection.class)
    @Widget(title = "Patience of the guard [s]", description = "The guard takes over when it has heard nothing for "
        + "this time.")
    @Effect(predicate = IsReal.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_guardTimeout = 15;

    @Advanced
    @Layout(SafetySection.class)
    @Widget(title = "Attempts to read", description = "How often a reading that is lost or no measurement is asked "
        + "for.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_readAttempts = 3;

    @Advanced
    @Layout(SafetySection.class)
    @Widget(title = "Longest time without a reading [s]", description = "After this time the instrument counts as lost "
        + "and the run ends in the safe state. 0: three sampling periods, or three "
        + "answer times of the instrument if that is longer.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_tolerance;

    @Override
    public void validate() throws InvalidSettingsException {
        new AcquisitionSettings(this).check();
    }
}
