// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import java.lang.reflect.Proxy;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;

/** What a dialog knows when it is opened the first time. */
public final class DialogInput {

    private DialogInput() {
    }

    /** Of tables at the inputs; null where nothing is connected. */
    public static NodeParametersInput of(final DataTableSpec... specs) {
        return (NodeParametersInput)Proxy.newProxyInstance(NodeParametersInput.class.getClassLoader(),
            new Class<?>[]{NodeParametersInput.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("getInTableSpec")) {
                    return Optional.ofNullable(specs[(int)arguments[0]]);
                }
                throw new UnsupportedOperationException(method.getName());
            });
    }
}
