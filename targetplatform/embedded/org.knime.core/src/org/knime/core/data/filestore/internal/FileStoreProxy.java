// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.filestore.internal;

/** Home of the marker for cells that write their file stores late. */
public final class FileStoreProxy {

    private FileStoreProxy() {
    }

    /** Marks an object that is asked to flush before its file stores are saved. */
    public interface FlushCallback {
    }
}
