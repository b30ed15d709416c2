package org.opensem.store;

/** Sees one stored second after the other. Milliwatts; phases are {@code Sample.ABSENT} where only the total is known. */
@FunctionalInterface
public interface SecondVisitor {
    void second(long epochSecond, int totalMilliwatts, int l1Milliwatts, int l2Milliwatts, int l3Milliwatts);
}
