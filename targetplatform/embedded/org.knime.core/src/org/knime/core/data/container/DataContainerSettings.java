// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.container;

import java.util.OptionalInt;

import org.electrode4d.embedded.spi.table.StorePlace;

/** How a container treats its rows. Immutable. */
public final class DataContainerSettings {

    private static final int POSSIBLE_VALUES = 60;

    private static final DataContainerSettings DEFAULT =
        new DataContainerSettings(new Choice(false, true, true), -1, true, StorePlace.NOWHERE);

    private final Choice choice;

    private final int maxCellsInMemory;

    private final boolean rowKeys;

    private final StorePlace place;

    private DataContainerSettings(final Choice choice, final int maxCellsInMemory, final boolean rowKeys,
        final StorePlace place) {
        this.choice = choice;
        this.maxCellsInMemory = maxCellsInMemory;
        this.rowKeys = rowKeys;
        this.place = place;
    }

    private record Choice(boolean initializeDomain, boolean checkKeys, boolean updateDomain) {
    }

    /** @return domains are computed anew, and row keys are checked */
    public static DataContainerSettings getDefault() {
        return DEFAULT;
    }

    public static Builder builder() {
        return new Choices(DEFAULT.choice);
    }

    /** @return how many cells are kept in memory; empty for the default number */
    public OptionalInt getMaxCellsInMemory() {
        return maxCellsInMemory < 0 ? OptionalInt.empty() : OptionalInt.of(maxCellsInMemory);
    }

    /** @return whether the domains of the spec are the first to be extended */
    public boolean isInitializeDomain() {
        return choice.initializeDomain;
    }

    /** @return how many possible values a domain lists at most */
    public int getMaxDomainValues() {
        return POSSIBLE_VALUES;
    }

    public boolean isCheckDuplicateRowKeys() {
        return choice.checkKeys;
    }

    public boolean isEnableDomainUpdate() {
        return choice.updateDomain;
    }

    public boolean isEnableRowKeys() {
        return rowKeys;
    }

    DataContainerSettings withMaxCellsInMemory(final int cells) {
        return new DataContainerSettings(choice, cells, rowKeys, place);
    }

    DataContainerSettings withoutRowKeys() {
        return new DataContainerSettings(new Choice(choice.initializeDomain, false, choice.updateDomain),
            maxCellsInMemory, false, place);
    }

    DataContainerSettings at(final StorePlace newPlace) {
        return new DataContainerSettings(choice, maxCellsInMemory, rowKeys, newPlace);
    }

    StorePlace place() {
        return place;
    }

    /** Makes settings. */
    public interface Builder {

        /** @param initDomain whether the domains of the spec are the first to be extended */
        Builder withInitializedDomain(boolean initDomain);

        /** @param checkDuplicateRowKeys false if the keys are known to be unique */
        Builder withCheckDuplicateRowKeys(boolean checkDuplicateRowKeys);

        /** @param updateDomain false if the domains of the spec are right */
        Builder withDomainUpdate(boolean updateDomain);

        DataContainerSettings build();
    }

    private static final class Choices implements Builder {

        private Choice choice;

        Choices(final Choice choice) {
            this.choice = choice;
        }

        @Override
        public Builder withInitializedDomain(final boolean initDomain) {
            choice = new Choice(initDomain, choice.checkKeys, choice.updateDomain);
            return this;
        }

        @Override
        public Builder withCheckDuplicateRowKeys(final boolean checkDuplicateRowKeys) {
            choice = new Choice(choice.initializeDomain, checkDuplicateRowKeys, choice.updateDomain);
            return this;
        }

        @Override
        public Builder withDomainUpdate(final boolean updateDomain) {
            choice = new Choice(choice.initializeDomain, choice.checkKeys, updateDomain);
            return this;
        }

        @Override
        public DataContainerSettings build() {
            return new DataContainerSettings(choice, -1, true, StorePlace.NOWHERE);
        }
    }
}
