// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.data;

/** Gives data to a page. */
public interface DataService {

    /** Takes what is to be done at the end of the life of a data service. */
    interface DataServiceBuilder {

        /**
         * @param dispose releases what the service holds
         * @return this
         */
        DataServiceBuilder onDispose(Runnable dispose);

        /**
         * @param deactivate stops what the service does, for instance a computation
         * @return this
         */
        DataServiceBuilder onDeactivate(Runnable deactivate);
    }
}
