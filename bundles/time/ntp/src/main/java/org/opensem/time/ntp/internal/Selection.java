package org.opensem.time.ntp.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of some servers tell the truth, by Marzullo's algorithm as NTP uses it: each answer stands for an interval in which the
 * truth lies if its server is honest; the point that most intervals share is taken, and those that do not hold it are
 * falsetickers.
 *
 * @param agreeing indexes of the answers that share the point
 * @param aheadNanos their mean, the more exact ones counting more; within all of their intervals
 */
record Selection(List<Integer> agreeing, long aheadNanos) {

    /** @param answers one or more */
    static Selection of(List<Answer> answers) {
        long low = 0;
        long high = 0;
        int most = 0;
        // The point that most intervals share can be taken to be the beginning of one of them.
        for (Answer candidate : answers) {
            long point = candidate.lowest();
            int count = 0;
            long end = Long.MAX_VALUE;
            for (Answer other : answers) {
                if (other.lowest() <= point && point <= other.highest()) {
                    count++;
                    end = Math.min(end, other.highest());
                }
            }
            if (count > most) {
                most = count;
                low = point;
                high = end;
            }
        }
        List<Integer> agreeing = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).lowest() <= low && low <= answers.get(i).highest()) {
                agreeing.add(i);
            }
        }
        return new Selection(List.copyOf(agreeing), Math.clamp(mean(answers, agreeing), low, high));
    }

    /** Relative to the first of them: a double does not hold nanoseconds since 1970. */
    private static long mean(List<Answer> answers, List<Integer> chosen) {
        long first = answers.get(chosen.getFirst()).aheadNanos();
        double sum = 0;
        double weights = 0;
        for (int i : chosen) {
            double weight = 1.0 / answers.get(i).errorNanos();
            sum += weight * (answers.get(i).aheadNanos() - first);
            weights += weight;
        }
        return first + Math.round(sum / weights);
    }

    /**
     * Whether so many that agree are enough: most of those that answered, and two where two could have been asked, so that one
     * that lies is never believed alone.
     *
     * @param answered how many gave a usable answer
     * @param asked how many there are
     */
    boolean isEnough(int answered, int asked) {
        return agreeing.size() * 2 > answered && agreeing.size() >= Math.min(2, asked);
    }
}
