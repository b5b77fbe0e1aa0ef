// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A port object whose whole content is a {@link ModelContent}; it needs a public constructor without parameters. */
public abstract class AbstractSimplePortObject implements PortObject {

    protected abstract void save(ModelContentWO model, ExecutionMonitor exec) throws CanceledExecutionException;

    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    private ModelContent content() {
        ModelContent content = new ModelContent("content");
        try {
            save(content, new ExecutionMonitor());
        } catch (CanceledExecutionException e) {
            throw new IllegalStateException("Nobody can cancel this", e);
        }
        return content;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj == this || obj != null && obj.getClass() == getClass()
            && content().equals(((AbstractSimplePortObject)obj).content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    /**
     * Writes and reads such objects.
     *
     * @param <T> the class of the objects
     */
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject>
        extends PortObjectSerializer<T> {

        @Override
        public void savePortObject(final T portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            ModelContent content = new ModelContent("content");
            portObject.save(content, exec);
            SimpleContent.write(portObject, out, content::copyTo);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            ModelContentRO model = SimpleContent.read(in);
            String name = SimpleContent.className(model);
            Class<? extends PortObject> type = PortTypeRegistry.getInstance().getObjectClass(name)
                .orElseThrow(() -> new IOException("No bundle has port objects of " + name));
            AbstractSimplePortObject object = (AbstractSimplePortObject)Instances.create(type);
            try {
                object.load(model.getModelContent("model"), spec, exec);
            } catch (InvalidSettingsException e) {
                throw new IOException("Cannot read a " + name + ": " + e.getMessage(), e);
            }
            return (T)object;
        }
    }
}
