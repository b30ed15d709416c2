package org.opensem.tariff;

/** Which line of the bill a price belongs to. A tariff of one rate has the high one only. */
public enum RateKind {
    HIGH,
    LOW
}
