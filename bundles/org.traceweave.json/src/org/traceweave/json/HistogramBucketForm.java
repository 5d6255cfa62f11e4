package org.traceweave.json;

import java.io.IOException;
import org.traceweave.model.HistogramBucket;
import org.traceweave.model.TimeRange;

/** How many records one stretch of time holds, of one value or of all. */
public final class HistogramBucketForm implements JsonForm<HistogramBucket> {

    public static final HistogramBucketForm FORM = new HistogramBucketForm();

    private HistogramBucketForm() {
    }

    @Override
    public void write(HistogramBucket value, JsonOut out) throws IOException {
        out.time("from", value.range().from());
        out.time("to", value.range().to());
        out.text("value", value.value());
        out.number("count", value.count());
    }

    @Override
    public HistogramBucket read(JsonObject in) throws JsonFormatException {
        return new HistogramBucket(new TimeRange(in.time("from"), in.time("to")), in.optionalText("value"), in.number("count"));
    }
}
