// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.electrode4d.acquisition.link.LinkAddress.FlowControl;
import org.electrode4d.acquisition.link.LinkAddress.Parity;
import org.electrode4d.acquisition.link.LinkAddress.Serial;
import org.electrode4d.acquisition.link.LinkAddress.Tcp;

/** The text form of addresses. */
final class LinkAddressText {

    private static final String SERIAL = "serial:";
    private static final Pattern TCP = Pattern.compile("tcp://(?:\\[([^\\[\\]]+)\\]|([^:\\[\\]]+)):([0-9]{1,9})/?");

    private LinkAddressText() {
    }

    static String of(final Serial serial) {
        return SERIAL + serial.port().replace("%", "%25").replace("?", "%3F") + "?baud=" + serial.baudRate() + "&data="
            + serial.dataBits() + "&stop=" + serial.stopBits() + "&parity=" + lower(serial.parity()) + "&flow="
            + lower(serial.flowControl());
    }

    static LinkAddress parse(final String text) {
        if (text.startsWith(SERIAL)) {
            return serial(text);
        }
        final Matcher tcp = TCP.matcher(text);
        if (tcp.matches()) {
            return new Tcp(tcp.group(1) == null ? tcp.group(2) : tcp.group(1), Integer.parseInt(tcp.group(3)));
        }
        throw new IllegalArgumentException("\"" + text + "\" is no address of an instrument; expected something like "
            + "serial:/dev/ttyUSB0?baud=115200 or tcp://192.168.0.10:5025.");
    }

    private static Serial serial(final String text) {
        final int query = text.indexOf('?');
        final String port = text.substring(SERIAL.length(), query < 0 ? text.length() : query)
            .replace("%3F", "?").replace("%25", "%");
        final Map<String, String> settings = settings(text, query);
        final Serial serial = new Serial(port, number(text, settings.remove("baud"), 0),
            number(text, settings.remove("data"), 8), number(text, settings.remove("stop"), 1),
            constant(text, Parity.class, settings.remove("parity")),
            constant(text, FlowControl.class, settings.remove("flow")));
        if (!settings.isEmpty()) {
            throw new IllegalArgumentException("The address " + text + " has the unknown setting \""
                + settings.keySet().iterator().next() + "\"; known are baud, data, stop, parity and flow.");
        }
        return serial;
    }

    private static Map<String, String> settings(final String text, final int query) {
        final Map<String, String> settings = new HashMap<>();
        if (query >= 0) {
            for (final String setting : text.substring(query + 1).split("&")) {
                final String[] parts = setting.split("=", 2);
                if (parts.length < 2 || settings.put(parts[0], parts[1]) != null) {
                    throw new IllegalArgumentException("The address " + text + " has the setting \"" + setting
                        + "\"; expected one value for each of baud, data, stop, parity and flow.");
                }
            }
        }
        return settings;
    }

    private static int number(final String text, final String value, final int absent) {
        if (value == null) {
            return absent;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The address " + text + " has \"" + value + "\" for a number.", e);
        }
    }

    private static <E extends Enum<E>> E constant(final String text, final Class<E> type, final String value) {
        for (final E constant : type.getEnumConstants()) {
            if (lower(constant).equals(value == null ? "none" : value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("The address " + text + " has the " + type.getSimpleName() + " \"" + value
            + "\", which is not known.");
    }

    private static String lower(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
