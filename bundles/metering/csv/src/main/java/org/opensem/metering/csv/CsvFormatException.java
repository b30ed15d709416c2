package org.opensem.metering.csv;

import java.util.Locale;

/** The input is no measurement CSV at all; no sample was handed over. */
public class CsvFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CsvFault fault;

    public CsvFormatException(CsvFault fault) {
        super(fault.text(Locale.ENGLISH));
        this.fault = fault;
    }

    public CsvFault fault() {
        return fault;
    }
}
