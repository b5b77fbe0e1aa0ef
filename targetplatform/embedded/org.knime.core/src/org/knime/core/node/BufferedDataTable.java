// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import javax.swing.JComponent;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.Secrets;
import org.electrode4d.embedded.spi.table.TableStore;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A table at a port. Immutable; its rows may be on disk. */
public final class BufferedDataTable implements DataTable, PortObject {

    static {
        Secrets.setTables(new Secrets.Tables() {

            @Override
            public BufferedDataTable table(final TableStore store, final int id, final EmbeddedNode owner) {
                return new BufferedDataTable(store, id, owner);
            }

            @Override
            public TableStore store(final BufferedDataTable table) {
                return table.store;
            }

            @Override
            public EmbeddedNode owner(final BufferedDataTable table) {
                return table.owner;
            }
        });
    }

    /** The type of ports with tables. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** The type of ports with tables that may stay unconnected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final TableStore store;

    private final int id;

    private final EmbeddedNode owner;

    BufferedDataTable(final TableStore store, final int id, final EmbeddedNode owner) {
        this.store = store;
        this.id = id;
        this.owner = owner;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return store.spec();
    }

    @Override
    public DataTableSpec getSpec() {
        return store.spec();
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + getSpec().getNumColumns();
    }

    /** Close the iterator if you stop before the last row. */
    @Override
    public CloseableRowIterator iterator() {
        return store.iterator();
    }

    public long size() {
        return store.size();
    }

    /** @return the number that tells this table from others of the workflow */
    public Integer getBufferedTableId() {
        return id;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
