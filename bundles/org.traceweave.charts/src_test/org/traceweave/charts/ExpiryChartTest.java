package org.traceweave.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.traceweave.charts.ExpiryContent.Expiry;
import org.traceweave.charts.ExpiryPicture.Column;
import org.traceweave.charts.ExpiryPicture.State;
import org.traceweave.model.UtcTime;

class ExpiryChartTest {

    private static final Instant LAST = Instant.parse("2018-10-16T22:00:00Z");
    private static final ExpiryFrame FRAME = new ExpiryFrame(600, 100, 1, ZoneOffset.UTC);

    private static Expiry ends(String key, int days) {
        return new Expiry(key, UtcTime.of(LAST.plus(days, ChronoUnit.DAYS)));
    }

    private static ExpiryPicture draw(List<Expiry> certificates) {
        return new ExpiryChart(ChartTheme.light("SansSerif", 12)).draw(new ExpiryContent(certificates, UtcTime.of(LAST), "last record"), FRAME);
    }

    private static State state(ExpiryPicture picture, String key) {
        return picture.columns().stream().filter(column -> column.keys().contains(key)).findFirst().orElseThrow().state();
    }

    @Test
    void whatHadExpiredAtTheLastRecordAndWhatEndsInThirtyDaysStandApart() {
        ExpiryPicture picture = draw(List.of(ends("gone", -1), ends("today", 0), ends("soon", 29), ends("later", 31), ends("much later", 3000)));
        assertEquals(State.EXPIRED, state(picture, "gone"));
        assertEquals(State.SOON, state(picture, "today"));
        assertEquals(State.SOON, state(picture, "soon"));
        assertEquals(State.LATER, state(picture, "later"));
        assertEquals(State.LATER, state(picture, "much later"));
    }

    @Test
    void aClickAnywhereAboveTheAxisFindsTheColumnAndWhatIsInIt() {
        ExpiryPicture picture = draw(List.of(ends("one", 400), ends("other", 400), ends("third", -700)));
        for (Column column : picture.columns()) {
            assertEquals(column, picture.columnAt(column.bounds().getCenterX(), column.bounds().getMinY() + 1).orElseThrow());
        }
        assertEquals(2, picture.columns().size());
    }

    @Test
    void thousandsOfCertificatesMakeNoMoreColumnsThanFitAndNoneIsLost() {
        Random random = new Random(7);
        List<Expiry> many = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            many.add(ends("c" + i, random.nextInt(12_000) - 4_000));
        }
        ExpiryPicture picture = draw(many);
        assertTrue(picture.columns().size() <= FRAME.width() / 6, picture.columns().size() + " columns");
        Set<String> drawn = picture.columns().stream().flatMap(column -> column.keys().stream()).collect(Collectors.toSet());
        assertEquals(many.size(), drawn.size());
    }

    @Test
    void anEndInTheYear9999DoesNotSqueezeTheOthersTogether() {
        ExpiryPicture picture = draw(List.of(new Expiry("eternal", UtcTime.of(Instant.parse("9999-12-31T23:59:59Z"))), ends("a", 100), ends("b", 600)));
        assertEquals(3, picture.columns().size());
        assertNotEquals(picture.columns().get(0).bounds().getMinX(), picture.columns().get(1).bounds().getMinX(), 4);
    }

    @Test
    void withoutCertificatesThereIsAnAxisAndNothingElse() {
        ExpiryPicture picture = draw(List.of());
        assertEquals(List.of(), picture.columns());
        assertEquals(600, picture.image().getWidth());
    }
}
