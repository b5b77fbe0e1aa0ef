// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec whose whole content is a {@link ModelContent}; it needs a public constructor without parameters. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    protected abstract void save(ModelContentWO model);

    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        ModelContent content = new ModelContent("content");
        save(content);
        return content;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj == this || obj != null && obj.getClass() == getClass()
            && content().equals(((AbstractSimplePortObjectSpec)obj).content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    /**
     * Writes and reads such specs.
     *
     * @param <T> the class of the specs
     */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
        extends PortObjectSpecSerializer<T> {

        @Override
        public void savePortObjectSpec(final T portObjectSpec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            SimpleContent.write(portObjectSpec, out, portObjectSpec::save);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            ModelContentRO model = SimpleContent.read(in);
            String name = SimpleContent.className(model);
            Class<? extends PortObjectSpec> type = PortTypeRegistry.getInstance().getSpecClass(name)
                .orElseThrow(() -> new IOException("No bundle has port specs of " + name));
            AbstractSimplePortObjectSpec spec = (AbstractSimplePortObjectSpec)Instances.create(type);
            try {
                spec.load(model.getModelContent("model"));
            } catch (InvalidSettingsException e) {
                throw new IOException("Cannot read a " + name + ": " + e.getMessage(), e);
            }
            return (T)spec;
        }
    }
}
