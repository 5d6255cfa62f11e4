package org.traceweave.analysis.internal.windows;

import java.util.ArrayList;
import java.util.List;
import org.traceweave.model.RelationGround;
import org.traceweave.model.RelationJoin;

/** The reasons for a relation, whose weights add up to its confidence. */
final class Grounds {

    private static final double LEAST = 0.05;

    private final List<RelationGround> grounds = new ArrayList<>(4);
    private final double most;
    private double sum;

    /** @param most what the confidence cannot exceed, however many reasons there are */
    Grounds(double most) {
        this.most = most;
    }

    /** Adds a reason; its weight is cut where the sum would leave the range of confidences. */
    Grounds add(RelationJoin join, String value, double weight) {
        double cut = Math.max(grounds.isEmpty() ? LEAST : LEAST - sum, Math.min(most - sum, weight));
        double rounded = Math.round(cut * 1000) / 1000.0;
        if (rounded != 0) {
            grounds.add(new RelationGround(join, value, rounded));
            sum += rounded;
        }
        return this;
    }

    double confidence() {
        return Math.round(sum * 1000) / 1000.0;
    }

    List<RelationGround> list() {
        return grounds;
    }
}
