package org.opensem.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opensem.rest.internal.RestServer.json;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opensem.aggregation.Gaps.Gap;
import org.opensem.aggregation.Period;
import org.opensem.aggregation.PeriodKind;
import org.opensem.language.Message;
import org.opensem.report.Amounts;
import org.opensem.report.DayHours;
import org.opensem.report.Overview;
import org.opensem.report.OverviewRow;
import org.opensem.report.OverviewService;
import org.opensem.report.Pricing;
import org.opensem.report.Report;
import org.opensem.report.ReportFormat;
import org.opensem.report.Stretch;
import tools.jackson.databind.JsonNode;

/** GET overview (U1, U3): the table as JSON, and as a file of whichever format is there. */
class OverviewResourceTest {
    private static final String PATH = "/api/v1/overview?date=2026-11-22";
    private RestServer rest;
    private final FakeOverviews overviews = new FakeOverviews();

    @BeforeEach
    void start() throws Exception {
        rest = new RestServer();
        rest.services.overview = overviews;
        // DS hands the one that ranks highest over last.
        rest.overviews.formats = List.of(new FakeFormat("csv", "text/csv", "low"), new FakeFormat("pdf", "application/pdf",
                "pdf"),
                new FakeFormat("csv", "text/csv", "high"));
    }

    @AfterEach
    void stop() throws Exception {
        rest.close();
    }

    @Test
    void theTableIsToldInAllUnits_U1() throws Exception {
        overviews.pricing = Pricing.in(Currency.getInstance("EUR"));

        JsonNode overview = json(rest.get(PATH));

        assertThat(overviews.day).isEqualTo("2026-11-22");
        assertThat(overview.get("currency").stringValue()).isEqualTo("EUR");
        assertThat(overview.get("gaps").toString()).isEqualTo("""
                [{"from":"2026-11-22T03:12:00+01:00","to":"2026-11-22T03:41:00+01:00","seconds":1740}]""");
        assertThat(overview.get("factor").doubleValue()).isEqualTo(0.97);
        assertThat(overview.get("columns").get(0).toString()).isEqualTo("""
                {"id":"day","period":"day","start":"2026-11-22T00:00:00+01:00","end":"2026-11-23T00:00:00+01:00","coverage":0.5,\
                "missingSeconds":1740,"running":true,"partlyPriced":false,\
                "kWh":{"total":10.8,"budget":null,"base":null,"switched":null,\
                "categories":{"heat":null,"cold":null,"washing":null,"mediaAndLight":null,"notAssigned":10.8}},\
                "cost":{"total":"3.816000","budget":null,"base":null,"switched":null,"basePrice":"0.360000",\
                "categories":{"heat":null,"cold":null,"washing":null,"mediaAndLight":null,"notAssigned":"3.456000"}},\
                "co2":{"total":null,"budget":null,"base":null,"switched":null,\
                "categories":{"heat":null,"cold":null,"washing":null,"mediaAndLight":null,"notAssigned":null}}}""");
    }

    @Test
    void withoutADateItIsToday_T3() throws Exception {
        rest.clock.set(Instant.parse("2026-11-22T23:30:00Z"));

        assertThat(rest.get("/api/v1/overview").statusCode()).isEqualTo(200);
        assertThat(overviews.day).isEqualTo("2026-11-23");

        rest.get("/api/v1/overview?zone=America/New_York");
        assertThat(overviews.day).isEqualTo("2026-11-22");
        assertThat(overviews.zone).isEqualTo("America/New_York");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "text/csv | text/csv;charset=utf-8 | csv high de-DE",
        "application/pdf | application/pdf | pdf pdf de-DE",
        "application/pdf, text/csv;q=0.5 | application/pdf | pdf pdf de-DE",
        "text/* | text/csv;charset=utf-8 | csv high de-DE"
    })
    void aFileComesInTheTypeAndLanguageAskedFor_U3(String accept, String type, String body) throws Exception {
        HttpResponse<String> file =
                rest.send(rest.request(PATH).header("Accept", accept).header("Accept-Language", "de-DE,de;q=0.9,en;q=0.8"));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(file.body()).isEqualTo(body);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"opensem-overview-2026-11-22.");
    }

    @Test
    void aLinkNamesTheFormat_U3() throws Exception {
        HttpResponse<String> file =
                rest.send(rest.request(PATH + "&format=pdf").header("Accept", "text/html,*/*;q=0.8").header("Accept-Language",
                        "en-US"));

        assertThat(file.body()).isEqualTo("pdf pdf en-US");
    }

    @ParameterizedTest
    @CsvSource({"application/json", "*/*", "'text/html, */*;q=0.1'"})
    void whoeverTakesJsonGetsIt(String accept) throws Exception {
        HttpResponse<String> answer = rest.send(rest.request(PATH).header("Accept", accept));

        assertThat(json(answer).get("date").stringValue()).isEqualTo("2026-11-22");
    }

    @Test
    void anUnknownTypeIsRefusedWithThoseThereAre() throws Exception {
        HttpResponse<String> answer = rest.send(rest.request(PATH).header("Accept", "image/png").header("Accept-Language", "de"));

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(json(answer).get("detail").stringValue()).contains("application/pdf, text/csv");
        assertThat(rest.get(PATH + "&format=docx").statusCode()).isEqualTo(400);
    }

    @Test
    void withoutAnyFormatOrServiceItIsAwayForAMoment_X2() throws Exception {
        rest.overviews.formats = List.of();
        assertThat(rest.send(rest.request(PATH).header("Accept", "application/pdf")).statusCode()).isEqualTo(503);
        assertThat(rest.get(PATH).statusCode()).isEqualTo(200);

        rest.services.overview = null;
        assertThat(rest.get(PATH).statusCode()).isEqualTo(503);
    }

    @Test
    void aFormatThatFailsIsAFaultAndNoHalfFile() throws Exception {
        rest.overviews.formats = List.of(new FakeFormat("pdf", "application/pdf", null));

        HttpResponse<String> answer = rest.get(PATH + "&format=pdf");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(json(answer).get("type").stringValue()).endsWith("unexpected");
    }

    private static final class FakeOverviews implements OverviewService {
        private Pricing pricing = Pricing.NONE;
        private String day;
        private String zone;

        @Override
        public Overview overview(LocalDate day, ZoneId zone) {
            this.day = day.toString();
            this.zone = zone.getId();
            Period period = Period.of(PeriodKind.DAY, day.atStartOfDay(zone));
            BigDecimal energy = new BigDecimal("10.800000");
            Stretch stretch = new Stretch(period.span(), 43200, 1740, true, Map.of(
                    OverviewRow.TOTAL, new Amounts(energy, new BigDecimal("3.816"), null),
                    OverviewRow.BASE_PRICE, new Amounts(null, new BigDecimal("0.36"), null),
                    OverviewRow.NOT_ASSIGNED, new Amounts(energy, new BigDecimal("3.456"), null)));
            long gap = Instant.parse("2026-11-22T02:12:00Z").getEpochSecond();
            return new Overview(day, ZonedDateTime.of(day.atTime(20, 47), zone), pricing, false, new BigDecimal("0.970000"),
                    List.of(new Gap(gap, gap + 1740, 1740)), OptionalLong.of(1),
                    List.of(new Overview.Column(Overview.ColumnKind.DAY, period, stretch, false)));
        }

        @Override
        public DayHours hours(LocalDate day, ZoneId zone) {
            Overview.Column column = overview(day, zone).columns().getFirst();
            return new DayHours(column.period(), pricing, column.stretch(), List.of(), OptionalLong.of(1));
        }

        @Override
        public Report report(Overview overview, DayHours hours) {
            Message text = Message.plain("text");
            return new Report("overview", text, text, hours.period().span(), overview.asOf(), "", List.of(), null, List.of(),
                    List.of(), List.of());
        }
    }

    private record FakeFormat(String id, String type, String text) implements ReportFormat {
        @Override
        public Descriptor descriptor() {
            return new Descriptor(id, id, type, id);
        }

        @Override
        public void write(Report report, Locale locale, OutputStream out) throws IOException {
            out.write((id + " ").getBytes(StandardCharsets.UTF_8));
            out.write((text.strip() + " " + locale.toLanguageTag()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
