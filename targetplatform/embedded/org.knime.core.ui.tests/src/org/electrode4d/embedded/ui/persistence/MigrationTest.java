// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.electrode4d.embedded.ui.ParametersSettings;
import org.electrode4d.embedded.ui.SettingsXml;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/** Settings of older versions. */
class MigrationTest {

    private static <P extends NodeParameters> P load(final Class<P> type, final String xml)
        throws InvalidSettingsException {
        return ParametersSettings.load(type, SettingsXml.parse(xml));
    }

    static class Grown implements NodeParameters {
        int m_old = 1;
        @Migrate(loadDefaultIfAbsent = true)
        int m_new = 2;
        @Migrate(loadDefaultIfAbsent = true)
        int[] m_array = {3, 4};
    }

    @Test
    void aFieldThatIsAbsentGetsItsDefault() throws InvalidSettingsException {
        final Grown loaded = load(Grown.class, "<entry key='old' type='xint' value='10'/>");
        assertEquals(10, loaded.m_old);
        assertEquals(2, loaded.m_new);
        assertArrayEquals(new int[]{3, 4}, loaded.m_array);
    }

    @Test
    void aFieldThatIsPresentIsLoaded() throws InvalidSettingsException {
        final Grown loaded = load(Grown.class,
            "<entry key='old' type='xint' value='10'/><entry key='new' type='xint' value='20'/>");
        assertEquals(20, loaded.m_new);
    }

    @Test
    void aFieldWithoutTheAnnotationIsStillNeeded() {
        assertThrows(InvalidSettingsException.class,
            () -> load(Grown.class, "<entry key='new' type='xint' value='20'/>"));
    }

    @LoadDefaultsForAbsentFields
    static class AllNew implements NodeParameters {
        int m_a = 1;
        Inner m_inner = new Inner();
    }

    static class Inner implements NodeParameters {
        int m_b = 2;
    }

    @Test
    void aClassMayGiveDefaultsToAllItsFields() throws InvalidSettingsException {
        final AllNew loaded = load(AllNew.class, "");
        assertEquals(1, loaded.m_a);
        assertEquals(2, loaded.m_inner.m_b);
    }

    @Test
    void theClassesOfItsFieldsDoNotInheritThat() {
        assertThrows(InvalidSettingsException.class, () -> load(AllNew.class, "<config key='inner'/>"));
    }

    static class WasSlow implements NodeParameters {
        static final class Slow implements DefaultProvider<Boolean> {
            @Override
            public Boolean getDefault() {
                return false;
            }
        }

        @Migration(Slow.class)
        boolean m_fast = true;
    }

    @Test
    void oldSettingsMayGetAnotherValueThanNewOnes() throws InvalidSettingsException {
        assertEquals(false, load(WasSlow.class, "").m_fast);
        assertEquals(true, load(WasSlow.class, "<entry key='fast' type='xboolean' value='true'/>").m_fast);
    }

    static class Spacing implements NodeParameters {
        static final class FromWindow implements NodeParametersMigration<Double> {
            @Override
            public List<ConfigMigration<Double>> getConfigMigrations() {
                return List.of(
                    ConfigMigration.<Double>builder(settings -> settings.getInt("window") / 2.0)
                        .withDeprecatedConfigPath("window").build(),
                    ConfigMigration.<Double>builder(settings -> settings.getNodeSettings("grid").getDouble("step"))
                        .withDeprecatedConfigPath("grid", "step").build(),
                    ConfigMigration.<Double>builder(settings -> -1.0)
                        .withMatcher(settings -> settings.containsKey("automatic")).build());
            }
        }

        @Persist(configKey = "spacing_um")
        @Migration(FromWindow.class)
        double m_spacing = 10;
    }

    @Test
    void theFirstMigrationThatFitsIsTaken() throws InvalidSettingsException {
        final String window = "<entry key='window' type='xint' value='31'/>";
        final String grid = "<config key='grid'><entry key='step' type='xdouble' value='7.0'/></config>";
        assertEquals(15.5, load(Spacing.class, window).m_spacing);
        assertEquals(15.5, load(Spacing.class, window + grid).m_spacing);
        assertEquals(7, load(Spacing.class, grid).m_spacing);
        assertEquals(-1, load(Spacing.class, "<entry key='automatic' type='xboolean' value='true'/>").m_spacing);
    }

    @Test
    void withoutTheOldKeysThePresentOneIsLoaded() throws InvalidSettingsException {
        assertEquals(3, load(Spacing.class, "<entry key='spacing_um' type='xdouble' value='3.0'/>").m_spacing);
        assertThrows(InvalidSettingsException.class, () -> load(Spacing.class, "<config key='grid'/>"));
    }

    @Test
    void onlyThePresentKeyIsWritten() {
        assertEquals("<entry key=\"spacing_um\" type=\"xdouble\" value=\"10.0\"/>", SettingsXml.of(new Spacing()));
    }

    @Migration(Renamed.FromFirstVersion.class)
    static class Renamed implements NodeParameters {
        static final class FromFirstVersion implements NodeParametersMigration<Renamed> {
            @Override
            public List<ConfigMigration<Renamed>> getConfigMigrations() {
                return List.of(ConfigMigration.builder(FromFirstVersion::load).withDeprecatedConfigPath("v1").build());
            }

            private static Renamed load(final NodeSettingsRO settings) throws InvalidSettingsException {
                final Renamed loaded = new Renamed();
                loaded.m_value = settings.getInt("v1") + 100;
                return loaded;
            }
        }

        int m_value = 1;
    }

    @Test
    void aClassCanBeMigratedAsAWhole() throws InvalidSettingsException {
        assertEquals(105, load(Renamed.class, "<entry key='v1' type='xint' value='5'/>").m_value);
        assertEquals(5, load(Renamed.class, "<entry key='value' type='xint' value='5'/>").m_value);
    }

    /** An interval as one text, "from-to". */
    static final class IntervalPersistor implements NodeParametersPersistor<int[]> {
        @Override
        public int[] load(final NodeSettingsRO settings) throws InvalidSettingsException {
            final String[] ends = settings.getString("interval").split("-");
            return new int[]{Integer.parseInt(ends[0]), Integer.parseInt(ends[1])};
        }

        @Override
        public void save(final int[] param, final NodeSettingsWO settings) {
            settings.addString("interval", param[0] + "-" + param[1]);
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][]{{"interval"}};
        }
    }

    static class Persisted implements NodeParameters {
        @Persistor(IntervalPersistor.class)
        @Migrate(loadDefaultIfAbsent = true)
        int[] m_ends = {1, 9};
    }

    @Test
    void aPersistorWritesAndReadsBesideTheOtherFields() throws InvalidSettingsException {
        final String xml = "<entry key=\"interval\" type=\"xstring\" value=\"1-9\"/>";
        assertEquals(xml, SettingsXml.of(new Persisted()));
        assertArrayEquals(new int[]{2, 5}, load(Persisted.class, xml.replace("1-9", "2-5")).m_ends);
        assertArrayEquals(new int[]{1, 9}, load(Persisted.class, "").m_ends);
    }

    /** Celsius in memory, Kelvin in the settings. */
    static final class TemperaturePersistor implements NodeParametersPersistor<Temperature> {
        @Override
        public Temperature load(final NodeSettingsRO settings) throws InvalidSettingsException {
            final Temperature loaded = new Temperature();
            loaded.m_celsius = settings.getDouble("kelvin") - 273;
            return loaded;
        }

        @Override
        public void save(final Temperature param, final NodeSettingsWO settings) {
            settings.addDouble("kelvin", param.m_celsius + 273);
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][]{{"kelvin"}};
        }
    }

    @Persistor(TemperaturePersistor.class)
    static class Temperature implements NodeParameters {
        double m_celsius = 27;
    }

    static class Cell implements NodeParameters {
        Temperature m_temperature = new Temperature();
    }

    @Test
    void aPersistorOfAClassWritesIntoTheConfigOfTheField() throws InvalidSettingsException {
        final String xml = """
            <config key="temperature">
                <entry key="kelvin" type="xdouble" value="300.0"/>
            </config>""";
        assertEquals(xml, SettingsXml.of(new Cell()));
        assertEquals(17, load(Cell.class, xml.replace("300", "290")).m_temperature.m_celsius);
    }

    static class Contradictory implements NodeParameters {
        @Persist(configKey = "a")
        @Persistor(IntervalPersistor.class)
        int[] m_ends = {1, 9};
    }

    static class TwiceMigrated implements NodeParameters {
        @Migrate(loadDefaultIfAbsent = true)
        @Migration(WasSlow.Slow.class)
        boolean m_fast;
    }

    @Test
    void annotationsMustNotContradict() {
        assertThrows(IllegalStateException.class, () -> SettingsXml.of(new Contradictory()));
        assertThrows(IllegalStateException.class, () -> load(TwiceMigrated.class, ""));
    }
}
