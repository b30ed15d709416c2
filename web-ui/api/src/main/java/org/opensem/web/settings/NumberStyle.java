package org.opensem.web.settings;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opensem.language.Formats;

/**
 * How a number stands in a field. Nothing is rounded: of a stored number every place is shown, and of a typed one every place is
 * kept, so that 34,205 ct/kWh are stored as 0.34205.
 *
 * @param unit behind the number; may be empty
 * @param places fewest places shown
 * @param shift how many places the point is moved to the right for showing: 2 where cents are shown and the currency is stored
 */
public record NumberStyle(String unit, int places, int shift) {
    private static final int MOST_LENGTH = 40;
    private static final Pattern OUTER_SPACE = Pattern.compile("^[\\s\\u00a0\\u202f]+|[\\s\\u00a0\\u202f]+$");

    public NumberStyle {
        Objects.requireNonNull(unit);
        if (places < 0 || shift < 0) {
            throw new IllegalArgumentException("Places and shift are 0 or more");
        }
    }

    /** A number with a unit. */
    public static NumberStyle of(String unit) {
        return new NumberStyle(unit, 0, 0);
    }

    /** With at least so many places. */
    public NumberStyle places(int fewest) {
        return new NumberStyle(unit, fewest, shift);
    }

    /** Shown in hundredths of what is stored. */
    public NumberStyle hundredths() {
        return new NumberStyle(unit, places, 2);
    }

    /** A stored number as it is shown, in the language's digits and separators. */
    public String write(BigDecimal stored, Locale locale) {
        BigDecimal shown = stored.movePointRight(shift).stripTrailingZeros();
        shown = shown.setScale(Math.max(places, shown.scale()));
        DecimalFormatSymbols symbols = symbols(locale);
        String plain = shown.abs().toPlainString();
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(point < 0 ? plain : plain.substring(0, point));
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, symbols.getGroupingSeparator());
        }
        if (point >= 0) {
            text.append(symbols.getDecimalSeparator()).append(plain, point + 1, plain.length());
        }
        return (shown.signum() < 0 ? Formats.MINUS : "") + text;
    }

    /**
     * The number to be stored for a text as people of a language write it: {@code 1.234,5} in German, {@code 1,234.5} in English.
     *
     * @return empty if it is no such number; in German {@code 34.20} is none, since a point groups thousands there
     */
    public Optional<BigDecimal> read(String text, Locale locale) {
        DecimalFormatSymbols symbols = symbols(locale);
        String group = Pattern.quote(String.valueOf(symbols.getGroupingSeparator()));
        String point = Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
        String bare = OUTER_SPACE.matcher(text).replaceAll("").replace(Formats.MINUS, "-");
        String digits = "([0-9]+|[0-9]{1,3}(" + group + "[0-9]{3})+)(" + point + "[0-9]*)?|" + point + "[0-9]+";
        if (bare.length() > MOST_LENGTH || !bare.matches("[+-]?(" + digits + ")")) {
            return Optional.empty();
        }
        String plain = bare.replace(String.valueOf(symbols.getGroupingSeparator()), "").replace(symbols.getDecimalSeparator(), '.');
        return Optional.of(new BigDecimal(plain).movePointLeft(shift));
    }

    private static DecimalFormatSymbols symbols(Locale locale) {
        return DecimalFormatSymbols.getInstance(Formats.of(locale).locale());
    }
}
