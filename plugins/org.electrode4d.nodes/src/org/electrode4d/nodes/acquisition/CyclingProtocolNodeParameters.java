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
import org.knime.node.parameters.widget.text.TextAreaWidget;

/** Parameters of the Cycling Protocol. The paper's values are the defaults of the protocol, but not of the cell. */
final class CyclingProtocolNodeParameters implements NodeParameters {

    @Section(title = "Protocol")
    interface ProtocolSection {
    }

    @Section(title = "Scans")
    @After(ProtocolSection.class)
    @Effect(predicate = IsInSitu.class, type = EffectType.SHOW)
    interface ScanSection {
    }

    @Section(title = "Safety limits")
    @After(ScanSection.class)
    interface LimitSection {
    }

    @Section(title = "Cell")
    @After(LimitSection.class)
    interface CellSection {
    }

    static final class SourceReference implements ParameterReference<ProtocolSource> {
    }

    static final class LimitReference implements ParameterReference<LimitSource> {
    }

    static final class IsInSitu implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(ProtocolSource.IN_SITU);
        }
    }

    static final class IsCycles implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(ProtocolSource.CC_CV);
        }
    }

    static final class IsPreset implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(ProtocolSource.IN_SITU, ProtocolSource.CC_CV);
        }
    }

    static final class IsText implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(ProtocolSource.TEXT);
        }
    }

    static final class IsFile implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(ProtocolSource.FILE);
        }
    }

    static final class HasOwnLimits implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LimitReference.class).isOneOf(LimitSource.OWN);
        }
    }

    @Layout(ProtocolSection.class)
    @Widget(title = "Protocol", description = "Where the steps come from.")
    @ValueReference(SourceReference.class)
    ProtocolSource m_source = ProtocolSource.IN_SITU;

    @Layout(ProtocolSection.class)
    @Widget(title = "Protocol text", description = "The protocol in YAML; the second output of the node says what was "
        + "understood. The text in the first output of a preset is a good beginning.")
    @Effect(predicate = IsText.class, type = EffectType.SHOW)
    @TextAreaWidget(rows = 20)
    String m_text = "";

    @Layout(ProtocolSection.class)
    @Widget(title = "Protocol file", description = "Path or URL of a YAML file.")
    @Effect(predicate = IsFile.class, type = EffectType.SHOW)
    String m_path = "";

    @Layout(ProtocolSection.class)
    @Widget(title = "Capacity of the cell [mAh]", description = "All C-rates are computed with it: <b>the most "
        + "important number of your cell</b>. The default is the cell of the paper: 3.5 mAh/cm&#178; on a disc of 1.1 "
        + "mm, 33.3 &#181;Ah.")
    @Effect(predicate = IsPreset.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_capacity = 0.0333;

    @Layout(ProtocolSection.class)
    @Widget(title = "Charge rate", description = "Constant current of the charge: C/3 charges the cell in 3 hours. "
        + "Also the largest current while the potential is held.")
    @Effect(predicate = IsPreset.class, type = EffectType.SHOW)
    String m_chargeRate = "C/3";

    @Layout(ProtocolSection.class)
    @Widget(title = "Upper potential [V]", description = "At this potential the constant current ends; then it is "
        + "held.")
    @Effect(predicate = IsPreset.class, type = EffectType.SHOW)
    double m_upperPotential = 4.3;

    @Layout(ProtocolSection.class)
    @Widget(title = "Cut-off rate", description = "When the current has fallen to this value while the potential is "
        + "held, a scan is taken (in situ cycling) or the charge ends (CC-CV cycles).")
    @Effect(predicate = IsPreset.class, type = EffectType.SHOW)
    String m_cutOffRate = "C/10";

    @Layout(ProtocolSection.class)
    @Widget(title = "Discharge rate", description = "Constant current of the discharge. The text of the paper says "
        + "C/6, the caption of a figure C/5.")
    @Effect(predicate = IsPreset.class, type = EffectType.SHOW)
    String m_dischargeRate = "C/6";

    @Layout(ProtocolSection.class)
    @Widget(title = "Lower potential [V]", description = "At this potential the discharge ends.")
    @Effect(predicate = IsPreset.class, type = EffectType.SHOW)
    double m_lowerPotential = 2.5;

    @Layout(ProtocolSection.class)
    @Widget(title = "Cycles", description = "How often the cell is charged and discharged.")
    @Effect(predicate = IsCycles.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_cycles = 3;

    @Advanced
    @Layout(ProtocolSection.class)
    @Widget(title = "Longest charge [h]", description = "A charge ends after this time even if the current has not "
        + "fallen to the cut-off: in such small cells it may never.")
    @Effect(predicate = IsCycles.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_longestCharge = 12;

    @Advanced
    @Layout(ProtocolSection.class)
    @Widget(title = "Open circuit at the beginning [min]", description = "The potential is recorded for this time "
        + "before any current flows.")
    @Effect(predicate = IsPreset.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_openCircuit = 10;

    @Advanced
    @Layout(ProtocolSection.class)
    @Widget(title = "Sampling period [s]", description = "Time between two readings. Safety limits are checked on "
        + "each.")
    @Effect(predicate = IsPreset.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_samplingPeriod = 5;

    @Layout(ScanSection.class)
    @Widget(title = "Time between scans [min]", description = "After this time of charge or discharge a scan is taken "
        + "at the latest; pauses for scans do not count.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_scanInterval = 30;

    @Layout(ScanSection.class)
    @Widget(title = "Scans while charging", description = "The charge ends with this number of scans, without the one "
        + "before it.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_chargingScans = 6;

    @Layout(ScanSection.class)
    @Widget(title = "Scans at the end", description = "Scans of the discharged cell, one directly after the other. Two "
        + "of the same state tell the noise of a scan.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_finalScans = 2;

    @Layout(ScanSection.class)
    @Widget(title = "Rest before a scan [s]", description = "Time at open circuit before each scan.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_restBeforeScan = 60;

    @Layout(LimitSection.class)
    @Widget(title = "Limits", description = "Bounds that are checked on every reading, whatever the steps say. Where "
        + "one is passed the output is switched off and the run ends.")
    @ValueReference(LimitReference.class)
    LimitSource m_limits = LimitSource.PROTOCOL;

    @Layout(LimitSection.class)
    @Widget(title = "Lowest potential [V]", description = "Below the potential at which the discharge ends, by the "
        + "uncertainty of a reading and what changes within a sampling period.")
    @Effect(predicate = HasOwnLimits.class, type = EffectType.SHOW)
    double m_minPotential = 2.45;

    @Layout(LimitSection.class)
    @Widget(title = "Highest potential [V]", description = "Above the potential that is held, by as much.")
    @Effect(predicate = HasOwnLimits.class, type = EffectType.SHOW)
    double m_maxPotential = 4.35;

    @Layout(LimitSection.class)
    @Widget(title = "Largest current [mA]", description = "Of the magnitude of the current.")
    @Effect(predicate = HasOwnLimits.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_maxCurrent = 0.0167;

    @Layout(LimitSection.class)
    @Widget(title = "Longest run [h]", description = "The whole run, with scans and rests.")
    @Effect(predicate = HasOwnLimits.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_maxTime = 48;

    @Layout(LimitSection.class)
    @Widget(title = "Largest charge [mAh]", description = "Of the magnitude of the net charge since the start.")
    @Effect(predicate = HasOwnLimits.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_maxCharge = 0.05;

    @Advanced
    @Layout(LimitSection.class)
    @Widget(title = "Highest temperature [&#176;C]", description = "Only for instruments with a sensor. 0: no limit.")
    @Effect(predicate = HasOwnLimits.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_maxTemperature;

    @Layout(CellSection.class)
    @Widget(title = "Cell", description = "Name of your cell. This and all that follows is only written down, at the "
        + "head of the log: leave empty what you do not know.")
    String m_cell = "";

    @Layout(CellSection.class)
    @Widget(title = "Operator", description = "Who is responsible for the run.")
    String m_operator = "";

    @Layout(CellSection.class)
    @Widget(title = "Beam line", description = "Where the scans are taken.")
    String m_beamLine = "";

    @Layout(CellSection.class)
    @Widget(title = "Anode", description = "Composition of the anode.")
    String m_anode = "";

    @Layout(CellSection.class)
    @Widget(title = "Cathode", description = "Composition of the cathode.")
    String m_cathode = "";

    @Layout(CellSection.class)
    @Widget(title = "Separator", description = "Material of the separator.")
    String m_separator = "";

    @Layout(CellSection.class)
    @Widget(title = "Electrolyte", description = "Salt, solvents and additives.")
    String m_electrolyte = "";

    @Layout(CellSection.class)
    @Widget(title = "Remarks", description = "Anything that a reader of the log should know.")
    String m_remarks = "";

    @Advanced
    @Layout(CellSection.class)
    @Widget(title = "More about the cell", description = "One <i>title: value</i> a line, such as <i>Stack pressure "
        + "[MPa]: 0.3</i> or <i>Temperature [&#176;C]: 23</i>.")
    @TextAreaWidget(rows = 6)
    String m_more = "";

    @Override
    public void validate() throws InvalidSettingsException {
        new ProtocolSettings(this).check();
    }
}
