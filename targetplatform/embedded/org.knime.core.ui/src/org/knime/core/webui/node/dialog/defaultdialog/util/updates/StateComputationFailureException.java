// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** There is no state for the values of the dialog; the state stays as it was. */
public final class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;
}
