// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.io.Writer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of a class. Messages go to {@code java.util.logging} under the name of the class, and to the writers that
 * were added.
 */
public final class NodeLogger {

    private static final Map<String, NodeLogger> LOGGERS = new ConcurrentHashMap<>();

    private final Logger delegate;

    private final String name;

    private NodeLogger(final String name) {
        this.name = name;
        delegate = Logger.getLogger(name);
    }

    /** How serious a message is. */
    public enum LEVEL {
        /** For those who look for a fault. */
        DEBUG,
        /** Good to know. */
        INFO,
        /** Something may be wrong. */
        WARN,
        /** Something is wrong. */
        ERROR,
        /** Nothing works any more. */
        FATAL,
        /** As a limit: everything. */
        ALL,
        /** As a limit: nothing. */
        OFF
    }

    /**
     * @param c the class that logs
     * @return its logger
     */
    public static NodeLogger getLogger(final Class<?> c) {
        return getLogger(c.getName());
    }

    /**
     * @param s the name of the logger
     * @return the logger of that name
     */
    public static NodeLogger getLogger(final String s) {
        return LOGGERS.computeIfAbsent(s, NodeLogger::new);
    }

    /**
     * Sends messages to a writer as well.
     *
     * @param writer where they go
     * @param minLevel the least serious level that is written
     * @param maxLevel the most serious level that is written
     */
    public static void addWriter(final Writer writer, final LEVEL minLevel, final LEVEL maxLevel) {
        LogWriters.add(writer, minLevel, maxLevel);
    }

    /** @param writer no longer receives messages */
    public static void removeWriter(final Writer writer) {
        LogWriters.remove(writer);
    }

    public void debug(final Object o) {
        log(LEVEL.DEBUG, o, null);
    }

    public void debug(final Throwable t) {
        log(LEVEL.DEBUG, t.getMessage(), t);
    }

    public void debug(final Supplier<Object> s) {
        log(LEVEL.DEBUG, s, null);
    }

    public void debug(final Object o, final Throwable t) {
        log(LEVEL.DEBUG, o, t);
    }

    public void debugWithFormat(final String format, final Object... args) {
        log(LEVEL.DEBUG, (Supplier<Object>)() -> String.format(format, args), null);
    }

    public void info(final Object o) {
        log(LEVEL.INFO, o, null);
    }

    public void info(final Throwable t) {
        log(LEVEL.INFO, t.getMessage(), t);
    }

    public void info(final Supplier<Object> s) {
        log(LEVEL.INFO, s, null);
    }

    public void info(final Object o, final Throwable t) {
        log(LEVEL.INFO, o, t);
    }

    public void infoWithFormat(final String format, final Object... args) {
        log(LEVEL.INFO, (Supplier<Object>)() -> String.format(format, args), null);
    }

    public void warn(final Object o) {
        log(LEVEL.WARN, o, null);
    }

    public void warn(final Throwable t) {
        log(LEVEL.WARN, t.getMessage(), t);
    }

    public void warn(final Supplier<Object> s) {
        log(LEVEL.WARN, s, null);
    }

    public void warn(final Object o, final Throwable t) {
        log(LEVEL.WARN, o, t);
    }

    public void warnWithFormat(final String format, final Object... args) {
        log(LEVEL.WARN, (Supplier<Object>)() -> String.format(format, args), null);
    }

    public void error(final Object o) {
        log(LEVEL.ERROR, o, null);
    }

    public void error(final Throwable t) {
        log(LEVEL.ERROR, t.getMessage(), t);
    }

    public void error(final Supplier<Object> s) {
        log(LEVEL.ERROR, s, null);
    }

    public void error(final Object o, final Throwable t) {
        log(LEVEL.ERROR, o, t);
    }

    public void errorWithFormat(final String format, final Object... args) {
        log(LEVEL.ERROR, (Supplier<Object>)() -> String.format(format, args), null);
    }

    public void fatal(final Object o) {
        log(LEVEL.FATAL, o, null);
    }

    public void fatal(final Throwable t) {
        log(LEVEL.FATAL, t.getMessage(), t);
    }

    public void fatal(final Supplier<Object> s) {
        log(LEVEL.FATAL, s, null);
    }

    public void fatal(final Object o, final Throwable t) {
        log(LEVEL.FATAL, o, t);
    }

    public void fatalWithFormat(final String format, final Object... args) {
        log(LEVEL.FATAL, (Supplier<Object>)() -> String.format(format, args), null);
    }

    /** Logs a programming error. */
    public void coding(final Object o) {
        coding(o, null);
    }

    /** Logs a programming error. */
    public void coding(final Object o, final Throwable t) {
        log(LEVEL.ERROR, "CODING PROBLEM\t" + o, t);
    }

    /** @return whether debug messages go anywhere */
    public boolean isDebugEnabled() {
        return isEnabledFor(LEVEL.DEBUG);
    }

    /** @return whether info messages go anywhere */
    public boolean isInfoEnabled() {
        return isEnabledFor(LEVEL.INFO);
    }

    /** @return whether messages of that level go anywhere */
    public boolean isEnabledFor(final LEVEL level) {
        return delegate.isLoggable(platformLevel(level)) || LogWriters.accept(level);
    }

    private void log(final LEVEL level, final Object message, final Throwable cause) {
        if (isEnabledFor(level)) {
            String text = Objects.toString(message instanceof Supplier ? ((Supplier<?>)message).get() : message);
            LogRecord entry = new LogRecord(platformLevel(level), text);
            entry.setLoggerName(name);
            entry.setSourceClassName(name);
            entry.setSourceMethodName(null);
            entry.setThrown(cause);
            delegate.log(entry);
            LogWriters.write(level, name, text, cause);
        }
    }

    private static Level platformLevel(final LEVEL level) {
        switch (level) {
            case DEBUG:
                return Level.FINE;
            case INFO:
                return Level.INFO;
            case WARN:
                return Level.WARNING;
            default:
                return Level.SEVERE;
        }
    }
}
